import type { RadarImage } from '@csii/contract'
import type { CanvasSource, Map as MapLibre } from 'maplibre-gl'
import type { Palette } from '../theme/palette.ts'
import { markRadarImage } from './drawn-mark.ts'
import { MAP_COLOURS } from './map-colours.ts'
import { cornersOf, pixelsOf } from './radar-raster.ts'

/** What a radar saw in its last turns, under the tracks. */
export interface RadarImageLayer {
  show(image: RadarImage | undefined): void
  /** The map's style is loaded, so that layers can be added. */
  begin(): void
  setPalette(palette: Palette): void
}

const BELOW = 'territorial'

/** Adds nothing to the map before there is something to show. */
export function createRadarImageLayer(map: MapLibre, first: Palette): RadarImageLayer {
  const canvas = document.createElement('canvas')
  let palette = first
  let shown: RadarImage | undefined
  let state: 'waiting' | 'ready' | 'added' = 'waiting'

  function draw(): void {
    if (state === 'waiting' || (state === 'ready' && !shown)) return
    if (shown) {
      paint(canvas, shown, MAP_COLOURS[palette].echo)
      place(cornersOf(shown))
    }
    map.setLayoutProperty('radar-image', 'visibility', shown ? 'visible' : 'none')
    map.once('idle', () => markRadarImage(shown?.time))
  }

  function place(coordinates: ReturnType<typeof cornersOf>): void {
    if (state === 'ready') {
      // Not as an address of data, which the page's own rules (CSP) forbid it to fetch.
      map.addSource('radar-image', { type: 'canvas', canvas, coordinates, animate: false })
      map.addLayer({ id: 'radar-image', type: 'raster', source: 'radar-image', paint: { 'raster-fade-duration': 0 } }, BELOW)
      state = 'added'
    }
    const source = map.getSource<CanvasSource>('radar-image')
    source?.setCoordinates(coordinates)
    // Takes over what the canvas shows now.
    source?.play()
    source?.pause()
  }

  return {
    show(image) {
      shown = image
      draw()
    },
    begin() {
      state = 'ready'
      draw()
    },
    setPalette(next) {
      palette = next
      draw()
    },
  }
}

function paint(canvas: HTMLCanvasElement, image: RadarImage, colour: string): void {
  if (canvas.width !== image.size) [canvas.width, canvas.height] = [image.size, image.size]
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no 2D canvas')
  context.putImageData(new ImageData(pixelsOf(image, colour), image.size, image.size), 0, 0)
}
