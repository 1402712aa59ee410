import { offsetFrom } from '@csii/geo'
import type { LatLon, Timestamp } from '@csii/model'

export interface PathPoint extends LatLon {
  readonly time: Timestamp
}

/** Metres by which a thinned path may lie beside the whole one, where so many points suffice. */
const TOLERANCE = 50
export const MOST_POINTS = 500
/** What is thinned is no longer than this: every so manieth point of a longer path. */
const MOST_READ = 20_000

/** The points that make a path's shape (Douglas, Peucker 1973, Cartographica 10(2)), the first and the last among them. */
export function thinned<Point extends PathPoint>(path: readonly Point[], most = MOST_POINTS): Point[] {
  const every = Math.ceil(path.length / MOST_READ)
  const read = every <= 1 ? path : path.filter((_, at) => at % every === 0 || at === path.length - 1)
  for (let tolerance = TOLERANCE; ; tolerance *= 2) {
    const shape = shapeOf(read, tolerance)
    if (shape.length <= most || tolerance > 1e7) return shape.slice(0, most)
  }
}

function shapeOf<Point extends PathPoint>(path: readonly Point[], tolerance: number): Point[] {
  if (path.length <= 2) return [...path]
  const isKept = new Uint8Array(path.length)
  isKept[0] = isKept[path.length - 1] = 1
  const waiting = [{ from: 0, to: path.length - 1 }]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const farthest = farthestFrom(path, part.from, part.to)
    if (farthest.distance <= tolerance) continue
    isKept[farthest.at] = 1
    waiting.push({ from: part.from, to: farthest.at }, { from: farthest.at, to: part.to })
  }
  return path.filter((_, at) => isKept[at] === 1)
}

function farthestFrom(path: readonly PathPoint[], from: number, to: number): { at: number; distance: number } {
  const end = offsetFrom(path[from]!, path[to]!)
  const length = Math.hypot(end.east, end.north)
  let [at, distance] = [from, 0]
  for (let between = from + 1; between < to; between++) {
    const { east, north } = offsetFrom(path[from]!, path[between]!)
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (east * end.east + north * end.north) / length ** 2))
    const beside = Math.hypot(east - along * end.east, north - along * end.north)
    if (beside > distance) [at, distance] = [between, beside]
  }
  return { at, distance }
}
