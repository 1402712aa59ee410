import { KNOT, type LatLon } from '@csii/model'
import type { Sentence } from '../nmea/sentence.ts'
import { stepOf } from './layout.ts'
import type { FieldsOf } from './message.ts'
import { ACKNOWLEDGED, ACQUIRING, ALARMING, LOST, TRACKED, type TrackedTarget } from './tracked-target-data.ts'
import { metresIn, perSecond } from './units.ts'

/**
 * What a radar knows of a target.
 * - `acquiring`: an echo that it has not followed for long enough to tell it from clutter
 * - `unseen`: reported by AIS, made for tests or not followed: no echo of this radar
 */
export type Status = 'tracked' | 'acquiring' | 'lost' | 'unseen'

/** Steps are the least differences that the digits could express. */
export interface SeenPolar {
  /** Metres. */
  readonly range: number
  readonly rangeStep: number
  readonly bearingDeg: number
  readonly bearingStepDeg: number
  /** From the bow, not from north. */
  readonly isRelative: boolean
}

export interface SeenVelocity {
  readonly speed: number
  readonly directionDeg: number
  /** The direction counts from the bow. */
  readonly isFromBow: boolean
  /** As seen from own ship, with own ship's motion in it. */
  readonly isRelative: boolean
  /** Through the water; undefined where only the radar's OSD says so. */
  readonly isThroughWater?: boolean
}

/** One target as one sentence reports it. */
export interface Sighting {
  readonly number: number
  readonly status: Status
  /** Of two sentences about one target the one of higher rank makes the plot. */
  readonly rank: number
  /** Seconds since midnight, UTC. */
  readonly seconds?: number
  readonly polar?: SeenPolar
  readonly stated?: { readonly position: LatLon; readonly step: number }
  readonly velocity?: SeenVelocity
}

/** TTM says what the radar measured, and when; TTD has no time; TLL has only what the radar made of it. */
const RANK = { TTM: 3, TTD: 2, TLL: 1 }

const STATUS = { L: 'lost', Q: 'acquiring', T: 'tracked' } as const

export function sightingOfTtm(ttm: FieldsOf<'TTM'>, sentence: Sentence): Sighting | undefined {
  const { targetNumber, targetDistance, bearing, bearingReference, units, timeOfData } = ttm
  if (targetNumber === undefined) return undefined
  const metres = metresIn(units)
  const velocity = velocityOfTtm(ttm)
  return {
    number: targetNumber,
    // Older radars leave the status out, and send no target that they have lost.
    status: ttm.typeOfAcquisition === 'R' ? 'unseen' : STATUS[ttm.targetStatus ?? 'T'],
    rank: RANK.TTM,
    ...(timeOfData !== undefined && { seconds: timeOfData }),
    ...(targetDistance !== undefined && bearing !== undefined && bearingReference !== undefined && {
      polar: {
        range: targetDistance * metres,
        rangeStep: stepOf(sentence, 2) * metres,
        bearingDeg: bearing,
        bearingStepDeg: stepOf(sentence, 3),
        isRelative: bearingReference === 'R',
      },
    }),
    ...(velocity && { velocity }),
  }
}

/** `R` is relative motion. The standard leaves open where its direction counts from: here, where the bearing does. */
function velocityOfTtm(ttm: FieldsOf<'TTM'>): SeenVelocity | undefined {
  const { targetSpeed, targetCourse, courseReference, bearingReference, units } = ttm
  if (targetSpeed === undefined || courseReference === undefined) return undefined
  if (targetCourse === undefined && targetSpeed > 0) return undefined
  const isRelative = courseReference === 'R'
  return {
    speed: targetSpeed * perSecond(units),
    directionDeg: targetCourse ?? 0,
    isRelative,
    isFromBow: isRelative && bearingReference === 'R',
  }
}

export function sightingOfTll(tll: FieldsOf<'TLL'>, sentence: Sentence): Sighting | undefined {
  const { targetNumber, latitude: lat, longitude: lon, targetStatus, timeOfData } = tll
  if (targetNumber === undefined) return undefined
  return {
    number: targetNumber,
    status: STATUS[targetStatus ?? 'T'],
    rank: RANK.TLL,
    ...(timeOfData !== undefined && { seconds: timeOfData }),
    ...(lat !== undefined && lon !== undefined && {
      stated: { position: { lat, lon }, step: stepOf(sentence, 2) * metresIn('N') },
    }),
  }
}

/** TTD counts from north, in tenths of degrees and hundredths of nautical miles. */
export function sightingOfTarget(target: TrackedTarget): Sighting {
  const { targetNumber, trueBearing, distance, speedKn, course } = target
  return {
    number: targetNumber,
    status: statusOf(target),
    rank: RANK.TTD,
    ...(trueBearing !== undefined && distance !== undefined && {
      polar: {
        range: distance * metresIn('N'),
        rangeStep: 0.01 * metresIn('N'),
        bearingDeg: trueBearing,
        bearingStepDeg: 0.1,
        isRelative: false,
      },
    }),
    ...(speedKn !== undefined && course !== undefined && {
      velocity: {
        speed: speedKn * KNOT,
        directionDeg: course,
        isFromBow: false,
        isRelative: target.speedMode === 1,
        isThroughWater: target.stabilisationMode === 1,
      },
    }),
  }
}

function statusOf({ status, operationMode, reportedHeading, correlationNumber }: TrackedTarget): Status {
  // A heading comes by AIS; without a correlation nothing says that the radar sees the ship too.
  if (operationMode === 1 || (reportedHeading !== undefined && correlationNumber === 0)) return 'unseen'
  if (status === ACQUIRING) return 'acquiring'
  if (status === LOST) return 'lost'
  return status === TRACKED || status === ALARMING || status === ACKNOWLEDGED ? 'tracked' : 'unseen'
}
