import { degreesToRadians, radiansToDegrees, type LatLon } from '@csii/model'

/** Mean radius of the earth in metres (IUGG). Ships on a sphere are at most 0.3 % slower than on the ellipsoid. */
const EARTH = 6_371_008.8

/** A point of the Mercator chart, in metres at the equator. A straight line is a constant course, as ships steer. */
export interface ChartPoint {
  readonly x: number
  readonly y: number
}

export const project = ({ lat, lon }: LatLon): ChartPoint => ({
  x: EARTH * degreesToRadians(lon),
  y: EARTH * Math.asinh(Math.tan(degreesToRadians(lat))),
})

export const unproject = (x: number, y: number): LatLon => ({
  lat: radiansToDegrees(Math.atan(Math.sinh(y / EARTH))),
  lon: radiansToDegrees(x / EARTH),
})

/** Metres on the earth for one metre on the chart there. */
export const scaleAt = (y: number): number => 1 / Math.cosh(y / EARTH)

/** Where one comes to by going so many metres east and north: for distances within sight. */
export function shifted({ lat, lon }: LatLon, east: number, north: number): LatLon {
  const metres = EARTH * degreesToRadians(1)
  return { lat: lat + north / metres, lon: lon + east / (metres * Math.cos(degreesToRadians(lat))) }
}

/** Metres between two points, for distances within radio range. */
export function metresBetween(a: LatLon, b: LatLon): number {
  const metres = EARTH * degreesToRadians(1)
  return metres * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos(degreesToRadians((a.lat + b.lat) / 2)))
}
