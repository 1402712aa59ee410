import {
  degreesToRadians, KNOT, normalDegrees, radiansToDegrees, type LatLon, type PositionCovariance,
} from '@csii/model'
import type { Direction } from './compass.ts'
import type { Coordinates } from './coordinates.ts'
import type { HowSeen } from './sighting.ts'

/** Mean radius of the earth (IUGG 1980, R1), metres. On so short a way the sphere errs by less than 0.5 %. */
const EARTH = 6_371_008.8
const METRES_PER_DEGREE = degreesToRadians(EARTH)

/** A number that was rounded is spread evenly over its last digit. */
const EVEN = 1 / Math.sqrt(12)

/** From a probable error, the radius that holds half, to the standard deviation of each axis: \u221a(2 ln 2). */
const PROBABLE = 1.1774

/**
 * Probable errors of a fix, from the table of means of navigation in the IAMSAR Manual, volume II, appendix N (as in
 * the Australian National Search and Rescue Manual, table J-1): GPS 0.1 NM, radar 1 NM, visual 1 NM.
 */
const FIX_SIGMA: Readonly<Record<HowSeen, number>> = {
  phone: (0.1 * 1852) / PROBABLE,
  radar: 1852 / PROBABLE,
  'eye-from-boat': 1852 / PROBABLE,
  'eye-from-shore': 1852 / PROBABLE,
}

interface PolarSigma {
  /** Share of the distance. */
  readonly range: number
  readonly bearingDeg: number
}

/**
 * By eye: Leaper et al. 2010, Journal of Cetacean Research and Management 11(3): naked-eye distances at sea err by 0.39
 * of themselves (root mean square), bearings by 5.7\u00b0 to 7.2\u00b0. By radar: IMO resolution MSC.192(79), \u00a7
 * 5.5.1: 1 % of
 * the range scale, taken as 2 % of the distance, and 1\u00b0. A distance from one's own phone is still judged by eye.
 */
const BY_EYE: PolarSigma = { range: 0.39, bearingDeg: 7.2 }
const BY_RADAR: PolarSigma = { range: 0.02, bearingDeg: 1 }

/** A town or a bay is not a point. Our assumption: its name stands for what lies within half a mile or so. */
export const PLACE_SIGMA = 800

/** "Near" or "off" a place, with no distance. Our assumption: most such reports are of what is within 4 NM. */
export const NEAR_SIGMA = 2 * 1852

export const round = (sigma: number): PositionCovariance => ({ ee: sigma ** 2, en: 0, nn: sigma ** 2 })

export const sum = (a: PositionCovariance, b: PositionCovariance): PositionCovariance => ({
  ee: a.ee + b.ee,
  en: a.en + b.en,
  nn: a.nn + b.nn,
})

/** The rounding of what was written, and the error of the fix that was read. */
export function fixCovariance({ position, resolution }: Coordinates, howSeen: HowSeen): PositionCovariance {
  const north = resolution.lat * METRES_PER_DEGREE * EVEN
  const east = resolution.lon * METRES_PER_DEGREE * Math.cos(degreesToRadians(position.lat)) * EVEN
  return sum({ ee: east ** 2, en: 0, nn: north ** 2 }, round(FIX_SIGMA[howSeen]))
}

/** An error whose radius holds 95 %, as a phone gives its own (W3C Geolocation, \u00a7 9.2): of each axis 1 / 2.448. */
export const accuracyCovariance = (accuracy: number): PositionCovariance => round(Math.max(accuracy, 1) / 2.448)

/** Metres and a direction away from somewhere. */
export interface Offset {
  readonly distance: number
  readonly direction: Direction
}

export function offsetCovariance({ distance, direction }: Offset, howSeen: HowSeen): PositionCovariance {
  const sigma = howSeen === 'radar' ? BY_RADAR : BY_EYE
  const along = (distance * sigma.range) ** 2
  const bearing = Math.hypot(sigma.bearingDeg, direction.sectorDeg * EVEN)
  const across = (distance * degreesToRadians(bearing)) ** 2
  const [sine, cosine] = [Math.sin(degreesToRadians(direction.degrees)), Math.cos(degreesToRadians(direction.degrees))]
  return {
    ee: along * sine ** 2 + across * cosine ** 2,
    en: (along - across) * sine * cosine,
    nn: along * cosine ** 2 + across * sine ** 2,
  }
}

/**
 * Our assumptions: a time that was said is right to a minute, a report without one was written two minutes after the
 * sighting, each as a standard deviation; and what is at sea moves at 10 knots where nobody says how fast.
 */
const SAID_SECONDS = 60
const UNSAID_SECONDS = 120
const USUAL_SPEED = 10 * KNOT

/** Adds how far the object went in the time that the report leaves open: along its course where that is known. */
export function whenSeen(
  covariance: PositionCovariance,
  {
    time, speed = USUAL_SPEED, courseDeg,
  }: { readonly time?: number; readonly speed?: number; readonly courseDeg?: number },
): PositionCovariance {
  const way = speed * (time === undefined ? UNSAID_SECONDS : SAID_SECONDS)
  if (courseDeg === undefined) return sum(covariance, round(way))
  const [east, north] = [way * Math.sin(degreesToRadians(courseDeg)), way * Math.cos(degreesToRadians(courseDeg))]
  return sum(covariance, { ee: east ** 2, en: east * north, nn: north ** 2 })
}

/** The end of a great circle on the sphere. */
export function displaced({ lat, lon }: LatLon, { distance, direction }: Offset): LatLon {
  const [angle, bearing, from] = [distance / EARTH, degreesToRadians(direction.degrees), degreesToRadians(lat)]
  const sine = Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(bearing)
  const turn = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(from), Math.cos(angle) - Math.sin(from) * sine)
  const to = radiansToDegrees(Math.asin(Math.max(-1, Math.min(1, sine))))
  return { lat: to, lon: normalDegrees(lon + radiansToDegrees(turn) + 180) - 180 }
}

/** The longer half axis of the ellipse at one standard deviation, metres. */
export function longestSigma({ ee, en, nn }: PositionCovariance): number {
  return Math.sqrt((ee + nn) / 2 + Math.hypot((ee - nn) / 2, en))
}
