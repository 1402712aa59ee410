import { degreesToRadians, normalDegrees, radiansToDegrees, type LatLon } from '@csii/model'

/** Metres, or metres a second, towards east and north. */
export interface Vector {
  readonly east: number
  readonly north: number
}

export const vectorOf = (length: number, directionDeg: number): Vector => ({
  east: length * Math.sin(degreesToRadians(directionDeg)),
  north: length * Math.cos(degreesToRadians(directionDeg)),
})

export const sum = (a: Vector, b: Vector): Vector => ({ east: a.east + b.east, north: a.north + b.north })
export const lengthOf = ({ east, north }: Vector): number => Math.hypot(east, north)
export const directionOf = ({ east, north }: Vector): number => normalDegrees(radiansToDegrees(Math.atan2(east, north)))

/** WGS 84 (NIMA TR8350.2, table 3.1): semi-major axis in metres, first eccentricity squared. */
const A = 6_378_137
const E2 = 6.694379990141e-3

/** Metres in one degree of longitude and latitude, by the radii of curvature there. */
function metresADegree(lat: number): Vector {
  const root = 1 - E2 * Math.sin(degreesToRadians(lat)) ** 2
  const normal = A / Math.sqrt(root)
  const meridian = (A * (1 - E2)) / root ** 1.5
  return { east: degreesToRadians(normal * Math.cos(degreesToRadians(lat))), north: degreesToRadians(meridian) }
}

/** Where it lies from here, on the plane half way between: good to a metre within the range of a ship's radar. */
export function offsetOf(from: LatLon, to: LatLon): Vector {
  const scale = metresADegree((from.lat + to.lat) / 2)
  const dLon = ((to.lon - from.lon + 540) % 360) - 180
  return { east: dLon * scale.east, north: (to.lat - from.lat) * scale.north }
}

/** The place at a short offset: hundreds of metres, away from the poles. */
export function moved({ lat, lon }: LatLon, { east, north }: Vector): LatLon {
  const scale = metresADegree(lat)
  return {
    lat: Math.max(-90, Math.min(90, lat + north / scale.north)),
    lon: normalLongitude(lon + east / Math.max(scale.east, 1)),
  }
}

const normalLongitude = (lon: number): number => (lon >= 180 ? lon - 360 : lon < -180 ? lon + 360 : lon)
