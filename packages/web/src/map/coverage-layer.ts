import type { CoverageView } from '@csii/contract'
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { Palette } from '../theme/palette.ts'
import { coverageFeatures } from './coverage-features.ts'
import { coverageStyle } from './coverage-style.ts'
import { PIXEL_RATIO } from './draw-image.ts'
import { markCoverage } from './drawn-mark.ts'
import { MAP_COLOURS } from './map-colours.ts'
import { repaint } from './repaint.ts'

/** What sensors cover, under the tracks. */
export interface CoverageLayer {
  /** Shows this, or nothing. */
  show(view: CoverageView | undefined): void
  /** The map's style is loaded, so that layers can be added. */
  begin(): void
  setPalette(palette: Palette): void
}

/** Land and sea are below coverage; boundaries, names and tracks are above. */
const BELOW = 'territorial'
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Adds nothing to the map before there is something to show. */
export function createCoverageLayer(map: MapLibre, first: Palette): CoverageLayer {
  let palette = first
  let shown: CoverageView | undefined
  let state: 'waiting' | 'ready' | 'added' = 'waiting'
  const style = () => coverageStyle(MAP_COLOURS[palette], hatch())

  function hatch(): string {
    const id = `${palette}|hatch`
    if (!map.hasImage(id)) map.addImage(id, drawHatch(MAP_COLOURS[palette].uncovered), { pixelRatio: PIXEL_RATIO })
    return id
  }

  function draw(): void {
    if (state === 'waiting' || (state === 'ready' && !shown)) return
    if (state === 'ready') {
      map.addSource('coverage', { type: 'geojson', data: NOTHING })
      for (const layer of style()) map.addLayer(layer, BELOW)
      state = 'added'
    }
    map.getSource<GeoJSONSource>('coverage')?.setData(shown ? coverageFeatures(shown) : NOTHING)
    map.once('idle', () => markCoverage(statesDrawn(map)))
  }

  return {
    show(view) {
      shown = view
      draw()
    },
    begin() {
      state = 'ready'
      draw()
    },
    setPalette(next) {
      palette = next
      if (state === 'added') for (const layer of style()) repaint(map, layer)
    },
  }
}

function statesDrawn(map: MapLibre): string[] {
  const layers = coverageStyle(MAP_COLOURS.day, '').map(({ id }) => id)
  const states = new Set(map.queryRenderedFeatures({ layers }).map(({ properties }) => String(properties['state'])))
  return [...states].toSorted()
}

/** Pixels of the screen between two lines of the hatching. */
const SPACING = 8

/** One tile of slanting lines that goes on in the next. */
function drawHatch(colour: string): ImageData {
  const size = SPACING * PIXEL_RATIO
  const context = new OffscreenCanvas(size, size).getContext('2d')
  if (!context) throw new Error('This browser gives no canvas to draw hatching on')
  context.strokeStyle = colour
  context.lineWidth = 1.2 * PIXEL_RATIO
  for (const shift of [-size, 0, size]) {
    context.beginPath()
    context.moveTo(shift - 1, size + 1)
    context.lineTo(shift + size + 1, -1)
    context.stroke()
  }
  return context.getImageData(0, 0, size, size)
}
