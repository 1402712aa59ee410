import type { Claim, Conflict, HeldClaim, LatLon, Means, RejectedPlot, Suspicion, Timestamp, Track } from '@csii/model'
import type { Body } from '../motion/body.ts'
import { MIXED_MEAN } from '../motion/layout.ts'
import type { Key } from '../key.ts'
import type { Scanner } from '../sensing/scanner.ts'

/** What one sensor makes of one track: whether it sees it when it looks. */
export interface Look {
  readonly scanner: Scanner
  /** Time of validity of the last look, whether it saw it or not. */
  lastAt: Timestamp
  seenAt: Timestamp
  /** Looks that count, and how many of them saw it: the older, the less. */
  looks: number
  seen: number
  /** Looks in a row that did not. */
  misses: number
}

/** One identity that objects state: how often it is heard, and which tracks state it. */
export interface Identity {
  readonly key: Key
  /** Tracks whose reports bear it: one, unless two objects state the same. */
  readonly tracks: Followed[]
  lastAt: Timestamp
  receivedAt: Timestamp
  /** Seconds between reports, smoothed. 0 before the second. */
  interval: number
  /** The longest that a report of it took to arrive, ms; what is long ago counts less. */
  delay: number
  isClassB: boolean
  reports: number
  /** Heard otherwise than by satellite. */
  isHeardNear: boolean
  lastPosition: LatLon | undefined
  /** When a report last came from where none of its tracks could be. */
  movedAt: Timestamp
}

/** How many plots of a sensor a track took. */
export interface Contribution {
  readonly sensorId: string
  plots: number
  lastAt: Timestamp
}

/** What is believed of one object, as the tracker holds it. Only the tracker changes it. */
export interface Followed {
  readonly serial: number
  readonly id: string
  readonly simulated: boolean
  /** Absent while nobody has said where it is. */
  body: Body | undefined
  /** Probability that a real object is behind it, 0 to 1. */
  existence: number
  isConfirmed: boolean
  isShown: boolean
  isAirborne: boolean
  /** It stands on the ground. */
  isFixed: boolean
  /** A sensor that looks only now and then has seen it. */
  isOccasional: boolean
  /** Plots that moved it. */
  fixes: number
  /** Plots of sensors that look around. */
  echoes: number
  firstAt: Timestamp
  heardAt: Timestamp
  lastEchoAt: Timestamp
  lastReportAt: Timestamp
  /** How far from its echo the antenna is from which it reports, squared, as far as that has shown: m². */
  antenna: number
  /** Where its last report was, and how fast, m/s. */
  lastReport: { time: Timestamp; lat: number; lon: number; vx: number; vy: number } | undefined
  readonly looks: Look[]
  identity: Identity | undefined
  /** Where what it states of itself was heard, and what is believed of it. */
  readonly claims: HeldClaim[]
  claim: Claim
  contributors: Contribution[]
  conflicts: Conflict[]
  /** By what means it was last heard. */
  lastMeans: Means
  headingDeg: number | undefined
  altitude: number | undefined
  /** As the last plot stated them: at rest the direction of motion means nothing. */
  statedCourseDeg: number | undefined
  suspicion: Suspicion | undefined
  rejected: RejectedPlot[]
  /** The tracks beside which it was confirmed, and how much oftener it shared an echo with them than both had one. */
  beside: Map<Followed, number> | undefined
  /** Where the grid has it. */
  gridLat: number
  gridLon: number
  /** As the rest of the system sees it. */
  view: Track | undefined
  revision: number
  revisedFrom: Timestamp | undefined
  /** A person's word that it is not one object with these. */
  apartFrom: Set<number> | undefined
  /**
   * A person's word that what a sensor shows beside it is another's: how much better its plots must fit to be of this
   * one, in natural logarithms of likelihood; `Infinity`: never.
   */
  reluctance: Map<string, number> | undefined
  isPinned: boolean
  /** The track that was taken for the same object, once this one is gone. */
  into: Followed | undefined
  /** In the grid: its cell and its place in the cell, -1 where it is in none. */
  cell: number
  isCoarse: boolean
  gridAt: Timestamp
  gridUntil: Timestamp
  place: number
  /** It is in the list of those that have changed. */
  isDirty: boolean
  /** In the cluster that is being resolved, -1 where it is in none. */
  row: number
}

/** Where a track is believed to be when the plots end. */
export const placeOf = ({ body }: Followed): LatLon | undefined =>
  body && body.frame.point(body.s[MIXED_MEAN]!, body.s[MIXED_MEAN + 1]!)

/** None where the sensor has neither seen it nor had to. */
export function lookOf(track: Followed, scanner: Scanner): Look | undefined {
  for (const look of track.looks) if (look.scanner === scanner) return look
  return undefined
}
