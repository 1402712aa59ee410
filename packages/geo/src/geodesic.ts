// The library carries no types. A reference brings ours to every program that reaches this file.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./geographiclib-geodesic.d.ts" />
import { normalDegrees, type LatLon } from '@csii/model'
import geographiclib from 'geographiclib-geodesic'

const earth = geographiclib.Geodesic.WGS84

export interface GeodesicPath {
  /** Metres along the ellipsoid. */
  readonly distance: number
  /** Degrees true at the start. */
  readonly bearingDeg: number
  /** Degrees true on arrival. */
  readonly finalBearingDeg: number
}

/** The shortest way over the WGS 84 ellipsoid, exact to nanometres (Karney 2013, Algorithms for geodesics). */
export function geodesicBetween(from: LatLon, to: LatLon): GeodesicPath {
  const { s12, azi1, azi2 } = earth.Inverse(from.lat, from.lon, to.lat, to.lon)
  return { distance: s12, bearingDeg: normalDegrees(azi1), finalBearingDeg: normalDegrees(azi2) }
}

/** Where one arrives after so many metres, leaving on this bearing. */
export function geodesicFrom(from: LatLon, bearingDeg: number, distance: number): LatLon {
  const { lat2, lon2 } = earth.Direct(from.lat, from.lon, bearingDeg, distance)
  return { lat: lat2, lon: normalLon(lon2) }
}

/** A longitude brought into −180 ≤ degrees < 180. */
export const normalLon = (lon: number): number => normalDegrees(lon + 180) - 180
