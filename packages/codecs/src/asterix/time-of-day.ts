import type { Timestamp } from '@csii/model'

/** Milliseconds after which a time of day begins anew, and one that was cut to 16 bits of 1/128 s, as in I001/141. */
export const DAY = 86_400_000
export const TRUNCATED = 512_000

/** How far two clocks that are both set may disagree. */
const MOST_SKEW = 60_000

/** A radar delivers within seconds; a network that comes back after an outage, hardly later than this. */
const MOST_DELAY = 3_600_000

/**
 * When a report was true: the last moment with that time of day up to the receipt, so that a report from before
 * midnight that arrives after it keeps its day. A clock that cannot be believed beside ours is not: then it was now.
 */
export function timeOfValidity(seconds: number | undefined, receivedAt: Timestamp, period = DAY): Timestamp {
  if (seconds === undefined || seconds * 1000 >= period) return receivedAt
  const latest = receivedAt + MOST_SKEW
  const start = Math.floor(latest / period) * period
  const time = start + seconds * 1000
  const last = time > latest ? time - period : time
  return receivedAt - last <= MOST_DELAY ? last : receivedAt
}
