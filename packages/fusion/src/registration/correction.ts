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

/** The estimate where range or bearing is surely off, by so much that it is worth it; then both are best taken off. */
export function chooseCorrection(estimate: BiasEstimate, before: Correction): Correction {
  const isOff =
    isChosen(estimate.range, estimate.rangeVariance, LEAST_RANGE, before.range !== 0) ||
    isChosen(estimate.bearingDeg, estimate.bearingVarianceDeg2, LEAST_BEARING, before.bearingDeg !== 0)
  const isLate = isChosen(estimate.time, estimate.timeVariance, LEAST_TIME, before.time !== 0)
  const range = isOff ? estimate.range : 0
  const bearingDeg = isOff ? estimate.bearingDeg : 0
  const time = isLate ? estimate.time : 0
  return {
    range,
    bearingDeg,
    time,
    rangeVariance: isOff ? estimate.rangeVariance : left(estimate.range, estimate.rangeVariance, USUAL_RANGE),
    bearingVarianceDeg2: isOff
      ? estimate.bearingVarianceDeg2
      : left(estimate.bearingDeg, estimate.bearingVarianceDeg2, USUAL_BEARING),
    isApplied: isOff || isLate,
  }
}

function isChosen(bias: number, variance: number, least: number, wasChosen: boolean): boolean {
  const sure = wasChosen ? STILL_SURE : SURE
  const enough = wasChosen ? least / 2 : least
  return Math.abs(bias) >= enough && bias ** 2 > sure ** 2 * variance
}

/** What is not taken off is uncertain too, though not beyond what is usual. */
const left = (bias: number, variance: number, usual: number): number => Math.min(usual, variance + bias ** 2)

export type Noise = Pick<BiasPair, 'rangeVariance' | 'bearingVarianceDeg2'>

/** True when plots of the radar move by about a deviation of their own. */
export const isJump = (from: Correction, to: Correction, noise: Noise): boolean =>
  (from.range - to.range) ** 2 > noise.rangeVariance ||
  (from.bearingDeg - to.bearingDeg) ** 2 > noise.bearingVarianceDeg2
