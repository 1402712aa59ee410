import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { Palette } from '../theme/palette.ts'
import { markEllipse } from './drawn-mark.ts'
import { ellipseFeatures, type Uncertain } from './ellipse-features.ts'
import { ellipseStyle } from './ellipse-style.ts'
import { MAP_COLOURS } from './map-colours.ts'
import { repaint } from './repaint.ts'

/** How uncertain the place of the selected contact is, under the tracks. */
export interface EllipseLayer {
  show(seen: Uncertain | undefined): void
  /** The tracks are on the map, so that this can lie below them. */
  begin(): void
  setPalette(palette: Palette): void
}

const BELOW = 'leaders'

/** Adds nothing to the map before there is something to show. */
export function createEllipseLayer(map: MapLibre, first: Palette): EllipseLayer {
  let palette = first
  let shown: Uncertain | undefined
  let state: 'waiting' | 'ready' | 'added' = 'waiting'

  function draw(): void {
    if (state === 'waiting' || (state === 'ready' && !shown)) return
    if (state === 'ready') {
      map.addSource('ellipse', { type: 'geojson', data: ellipseFeatures(undefined) })
      for (const layer of ellipseStyle(MAP_COLOURS[palette])) map.addLayer(layer, BELOW)
      state = 'added'
    }
    map.getSource<GeoJSONSource>('ellipse')?.setData(ellipseFeatures(shown))
    map.once('idle', () => markEllipse(map.queryRenderedFeatures({ layers: ['ellipse'] }).length))
  }

  return {
    show(seen) {
      shown = seen
      draw()
    },
    begin() {
      state = 'ready'
      draw()
    },
    setPalette(next) {
      palette = next
      if (state === 'added') for (const layer of ellipseStyle(MAP_COLOURS[palette])) repaint(map, layer)
    },
  }
}
