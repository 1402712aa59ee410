import type { BiasPair, Correction } from './bias-pair.ts'
import type { BiasEstimate } from './estimate.ts'

/** Square metres and degrees by which a radar errs that nobody has told us about: our assumption of one well set up. */
const USUAL_RANGE = 15 ** 2
const USUAL_BEARING = 0.1 ** 2

export const UNCORRECTED: Correction = {
  range: 0,
  bearingDeg: 0,
  time: 0,
  rangeVariance: USUAL_RANGE,
  bearingVarianceDeg2: USUAL_BEARING,
  isApplied: false,
}

/** In deviations: a bias is taken off from here, and until it is less sure than that. */
const SURE = 3.5
const STILL_SURE = 2
/** Less is not worth it: metres, degrees, seconds. */
const LEAST_RANGE = 10
const LEAST_BEARING = 0.04
const LEAST_TIME = 0.2

/** Of the estimate what is sure and worth it, each axis by itself. */
export function chooseCorrection(estimate: BiasEstimate, before: Correction): Correction {
  const range = chosen(estimate.range, estimate.rangeVariance, LEAST_RANGE, before.range !== 0)
  const bearingDeg = chosen(estimate.bearingDeg, estimate.bearingVarianceDeg2, LEAST_BEARING, before.bearingDeg !== 0)
  const time = chosen(estimate.time, estimate.timeVariance, LEAST_TIME, before.time !== 0)
  return {
    range,
    bearingDeg,
    time,
    rangeVariance: left(estimate.range - range, estimate.rangeVariance, USUAL_RANGE),
    bearingVarianceDeg2: left(estimate.bearingDeg - bearingDeg, estimate.bearingVarianceDeg2, USUAL_BEARING),
    isApplied: range !== 0 || bearingDeg !== 0 || time !== 0,
  }
}

function chosen(bias: number, variance: number, least: number, isChosen: boolean): number {
  const sure = isChosen ? STILL_SURE : SURE
  const enough = isChosen ? least / 2 : least
  return Math.abs(bias) >= enough && bias ** 2 > sure ** 2 * variance ? bias : 0
}

/** What is not taken off is uncertain too, though not beyond what is usual. */
const left = (kept: number, variance: number, usual: number): number =>
  kept === 0 ? variance : Math.min(usual, variance + kept ** 2)

export type Noise = Pick<BiasPair, 'rangeVariance' | 'bearingVarianceDeg2'>

/** True when plots of the radar move by about a deviation of their own. */
export const isJump = (from: Correction, to: Correction, noise: Noise): boolean =>
  (from.range - to.range) ** 2 > noise.rangeVariance || (from.bearingDeg - to.bearingDeg) ** 2 > noise.bearingVarianceDeg2
