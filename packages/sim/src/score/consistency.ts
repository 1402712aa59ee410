import { chiSquareQuantile } from './chi-square.ts'
import type { Match, MatchedEpoch } from './matching.ts'

/**
 * Whether the ellipse means what it says. The normalised estimation error squared (NEES, Bar-Shalom, Li and Kirubarajan
 * 2001, § 5.4) of a position is eᵀP⁻¹e: the square of the error in units of what the track says of it. If what it says
 * is true, it is chi-square of two degrees of freedom: 2 on average, and so often inside the ellipse of a probability
 * as that says.
 */
export interface Consistency {
  /** The mean. Above the band the tracks are too sure of themselves, below it they are too modest. */
  readonly nees: number
  /** Within these bounds the mean of so many independent samples lies in 95 % of cases, if the ellipses are true. */
  readonly neesLow: number
  readonly neesHigh: number
  readonly neesInBand: boolean
  readonly neesSamples: number
  /** How many independent samples the samples are worth. */
  readonly neesEffective: number
  /** Shares of errors inside the ellipses of 50 % and 95 %. Half too large and half too small give a good mean. */
  readonly inside50: number
  readonly inside95: number
}

/** Squared radii of the ellipses of two degrees of freedom that hold 50 % and 95 %: −2 ln(1 − p). */
const RADIUS_50 = -2 * Math.log(1 - 0.5)
const RADIUS_95 = -2 * Math.log(1 - 0.95)

/**
 * Of the matched tracks that carry a covariance, in one run or several together; undefined where none does. The objects
 * of several runs are different ones.
 */
export function consistency(
  runs: readonly (readonly MatchedEpoch[])[],
  counts: (match: Match) => boolean = () => true,
): Consistency | undefined {
  const series = runs.flatMap((epochs) => neesByObject(epochs, counts))
  const samples = series.flatMap((values) => Array.from(values)).filter((value) => !Number.isNaN(value))
  if (samples.length === 0) return undefined
  const nees = samples.reduce((sum, value) => sum + value, 0) / samples.length
  const neesEffective = effectiveCount(series, nees, samples.length)
  const [neesLow, neesHigh] = band(neesEffective)
  return {
    nees,
    neesLow,
    neesHigh,
    neesInBand: nees >= neesLow && nees <= neesHigh,
    neesSamples: samples.length,
    neesEffective,
    inside50: samples.filter((value) => value <= RADIUS_50).length / samples.length,
    inside95: samples.filter((value) => value <= RADIUS_95).length / samples.length,
  }
}

/** The sum of n independent samples is chi-square of 2n degrees. */
const band = (count: number): [number, number] => [
  chiSquareQuantile(0.025, 2 * count) / count,
  chiSquareQuantile(0.975, 2 * count) / count,
]

/** For each object its values by the number of the epoch; where it has none, NaN. */
function neesByObject(epochs: readonly MatchedEpoch[], counts: (match: Match) => boolean): Float64Array[] {
  const byObject = new Map<string, Float64Array>()
  for (const [index, { matches }] of epochs.entries()) {
    for (const match of matches) {
      const value = counts(match) ? neesOf(match) : undefined
      if (value === undefined) continue
      const { id } = match.object
      if (!byObject.has(id)) byObject.set(id, new Float64Array(epochs.length).fill(NaN))
      byObject.get(id)![index] = value
    }
  }
  return [...byObject.values()]
}

function neesOf({ object, track }: Match): number | undefined {
  const { cxx, cxy, cyy } = track
  if (cxx === undefined || cxy === undefined || cyy === undefined) return undefined
  const [x, y] = [track.x - object.x, track.y - object.y]
  return (cyy * x * x - 2 * cxy * x * y + cxx * y * y) / (cxx * cyy - cxy * cxy)
}

/**
 * The samples of one object come from one filter, which remembers, and from receivers whose error drifts over minutes;
 * so they say less than as many independent ones, and a band for their bare number would be far too narrow. The
 * variance of their mean is that of independent ones times 1 + 2 Σₖ Nₖρₖ/n, with Nₖ pairs k epochs apart whose
 * autocorrelation is ρₖ. It is taken over all objects around the mean of all: around each object's own mean, an error
 * that stays would not be seen. The sum ends where two neighbouring ρₖ together are below zero: they are noise from
 * there on (Geyer, Statistical Science 7, 1992, § 3.3). Objects count as independent of one another: an error that all
 * share, such as a radar's that points wrong, is not forgiven. Of one object alone, an error that stays cannot be told
 * from a filter that is too sure of itself.
 */
function effectiveCount(series: readonly Float64Array[], mean: number, count: number): number {
  const variance = pairSum(series, mean, 0) / count
  if (variance === 0) return count
  const most = Math.max(...series.map(({ length }) => length))
  let sum = 0
  for (let lag = 1; lag < most; lag += 2) {
    const pair = pairSum(series, mean, lag) + pairSum(series, mean, lag + 1)
    if (pair <= 0) break
    sum += pair / variance
  }
  return count / (1 + (2 * sum) / count)
}

/** Σ (xᵢ − mean)(xⱼ − mean) over all pairs so many epochs apart. */
function pairSum(series: readonly Float64Array[], mean: number, lag: number): number {
  let sum = 0
  for (const values of series) {
    for (let index = lag; index < values.length; index++) {
      const product = (values[index]! - mean) * (values[index - lag]! - mean)
      if (!Number.isNaN(product)) sum += product
    }
  }
  return sum
}
