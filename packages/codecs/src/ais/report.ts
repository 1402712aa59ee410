import { KNOT, type LatLon, type PositionCovariance } from '@csii/model'
import type { AisMessage } from './catalogue.ts'

/** Where an object says it is and how it moves, in SI units, without what it does not know. */
export interface Report {
  readonly position: LatLon
  readonly covariance: PositionCovariance
  readonly speed?: number
  readonly courseDeg?: number
  readonly headingDeg?: number
  /** Of UTC; 60 and more say there is none. Message 27 has none. */
  readonly second?: number
}

/**
 * One standard deviation in metres. The accuracy flag says "better than 10 m" or not (ITU-R M.1371-5, annex 8,
 * table 45), which we read as two sigma; 30 m stands for a receiver without corrections and an antenna on a long hull.
 */
const SIGMA = { accurate: 5, ordinary: 30 }

/** Units of a degree: 1/10,000 minute, and 1/10 minute in message 27. */
const FINE = 600_000
const COARSE = 600

/** A tenth of a minute of latitude in metres: one unit of message 27, whose rounding error has variance unit² / 12. */
const COARSE_UNIT = 1852 / 10

/** A report while it is made. Filled in by assignment, since this is done for every message: spreading costs ten times more. */
type Draft = { -readonly [Key in keyof Report]: Report[Key] }

/** Undefined when the message is no report or does not know its position. */
export function reportOf(message: AisMessage): Report | undefined {
  switch (message.type) {
    case 1:
    case 2:
    case 3:
    case 18:
    case 19:
      return fullReport(message)
    case 9:
      return moving(startReport(message, FINE, message.second), message.speed, MOST_AIRCRAFT_KN, message.course / 10)
    case 4:
    case 11:
    case 21:
      return startReport(message, FINE, message.second)
    case 27:
      return moving(startReport(message, COARSE, undefined), message.speed, MOST_COARSE_KN, message.course)
    default:
      return undefined
  }
}

/** The highest speed of each scale means "this or more"; the code above it says "not available". */
const MOST_KN = 102.2
const MOST_AIRCRAFT_KN = 1022
const MOST_COARSE_KN = 62

function fullReport(message: Extract<AisMessage, { type: 1 | 2 | 3 | 18 | 19 }>): Report | undefined {
  const draft = startReport(message, FINE, message.second)
  moving(draft, message.speed / 10, MOST_KN, message.course / 10)
  // 511 says "not available", and no more than 359 is a heading.
  if (draft && message.heading < 360) draft.headingDeg = message.heading
  return draft
}

interface Place {
  readonly accuracy: boolean
  readonly lat: number
  readonly lon: number
}

/** 91° and 181° say "not available"; anything beyond the globe is not a place either. */
function startReport(place: Place, unit: number, second: number | undefined): Draft | undefined {
  const lat = place.lat / unit
  const lon = place.lon / unit
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined
  const draft: Draft = { position: { lat, lon }, covariance: covarianceOf(place.accuracy, unit, lat) }
  if (second !== undefined) draft.second = second
  return draft
}

/** A course of 360 says "not available"; more does not exist. */
function moving(draft: Draft | undefined, speedKn: number, mostKn: number, courseDeg: number): Draft | undefined {
  if (!draft) return undefined
  if (speedKn <= mostKn) draft.speed = speedKn * KNOT
  if (courseDeg < 360) draft.courseDeg = courseDeg
  return draft
}

function covarianceOf(accurate: boolean, unit: number, lat: number): PositionCovariance {
  const variance = (accurate ? SIGMA.accurate : SIGMA.ordinary) ** 2
  if (unit === FINE) return { ee: variance, en: 0, nn: variance }
  const rounding = COARSE_UNIT ** 2 / 12
  return { ee: variance + rounding * Math.cos((lat * Math.PI) / 180) ** 2, en: 0, nn: variance + rounding }
}
