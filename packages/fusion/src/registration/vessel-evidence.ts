import type { Timestamp } from '@csii/model'
import { add, fade, noSums, type AxisSums } from './axis-sums.ts'
import type { BiasPair } from './bias-pair.ts'

/** Sums over a stretch of time that ends at the last pair. */
export interface Memory {
  readonly range: AxisSums
  readonly bearing: AxisSums
}

/** What the pairs of one vessel say of one radar. */
export interface VesselEvidence {
  readonly objectId: string
  /** By chance, but the same every time: who is kept where there are too many. */
  readonly lot: number
  slow: Memory
  /** The last seconds only: shows when the bias has changed. */
  fast: Memory
  /** Metres from the radar, at the last pair. */
  distance: number
  /** Of the last pair that was observed, and of the last one of either sort. */
  observedAt: Timestamp
  time: Timestamp
  /** How many were observed. */
  pairs: number
  /** Plots near the vessel, in order of time, whether or not they are its. */
  readonly near: BiasPair[]
}

/** Milliseconds in which the weight of a pair falls to 1/e. */
const SLOW = 300_000
const FAST = 20_000

/** Of the newest plots near one vessel so many are kept. */
const MOST_NEAR = 32

const noMemory = (): Memory => ({ range: noSums(), bearing: noSums() })

export const noEvidence = (objectId: string, lot: number, time: Timestamp): VesselEvidence => ({
  objectId,
  lot,
  slow: noMemory(),
  fast: noMemory(),
  distance: 0,
  observedAt: time,
  time,
  pairs: 0,
  near: [],
})

export function addNear(vessel: VesselEvidence, pair: BiasPair): void {
  const { near } = vessel
  vessel.time = Math.max(vessel.time, pair.time)
  let at = near.length
  while (at > 0 && near[at - 1]!.time > pair.time) at--
  near.splice(at, 0, pair)
  if (near.length > MOST_NEAR) near.shift()
}

/** The values are the residuals as the slow memory takes them; the fast one takes them as they are. */
export function addObserved(vessel: VesselEvidence, pair: BiasPair, rangeValue: number, bearingValue: number): void {
  const later = pair.time - vessel.observedAt
  if (later > 0) {
    fadeMemory(vessel.slow, Math.exp(-later / SLOW))
    fadeMemory(vessel.fast, Math.exp(-later / FAST))
    vessel.observedAt = pair.time
  }
  const { rangeResidual, bearingResidualDeg, rangeRate, bearingRateDeg, rangeVariance, bearingVarianceDeg2 } = pair
  add(vessel.slow.range, rangeValue, rangeRate, rangeVariance)
  add(vessel.slow.bearing, bearingValue, bearingRateDeg, bearingVarianceDeg2)
  add(vessel.fast.range, rangeResidual, rangeRate, rangeVariance)
  add(vessel.fast.bearing, bearingResidualDeg, bearingRateDeg, bearingVarianceDeg2)
  vessel.distance = pair.range
  vessel.time = Math.max(vessel.time, pair.time)
  vessel.pairs++
}

/** What was learnt before the last seconds is of a bias that is no more. */
export function keepFast(vessel: VesselEvidence): void {
  vessel.slow = vessel.fast
  vessel.fast = noMemory()
  vessel.pairs = 1
}

export function forgetObserved(vessel: VesselEvidence): void {
  vessel.slow = noMemory()
  vessel.fast = noMemory()
  vessel.pairs = 0
}

function fadeMemory({ range, bearing }: Memory, share: number): void {
  fade(range, share)
  fade(bearing, share)
}
