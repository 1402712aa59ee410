import type { HeldClaim, LatLon, Timestamp, Track } from '@csii/model'
import type { Key } from './key.ts'

/** A track as the tracker holds it: the same object, which only the tracker changes. */
export type LiveTrack = { -readonly [Field in keyof Track]: Track[Field] } & {
  readonly claims: HeldClaim[]
  /** By what its plots are known; absent where only their place ties them together. */
  readonly key: Key | undefined
  /** What the key is: an identity that the object states, the number that a sensor gave it, or none. */
  readonly tie: Tie
  /** A sensor that looks only now and then has seen it. */
  isOccasional: boolean
  /** The sink knows of it. Plots without a number must be seen again first, for many are clutter. */
  isShown: boolean
  /** How many plots moved it to where it is. */
  fixes: number
  /** Where other reports of the same identity say it is instead. */
  elsewhere: Elsewhere | undefined
}

export type Tie = 'identity' | 'number' | 'place'

/** A second place that claims to be where the track is, and is believed once it persists. */
export interface Elsewhere {
  readonly position: LatLon
  readonly time: Timestamp
  readonly reports: number
}

export interface Beginning {
  readonly key?: Key
  readonly tie: Tie
  readonly simulated: boolean
  readonly heardAt: Timestamp
}

export function startTrack(serial: number, { key, tie, simulated, heardAt }: Beginning): LiveTrack {
  return {
    key,
    tie,
    isOccasional: false,
    isShown: false,
    id: `${simulated ? 'SIM' : 'T'}-${serial}`,
    serial,
    simulated,
    heardAt,
    fix: undefined,
    speed: undefined,
    courseDeg: undefined,
    headingDeg: undefined,
    altitude: undefined,
    claim: {},
    claims: [],
    contributors: [],
    conflicts: [],
    existence: 1,
    revision: 0,
    fixes: 0,
    elsewhere: undefined,
  }
}
