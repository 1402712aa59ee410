import type { Claim, LatLon, PositionCovariance, Timestamp } from '@csii/model'
import { claimOf } from './claim.ts'
import { isAlarm, isExerciseType, isObject, isOnSea } from './cot-type.ts'
import type { CotEvent } from './event.ts'
import { readNumber } from './values.ts'
import { childOf } from './xml-element.ts'

/** What an event reports of an object that is out there. */
export interface Report {
  readonly time: Timestamp
  readonly simulated: boolean
  readonly claim: Claim
  /** Absent where its sender does not know where it is. */
  readonly place?: Place
}

export interface Place {
  readonly position: LatLon
  readonly covariance: PositionCovariance
  readonly speed?: number
  readonly courseDeg?: number
  readonly altitude?: number
}

/**
 * The report in an event, if it is one: of an object, or of somebody who calls for help. None of a prediction, since
 * nobody saw that; none of chat, files, tasks, drawings and points on a map.
 */
export function reportOf(event: CotEvent): Report | undefined {
  const { type, how = '', time } = event
  const isReport = isObject(type) || isAlarm(type)
  if (!isReport || /^m-p\b/.test(how)) return undefined
  const report = { time, simulated: isSimulated(event), claim: claimOf(event) }
  return isNowhere(event) ? report : { ...report, place: placeOf(event) }
}

function placeOf(event: CotEvent): Place {
  const { lat, lon, hae } = event.point
  const variance = sigmaOf(event) ** 2
  return {
    position: { lat, lon },
    covariance: { ee: variance, en: 0, nn: variance },
    ...movementOf(event),
    // The ellipsoid is 40 m above the sea in the Caribbean, so on the sea it would say nothing but that.
    ...(hae !== undefined && !isOnSea(event.type) && { altitude: hae }),
  }
}

/** A device without a fix sends 0, 0 and no error: there is sea there, and nobody. */
const isNowhere = ({ point: { lat, lon, ce } }: CotEvent): boolean => lat === 0 && lon === 0 && !ce

/** By its exercise or simulation, its source, or an affiliation that only exercises have. */
const isSimulated = ({ opex = '', how = '', type }: CotEvent): boolean =>
  /^[es](-|$)/i.test(opex) || /^m-s\b/.test(how) || isExerciseType(type)

/**
 * Standard deviations in metres where a sender says none, by how the place came about. Nothing is published; the
 * figures are ours. A receiver of GPS is within 15 m for 95 % where it is worst (GPS SPS Performance Standard, 2020,
 * § 3.8), a σ of 6 m, and moves until it is heard. Whoever marks a place on a screen is off by as much as a finger
 * covers, whoever estimates one by a mile, whoever copies figures by one of their last.
 */
const SIGMAS: readonly (readonly [how: RegExp, sigma: number])[] = [
  [/^m-g\b/, 10],
  [/^m-i\b/, 50],
  [/^m\b/, 200],
  [/^h-g-i-g-o\b/, 200],
  [/^h-(t|c|p)\b/, 500],
  [/./, 1852],
]

/** No position on a ship or in a hand is better than the antenna is from its middle. */
const LEAST_SIGMA = 1
/** More than this is no error but an area that somebody drew. It is still where the object is. */
const MOST_SIGMA = 200_000

/** The schema makes `ce` one sigma where it is an error. Zero is what a sender writes who has not thought of it. */
function sigmaOf({ point: { ce }, how }: CotEvent): number {
  if (ce !== undefined && ce > 0) return Math.min(Math.max(ce, LEAST_SIGMA), MOST_SIGMA)
  return SIGMAS.find(([pattern]) => pattern.test(how ?? '?'))?.[1] ?? UNSAID
}

const UNSAID = 1852

/** Nothing that is tracked here is faster, in m/s. */
const MOST_SPEED = 1000

/** `track` has m/s and degrees true; anything beyond is how senders say that they do not know. */
function movementOf({ detail }: CotEvent): Pick<Place, 'speed' | 'courseDeg'> {
  const track = childOf(detail, 'track')
  const speed = readNumber(track?.attributes.get('speed'))
  const course = readNumber(track?.attributes.get('course'))
  return {
    ...(speed >= 0 && speed <= MOST_SPEED && { speed }),
    ...(course >= 0 && course <= 360 && { courseDeg: course % 360 }),
  }
}
