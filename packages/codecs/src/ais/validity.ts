import type { Timestamp } from '@csii/model'
import type { Stated } from '../nmea/stated.ts'

/**
 * Which clock a report is dated by.
 * - `plausible`: the time the network stated, if it is believable beside ours; else ours. For live streams.
 * - `stated`: the time the network stated, whatever it is. For recordings.
 * - `received`: ours.
 */
export type TimeReference = 'plausible' | 'stated' | 'received'

/** A live network delivers late after an outage, hardly later than this; a clock that lost its date is off by years. */
const MOST_DELAY = 24 * 3_600_000

/** How far two clocks that are both set may disagree. */
const MOST_SKEW = 60_000

export function referenceTime(stated: Stated, receivedAt: Timestamp, reference: TimeReference): Timestamp {
  const { time } = stated
  if (time === undefined || reference === 'received') return receivedAt
  const delay = receivedAt - time
  const isBelieved = reference === 'stated' || (delay <= MOST_DELAY && delay >= -MOST_SKEW)
  return isBelieved ? time : receivedAt
}

/**
 * A report may seem to come this much before it was made, because the receiver's clock runs behind. Wider, and reports
 * that are late by nearly a minute would be dated ahead of time instead.
 */
export const CLOCK_SLACK = 5000

const MINUTE = 60_000

/**
 * When a report was true: AIS gives only the second of UTC (ITU-R M.1371-5, annex 8, table 45: 60 to 63 say there is
 * none), so it is the last moment with that second, up to the reference.
 */
export function timeOfValidity(second: number | undefined, reference: Timestamp): Timestamp {
  if (second === undefined || second > 59) return reference
  const latest = reference + CLOCK_SLACK
  const time = Math.floor(latest / MINUTE) * MINUTE + second * 1000
  return time > latest ? time - MINUTE : time
}
