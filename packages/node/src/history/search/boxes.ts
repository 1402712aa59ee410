import { normalLon, type Box } from '@csii/geo'
import type { LatLon } from '@csii/model'

/** Metres in a degree of latitude, at least: 110,574 m at the equator (Torge, Geodesy, § 4.1.3). */
const METRES_PER_DEGREE = 110_500
const WHOLE = { west: -180, east: 180 }

/** Whether two boxes have a point in common. Either may cross the antimeridian. */
export function boxesTouch(a: Box, b: Box): boolean {
  if (a.north < b.south || a.south > b.north) return false
  return parts(a).some((one) => parts(b).some((other) => one.west <= other.east && one.east >= other.west))
}

const parts = ({ west, east }: Box): readonly { west: number; east: number }[] =>
  west <= east ? [{ west, east }] : [{ west, east: 180 }, { west: -180, east }]

/** The box, and so many metres around it. */
export function widened({ west, south, east, north }: Box, metres: number): Box {
  const lats = { south: Math.max(-90, south - metres / METRES_PER_DEGREE), north: Math.min(90, north + metres / METRES_PER_DEGREE) }
  const cosine = Math.cos((Math.max(Math.abs(lats.south), Math.abs(lats.north)) * Math.PI) / 180)
  const degrees = metres / (METRES_PER_DEGREE * Math.max(cosine, 1e-6))
  const width = (east - west + (west <= east ? 0 : 360)) + 2 * degrees
  if (width >= 360) return { ...lats, ...WHOLE }
  return { ...lats, west: normalLon(west - degrees), east: normalLon(east + degrees) }
}

/** The smallest box around points that follow one another by less than half the way round the earth. */
export function boxAround(points: readonly LatLon[]): Box | undefined {
  const [first] = points
  if (!first) return undefined
  let [south, north, west, east] = [first.lat, first.lat, first.lon, first.lon]
  let lon = first.lon
  let last = first
  for (const point of points) {
    lon += normalLon(point.lon - last.lon)
    last = point
    south = Math.min(south, point.lat)
    north = Math.max(north, point.lat)
    west = Math.min(west, lon)
    east = Math.max(east, lon)
  }
  return east - west >= 360 ? { south, north, ...WHOLE } : { south, north, west: normalLon(west), east: normalLon(east) }
}
