import type { Claim, LatLon, Timestamp } from '@csii/model'
import type { Key } from '../key.ts'
import type { Followed } from '../tracks/followed.ts'

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

export const newIdentity = (key: Key): Identity => ({
  key,
  tracks: [],
  lastAt: -Infinity,
  receivedAt: -Infinity,
  interval: 0,
  delay: 0,
  isClassB: false,
  reports: 0,
  isHeardNear: false,
  lastPosition: undefined,
  movedAt: -Infinity,
})

/** Intervals longer than this say nothing of how often an object reports, s. */
const LONGEST_INTERVAL = 900

/** Takes in when a report came. */
export function hearReport(identity: Identity, time: Timestamp, receivedAt: Timestamp, { station }: Claim): void {
  const gap = (time - identity.lastAt) / 1000
  if (gap > 0.5 && gap < LONGEST_INTERVAL) {
    identity.interval = identity.interval === 0 ? gap : identity.interval + 0.2 * (gap - identity.interval)
  }
  if (station === 'class-b') identity.isClassB = true
  identity.delay = Math.max(receivedAt - time, identity.delay * 0.98)
  identity.reports++
  identity.lastAt = Math.max(identity.lastAt, time)
  identity.receivedAt = Math.max(identity.receivedAt, receivedAt)
}
