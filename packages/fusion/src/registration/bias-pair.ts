import type { Timestamp } from '@csii/model'

/** A plot of a radar beside what a vessel said by AIS. Residuals are measured minus predicted, uncorrected. */
export interface BiasPair {
  readonly sensorId: string
  /** Of the plot. */
  readonly time: Timestamp
  /** The vessel, such as its MMSI. */
  readonly objectId: string
  /** Metres, as measured. */
  readonly range: number
  readonly bearingDeg: number
  readonly rangeResidual: number
  readonly bearingResidualDeg: number
  /** Square metres: the radar's own and that of the prediction. */
  readonly rangeVariance: number
  readonly bearingVarianceDeg2: number
  /** Of the vessel, as AIS states it, seen from the radar: m/s and degrees a second. */
  readonly rangeRate: number
  readonly bearingRateDeg: number
}

/** What is to be taken off a plot of a radar, and what is left uncertain then. */
export interface Correction {
  /** Metres. */
  readonly range: number
  readonly bearingDeg: number
  /** Seconds by which the times of the radar are late. */
  readonly time: number
  readonly rangeVariance: number
  readonly bearingVarianceDeg2: number
  readonly isApplied: boolean
}

/** Metres: pairs whose plot lies farther from where the vessel should be say nothing of a bias. */
export const CANDIDATE_REACH = 1000

/** Numbers that arithmetic can stand, and a residual that a bias can have. */
export const isUsable = (pair: BiasPair): boolean =>
  Number.isFinite(pair.time) &&
  pair.range > 0 &&
  pair.range < 1e6 &&
  Number.isFinite(pair.bearingDeg) &&
  Math.abs(pair.rangeResidual) <= 2 * CANDIDATE_REACH &&
  Math.abs(pair.bearingResidualDeg) <= 20 &&
  pair.rangeVariance > 0 &&
  pair.rangeVariance < 1e9 &&
  pair.bearingVarianceDeg2 > 0 &&
  pair.bearingVarianceDeg2 < 1e4 &&
  Math.abs(pair.rangeRate) < 1000 &&
  Math.abs(pair.bearingRateDeg) < 100
