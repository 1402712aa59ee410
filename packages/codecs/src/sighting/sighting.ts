import type { DecodeProblem, Emergency, LatLon, PositionCovariance, Timestamp } from '@csii/model'
import type { VesselKindId } from './vessel-kinds.ts'

/** How the object was found where it is said to be. */
export const HOW_SEEN = ['eye-from-shore', 'eye-from-boat', 'radar', 'phone'] as const
export type HowSeen = (typeof HOW_SEEN)[number]

export type Language = 'en' | 'es'

/** What somebody reported of an object at sea, as it was understood. */
export interface Sighting {
  readonly language: Language
  readonly howSeen: HowSeen
  readonly position: LatLon
  readonly covariance: PositionCovariance
  /** When it was seen. Absent when nobody said: then it was just before the report came. */
  readonly time?: Timestamp
  readonly vesselKind?: VesselKindId
  readonly colour?: string
  readonly engines?: number
  readonly peopleOnBoard?: number
  readonly name?: string
  /** A registration as painted on the hull. */
  readonly marking?: string
  /** Degrees true. */
  readonly courseDeg?: number
  /** m/s. */
  readonly speed?: number
  readonly emergency?: Emergency
  /** A name that the reporting system gives this one report. */
  readonly uid?: string
  /** What the reporter wrote of it freely. */
  readonly description?: string
  /** The words that meant nothing to us, in their order. */
  readonly leftOver: readonly string[]
}

/**
 * Why a report is none.
 * - `nothing`: not a word of it is understood
 * - `no-position`: it does not say where
 * - `unknown-place`: it says where by a place that is not on the list
 * - `impossible-position`: such as latitude 95
 * - `too-long`: more than a report holds
 * - `form`: not the structured form
 */
export type SightingProblem = 'nothing' | 'no-position' | 'unknown-place' | 'impossible-position' | 'too-long' | 'form'

export const DECODE_PROBLEM_OF: Readonly<Record<SightingProblem, DecodeProblem>> = {
  nothing: 'framing',
  form: 'framing',
  'no-position': 'length',
  'unknown-place': 'value',
  'impossible-position': 'value',
  'too-long': 'overflow',
}

/** A place by the name that people use. */
export interface Place {
  readonly name: string
  readonly position: LatLon
}

/** What a report leaves unsaid. */
export interface SightingContext {
  readonly receivedAt: Timestamp
  readonly places: readonly Place[]
  /** Hours that local time is ahead of UTC. Without it a local time cannot be understood. */
  readonly zone?: number
  /** Where the reporter stands, if that is known. */
  readonly observer?: LatLon
}

/** The longest report: three SMS joined (3GPP TS 23.040, § 9.2.3.24.1: 153 characters each). */
export const LONGEST_REPORT = 459
