import type { LatLon } from '@csii/model'
import { cornersOf } from './found-features.ts'

/** What is drawn: a box by dragging, a polygon by its corners, or one place. */
export type Drawing = 'box' | 'polygon' | 'place'

/** A pointer over the map: where, in pixels and on earth. */
export interface Pointer extends LatLon {
  readonly x: number
  readonly y: number
}

export interface DrawnSoFar {
  readonly corners: readonly LatLon[]
  readonly isDone: boolean
}

/** So near to the first corner a click closes the polygon, and so short a drag is none, pixels. */
const NEAR = 8
const MOST_CORNERS = 100

/** Turns what a pointer does on the map into an area. Gives what is drawn after each step, or undefined where nothing changed. */
export function createDrawing(drawing: Drawing) {
  let corners: Pointer[] = []

  const drawn = (places: readonly Pointer[], isDone: boolean): DrawnSoFar =>
    ({ corners: places.map(({ lat, lon }) => ({ lat, lon })), isDone })

  return {
    down(at: Pointer): DrawnSoFar | undefined {
      if (drawing !== 'box') return undefined
      corners = [at]
      return drawn(corners, false)
    },
    move(at: Pointer): DrawnSoFar | undefined {
      const [first] = corners
      if (!first || drawing === 'place') return undefined
      return drawing === 'box' ? { corners: boxBetween(first, at), isDone: false } : drawn([...corners, at], false)
    },
    up(at: Pointer): DrawnSoFar | undefined {
      const [first] = corners
      if (drawing !== 'box' || !first) return undefined
      corners = []
      // A click is no box: the next drag is.
      return isNear(first, at) ? drawn([], false) : { corners: boxBetween(first, at), isDone: true }
    },
    click(at: Pointer): DrawnSoFar | undefined {
      if (drawing === 'box') return undefined
      if (drawing === 'place') return drawn([at], true)
      const last = corners.at(-1)
      const closes = corners.length > 2 && (isNear(corners[0]!, at) || (last !== undefined && isNear(last, at)))
      if (closes) return drawn(corners, true)
      if (!last || !isNear(last, at)) corners.push(at)
      return drawn(corners, corners.length === MOST_CORNERS)
    },
    /** By a key: a polygon is closed with the corners that it has. */
    finish: (): DrawnSoFar | undefined => (drawing === 'polygon' && corners.length > 2 ? drawn(corners, true) : undefined),
  }
}

const isNear = (a: Pointer, b: Pointer): boolean => Math.hypot(a.x - b.x, a.y - b.y) < NEAR

/** A drag to the left is a box as much as one to the right. */
function boxBetween(a: Pointer, b: Pointer): LatLon[] {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  return cornersOf({ west: left.lon, east: right.lon, south: Math.min(a.lat, b.lat), north: Math.max(a.lat, b.lat) })
}
