import { degreesToRadians, type LatLon } from '@csii/model'
import { geodesicBetween, normalLon } from './geodesic.ts'

/** WGS 84 (NIMA TR8350.2, table 3.1): semi-major axis in metres, and first eccentricity squared. */
const SEMI_MAJOR = 6_378_137
const ECCENTRICITY_SQUARED = 6.694379990141e-3

/** Metres on the plane that touches the earth at some origin. */
export interface Offset {
  readonly east: number
  readonly north: number
}

/** Where a point lies on the plane that touches the earth at the origin: within 1 m for 10 km away from the poles. */
export function offsetFrom(origin: LatLon, point: LatLon): Offset {
  const { east, north } = metresPerDegree((origin.lat + point.lat) / 2)
  return { east: normalLon(point.lon - origin.lon) * east, north: (point.lat - origin.lat) * north }
}

/** The point at an offset: undoes `offsetFrom`. */
export function pointAt(origin: LatLon, offset: Offset): LatLon {
  const lat = origin.lat + offset.north / metresPerDegree(origin.lat).north
  const { east, north } = metresPerDegree((origin.lat + lat) / 2)
  return { lat: origin.lat + offset.north / north, lon: normalLon(origin.lon + offset.east / east) }
}

/** Beyond this the plane is left for the ellipsoid. */
const PLANE_REACH = 10_000

/** Metres between two points: on the plane when they are near, on the ellipsoid when they are not. */
export function distanceBetween(a: LatLon, b: LatLon): number {
  const { east, north } = offsetFrom(a, b)
  const onPlane = Math.sqrt(east * east + north * north)
  return onPlane < PLANE_REACH ? onPlane : geodesicBetween(a, b).distance
}

/** From the radii of curvature in the prime vertical and the meridian (Torge, Geodesy, § 4.1.3). */
function metresPerDegree(lat: number): Offset {
  const sine = Math.sin(degreesToRadians(lat))
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine
  const primeVertical = SEMI_MAJOR / Math.sqrt(w)
  const meridian = (primeVertical * (1 - ECCENTRICITY_SQUARED)) / w
  return {
    east: degreesToRadians(1) * primeVertical * Math.sqrt(1 - sine * sine),
    north: degreesToRadians(1) * meridian,
  }
}

