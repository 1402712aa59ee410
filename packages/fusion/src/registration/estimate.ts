import { degreesToRadians, type Timestamp } from '@csii/model'
import type { AxisSums } from './axis-sums.ts'
import type { VesselEvidence } from './vessel-evidence.ts'

export interface BiasEstimate {
  readonly range: number
  readonly bearingDeg: number
  readonly time: number
  readonly rangeVariance: number
  readonly bearingVarianceDeg2: number
  readonly timeVariance: number
  /** Square metres between vessels: where their antennas are, and errors of their receivers that last. */
  readonly spread: number
  readonly vessels: number
}

/** Before anything is seen: as far off as radars are ever set up, square metres, degrees and seconds. */
const PRIOR = { range: 300 ** 2, bearingDeg: 2 ** 2, time: 0.3 ** 2 }

/** Square metres between vessels, as much as we believe before we know, and how many vessels that belief is worth. */
const USUAL_SPREAD = 10 ** 2
const LEAST_SPREAD = 5 ** 2
const BELIEF = 2
/** Two vessels or one may be large ones with their antenna far from the middle of their echo. */
const LARGE_HULL = 50 ** 2

/** By how much a bias may have wandered in one second: 5 m and 0.03° in an hour. */
const RANGE_DRIFT = 5 ** 2 / 3600
const BEARING_DRIFT = 0.03 ** 2 / 3600

/** In standard deviations: from here a vessel counts less (Huber 1964), and from there not at all. */
const HUBER = 1.5
const ODD = 6
const ROUNDS = 4

export const NOTHING_LEARNT: BiasEstimate = {
  range: 0,
  bearingDeg: 0,
  time: 0,
  rangeVariance: PRIOR.range,
  bearingVarianceDeg2: PRIOR.bearingDeg,
  timeVariance: PRIOR.time,
  spread: USUAL_SPREAD,
  vessels: 0,
}

/** One vessel on both axes. `spread` is the variance that no number of its pairs reduces, in the axis' own unit. */
interface Witness {
  readonly range: AxisSums
  readonly bearing: AxisSums
  readonly rangeSpread: number
  readonly bearingSpread: number
  /** Metres of one degree at its distance. */
  readonly metresADegree: number
  credit: number
}

/** All that the vessels say together: least squares with an unknown for each vessel, robust over vessels. */
export function estimateBias(vessels: Iterable<VesselEvidence>, now: Timestamp, spread: number): BiasEstimate {
  const known = [...vessels].filter(({ pairs }) => pairs > 0)
  if (known.length === 0) return { ...NOTHING_LEARNT, spread }
  const doubt = spread + (known.length < 3 ? LARGE_HULL : 0)
  const witnesses = known.map((vessel) => witnessOf(vessel, now, doubt))
  let solved = solve(witnesses)
  for (let round = 1; round < ROUNDS; round++) {
    for (const witness of witnesses) witness.credit = creditOf(witness, solved)
    solved = solve(witnesses)
  }
  const trusted = witnesses.filter(({ credit }) => credit > 0.3)
  return { ...widened(solved, trusted.length), spread: spreadOf(trusted, solved, spread), vessels: trusted.length }
}

/** From few vessels their spread is not well known either: as a Student distribution is wider than a normal one. */
function widened(solved: Solved, vessels: number): Solved {
  if (vessels < 3) return solved
  const factor = vessels / (vessels - 1.5)
  return {
    ...solved,
    rangeVariance: Math.min(PRIOR.range, solved.rangeVariance * factor),
    bearingVarianceDeg2: Math.min(PRIOR.bearingDeg, solved.bearingVarianceDeg2 * factor),
  }
}

function witnessOf({ slow, distance, observedAt }: VesselEvidence, now: Timestamp, spread: number): Witness {
  const age = Math.max(0, now - observedAt) / 1000
  const metresADegree = Math.max(distance, 100) * degreesToRadians(1)
  return {
    range: slow.range,
    bearing: slow.bearing,
    rangeSpread: spread + RANGE_DRIFT * age,
    bearingSpread: spread / metresADegree ** 2 + BEARING_DRIFT * age,
    metresADegree,
    credit: 1,
  }
}

type Solved = Omit<BiasEstimate, 'spread' | 'vessels'>

/** The normal equations: range and bearing meet in the time bias only, so that it is eliminated first. */
function solve(witnesses: readonly Witness[]): Solved {
  let [rr, rt, ry, bb, bt, by, tt, ty] = [1 / PRIOR.range, 0, 0, 1 / PRIOR.bearingDeg, 0, 0, 1 / PRIOR.time, 0]
  for (const { range, bearing, rangeSpread, bearingSpread, credit } of witnesses) {
    const r = credit / (1 + rangeSpread * range.weight)
    rr += r * range.weight
    rt -= r * range.rate
    ry += r * range.value
    const b = credit / (1 + bearingSpread * bearing.weight)
    bb += b * bearing.weight
    bt -= b * bearing.rate
    by += b * bearing.value
    tt += credit * (range.rateSquared + bearing.rateSquared)
    tt -= r * rangeSpread * range.rate ** 2 + b * bearingSpread * bearing.rate ** 2
    ty -= credit * (range.rateValue + bearing.rateValue)
    ty += r * rangeSpread * range.rate * range.value + b * bearingSpread * bearing.rate * bearing.value
  }
  const timeVariance = 1 / (tt - rt ** 2 / rr - bt ** 2 / bb)
  const time = timeVariance * (ty - (rt * ry) / rr - (bt * by) / bb)
  return {
    range: (ry - rt * time) / rr,
    bearingDeg: (by - bt * time) / bb,
    time,
    rangeVariance: 1 / rr + (rt / rr) ** 2 * timeVariance,
    bearingVarianceDeg2: 1 / bb + (bt / bb) ** 2 * timeVariance,
    timeVariance,
  }
}

/** How far the mean of a vessel lies from what all say, and the variance of that mean without the spread. */
const offBy = (sums: AxisSums, bias: number, time: number): number =>
  (sums.value + sums.rate * time) / sums.weight - bias

function creditOf({ range, bearing, rangeSpread, bearingSpread }: Witness, solved: Solved): number {
  const onRange = offBy(range, solved.range, solved.time) ** 2 / (1 / range.weight + rangeSpread)
  const onBearing = offBy(bearing, solved.bearingDeg, solved.time) ** 2 / (1 / bearing.weight + bearingSpread)
  const off = Math.sqrt(Math.max(onRange, onBearing))
  return off > ODD ? 0 : off > HUBER ? HUBER / off : 1
}

/** The variance between vessels by the method of moments (DerSimonian and Laird 1986), bounded by what was believed. */
function spreadOf(witnesses: readonly Witness[], solved: Solved, believed: number): number {
  let [weights, sum] = [BELIEF, BELIEF * USUAL_SPREAD]
  const freedom = witnesses.length > 1 ? witnesses.length / (witnesses.length - 1) : 0
  for (const { range, bearing, metresADegree } of witnesses) {
    const axes = [
      [offBy(range, solved.range, solved.time) ** 2, 1 / range.weight],
      [(offBy(bearing, solved.bearingDeg, solved.time) * metresADegree) ** 2, metresADegree ** 2 / bearing.weight],
    ] as const
    for (const [squared, variance] of axes) {
      const weight = (believed / (believed + variance)) ** 2
      weights += weight
      sum += weight * (Math.min(squared, 9 * (believed + variance)) * freedom - variance)
    }
  }
  return Math.max(LEAST_SPREAD, sum / weights)
}
