import type { Timestamp } from '@csii/model'

/** How much later than the sensor says we received what it says, ms. Negative: it speaks of the future. */
export interface Lag {
  /** Nearly the least: one in twenty is below, so that a single wrong clock aboard a ship does not count. */
  readonly low: number
  readonly median: number
  /** One in twenty is above. */
  readonly high: number
}

/** Keeps the lags of the last plots. */
export interface Lags {
  note(time: Timestamp, receivedAt: Timestamp): void
  /** Nothing while there are too few to tell. */
  lag(): Lag | undefined
}

const KEPT = 256
const ENOUGH = 10

export function createLags(): Lags {
  const kept = new Float64Array(KEPT)
  let noted = 0
  let known: { readonly noted: number; readonly lag: Lag } | undefined

  return {
    note(time, receivedAt) {
      kept[noted % KEPT] = receivedAt - time
      noted++
    },
    lag() {
      if (noted < ENOUGH) return undefined
      if (known?.noted === noted) return known.lag
      const sorted = kept.slice(0, Math.min(noted, KEPT)).sort()
      const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!
      known = { noted, lag: { low: at(0.05), median: at(0.5), high: at(0.95) } }
      return known.lag
    },
  }
}
