import type { Heard, Timestamp } from '@csii/model'

/** How long after its time of validity the node received what a sensor says, ms. Negative when its clock is ahead. */
export interface Delay {
  readonly medianMs: number
  readonly p95Ms: number
  /** Nearly the least: it takes more than a few ships whose own clocks are wrong to move it. */
  readonly p05Ms: number
  /**
   * The shortest: nothing arrives before it happens, so a sensor's clock is ahead of ours by at least what this is
   * below zero. Above zero it is the delay that every message has, or a clock behind: the two look the same.
   */
  readonly leastMs: number
}

/** The delays of the last minute, or of the last sixteen messages of a sensor that speaks more seldom. */
export interface DelayGauge {
  note(heard: Heard): void
  delay(now: Timestamp): Delay | undefined
}

const WINDOW = 60_000
const FEWEST = 16
/** One message in so long is looked at: enough for a median, however busy the sensor. */
const EVERY = 100
const KEPT = WINDOW / EVERY
/** Figures for people: it is enough to work them out so often. */
const FRESH = 1_000

export function createDelayGauge(): DelayGauge {
  const times = new Float64Array(KEPT)
  const delays = new Float64Array(KEPT)
  let noted = 0
  let worked: Delay | undefined
  let workedAt = -Infinity
  let workedNoted = 0

  function latest(now: Timestamp): Float64Array {
    const held = Math.min(noted, KEPT)
    let count = 0
    while (count < held && (count < FEWEST || Math.abs(now - times[(noted - 1 - count) % KEPT]!) <= WINDOW)) count++
    return Float64Array.from({ length: count }, (_, age) => delays[(noted - 1 - age) % KEPT]!).sort()
  }

  return {
    note({ time, receivedAt }) {
      const before = noted > 0 ? times[(noted - 1) % KEPT]! : -Infinity
      if (Math.abs(receivedAt - before) < EVERY) return
      times[noted % KEPT] = receivedAt
      delays[noted % KEPT] = receivedAt - time
      noted++
    },
    delay(now) {
      if (noted === 0 || Math.abs(now - workedAt) < FRESH) return worked
      if (noted === workedNoted && noted <= FEWEST) return worked
      const sorted = latest(now)
      worked = { medianMs: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95), p05Ms: quantile(sorted, 0.05), leastMs: sorted[0]! }
      workedAt = now
      workedNoted = noted
      return worked
    },
  }
}

/** The smallest value that so great a share does not exceed. */
const quantile = (sorted: Float64Array, share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!
