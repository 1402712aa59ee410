import type { HeldClaim, LatLon, Timestamp, Track } from '@csii/model'

/** A track as the tracker holds it: the same object, which only the tracker changes. */
export type LiveTrack = { -readonly [Field in keyof Track]: Track[Field] } & {
  readonly claims: HeldClaim[]
  /** How many plots moved it to where it is. */
  fixes: number
  /** Where other reports of the same identity say it is instead. */
  elsewhere: Elsewhere | undefined
}

/** A second place that claims to be where the track is, and is believed once it persists. */
export interface Elsewhere {
  readonly position: LatLon
  readonly time: Timestamp
  readonly reports: number
}

export function startTrack(serial: number, simulated: boolean, heardAt: Timestamp): LiveTrack {
  return {
    id: `${simulated ? 'SIM' : 'T'}-${serial}`,
    serial,
    simulated,
    heardAt,
    fix: undefined,
    speed: undefined,
    courseDeg: undefined,
    headingDeg: undefined,
    claim: {},
    claims: [],
    contributors: [],
    conflicts: [],
    fixes: 0,
    elsewhere: undefined,
  }
}
