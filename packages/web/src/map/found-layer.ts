import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { Palette } from '../theme/palette.ts'
import { markFound } from './drawn-mark.ts'
import { foundFeatures, type Found } from './found-features.ts'
import { foundStyle } from './found-style.ts'
import { MAP_COLOURS } from './map-colours.ts'
import { repaint } from './repaint.ts'

/** What was searched for in the past and found, under the tracks. */
export interface FoundLayer {
  show(found: Found | undefined): void
  /** The tracks are on the map, so that this can lie below them. */
  begin(): void
  setPalette(palette: Palette): void
}

const BELOW = 'leaders'

/** Adds nothing to the map before there is something to show. */
export function createFoundLayer(map: MapLibre, first: Palette): FoundLayer {
  let palette = first
  let shown: Found | undefined
  let state: 'waiting' | 'ready' | 'added' = 'waiting'

  function draw(): void {
    if (state === 'waiting' || (state === 'ready' && !shown)) return
    if (state === 'ready') {
      map.addSource('found', { type: 'geojson', data: foundFeatures(undefined) })
      for (const layer of foundStyle(MAP_COLOURS[palette])) map.addLayer(layer, BELOW)
      state = 'added'
    }
    map.getSource<GeoJSONSource>('found')?.setData(foundFeatures(shown))
    map.once('idle', () => markFound(kindsDrawn(map)))
  }

  return {
    show(found) {
      shown = found
      draw()
    },
    begin() {
      state = 'ready'
      draw()
    },
    setPalette(next) {
      palette = next
      if (state === 'added') for (const layer of foundStyle(MAP_COLOURS[palette])) repaint(map, layer)
    },
  }
}

function kindsDrawn(map: MapLibre): string[] {
  const layers = foundStyle(MAP_COLOURS.day).map(({ id }) => id)
  const kinds = new Set(map.queryRenderedFeatures({ layers }).map(({ properties }) => String(properties['kind'])))
  return [...kinds].toSorted()
}
