import type { Map as MapLibre } from 'maplibre-gl'
import { degreesToRadians } from '@csii/model'

const WIDEST_PX = 110
/** Metres of one pixel at zoom 0 on the equator, tiles of 512 pixels: the earth's circumference (WGS 84) over 512. */
const METRES_PER_PIXEL = 40_075_016.686 / 512
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

export interface Scale {
  readonly miles: number
  readonly pixels: number
}

/** The longest round number of nautical miles whose bar still fits, at this latitude and zoom. */
export function scaleAt(lat: number, zoom: number): Scale {
  const pixelsPerMile = 1852 / ((METRES_PER_PIXEL * Math.cos(degreesToRadians(lat))) / 2 ** zoom)
  const miles = STEPS.findLast((step) => step * pixelsPerMile <= WIDEST_PX) ?? STEPS[0]!
  return { miles, pixels: miles * pixelsPerMile }
}

/** A bar in the corner of the map that keeps up with its zoom. */
export function addScale(map: MapLibre, container: HTMLElement): void {
  const bar = document.createElement('div')
  bar.className = 'map-scale'
  container.append(bar)
  const update = () => {
    const { miles, pixels } = scaleAt(map.getCenter().lat, map.getZoom())
    bar.textContent = `${miles} nm`
    bar.style.width = `${pixels}px`
  }
  map.on('move', update)
  update()
}
