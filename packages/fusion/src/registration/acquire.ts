import { degreesToRadians, type Timestamp } from '@csii/model'
import { CANDIDATE_REACH, type BiasPair } from './bias-pair.ts'
import type { VesselEvidence } from './vessel-evidence.ts'

export interface Offset {
  readonly range: number
  readonly bearingDeg: number
}

/** Milliseconds of plots that vote: two turns of the slowest radar, five of a usual one. */
const WINDOW = 30_000
/** Plots of one turn near one vessel lie nearer in time than this; no radar turns so fast. */
const ONE_LOOK = 1000

/** A plot fits an offset wholly within two deviations, and not at all beyond three: squared, in two dimensions. */
const WHOLLY = 4
const NOT_AT_ALL = 9.2
/** The square of the distance within which as many fit by chance, for a fit that falls off so. */
const EFFECTIVE = (WHOLLY + NOT_AT_ALL) / 2

/** Share of vessels that a true bias would explain; others are not seen, or lie. */
const EXPLAINED = 0.7
/** No vessel alone says more: a neighbour may keep its distance. */
const LEAST_CHANCE = 0.01
/** Our assumption: of what fits once by chance so much fits in the next turn too. */
const STAYING = 0.5

/** Vessels that must contradict what is believed before anything else is looked for, and support what is found. */
const LEAST_VESSELS = 5
/**
 * Natural logarithms of likelihood ratios: against chance, over some 200 distinct offsets at odds of 10⁵, and against
 * what is believed.
 */
const AGAINST_CHANCE = 16
const AGAINST_BELIEF = 10

/** Offsets that are tried, of the plots near the vessels with the fewest. */
const MOST_TRIED = 48

interface Voter {
  /** One list for each turn. */
  readonly looks: readonly (readonly BiasPair[])[]
  /** How likely some plot of a turn fits an offset by chance. */
  readonly chance: number
}

/** Milliseconds: a vessel with plots near it, none of which was its own for so long, may be seen elsewhere. */
const UNEXPLAINED = 5000

/** True when vessels enough to look for another offset have plots near them that are not theirs. */
export function isContradicted(vessels: Iterable<VesselEvidence>, now: Timestamp): boolean {
  let count = 0
  for (const { time, observedAt, pairs } of vessels) {
    if (time >= now - WINDOW && (pairs === 0 || observedAt < time - UNEXPLAINED)) count++
  }
  return count >= LEAST_VESSELS - 1
}

/** The pairs that agree on one offset, where what is believed explains the plots near vessels worse. */
export function acquire(
  vessels: Iterable<VesselEvidence>,
  now: Timestamp,
  believed: Offset,
): readonly BiasPair[] | undefined {
  const voters: Voter[] = []
  for (const vessel of vessels) {
    const voter = voterOf(vessel, now)
    if (voter) voters.push(voter)
  }
  const contrary = voters.filter((voter) => fitOf(voter, believed) < 0.3)
  if (contrary.length < LEAST_VESSELS - 1) return undefined
  const best = bestOf(voters, contrary)
  if (!best) return undefined
  const support = supportOf(voters, best)
  if (support < AGAINST_CHANCE || support - supportOf(voters, believed) < AGAINST_BELIEF) return undefined
  const agreeing = voters.filter((voter) => fitOf(voter, best) >= 0.5)
  return agreeing.length < LEAST_VESSELS ? undefined : agreeing.flatMap((voter) => fittingPairs(voter, best))
}

/** Only what was looked at twice votes. */
function voterOf({ near, time }: VesselEvidence, now: Timestamp): Voter | undefined {
  if (time < now - WINDOW) return undefined
  const looks: BiasPair[][] = []
  let [began, count, area] = [-Infinity, 0, 0]
  for (const pair of near) {
    if (pair.time < now - WINDOW) continue
    if (pair.time - began > ONE_LOOK) {
      began = pair.time
      looks.push([])
    }
    looks.at(-1)!.push(pair)
    count++
    area += Math.sqrt(pair.rangeVariance * pair.bearingVarianceDeg2) * pair.range * degreesToRadians(1)
  }
  if (looks.length < 2) return undefined
  const chance = (STAYING * (count / looks.length) * EFFECTIVE * (area / count)) / CANDIDATE_REACH ** 2
  return { looks, chance: Math.min(0.9, Math.max(LEAST_CHANCE, chance)) }
}

function bestOf(voters: readonly Voter[], contrary: readonly Voter[]): Offset | undefined {
  let [best, most]: [Offset | undefined, number] = [undefined, -Infinity]
  for (const tried of offsetsToTry(contrary)) {
    const support = supportOf(voters, tried)
    if (support > most) [best, most] = [tried, support]
  }
  if (!best) return undefined
  for (let round = 0; round < 3; round++) {
    const { range, bearingDeg } = best
    best = meanOf(voters.flatMap((voter) => fittingPairs(voter, { range, bearingDeg })), best)
  }
  return best
}

function offsetsToTry(contrary: readonly Voter[]): Offset[] {
  const offsets: Offset[] = []
  for (const { looks } of contrary.toSorted((a, b) => a.chance - b.chance)) {
    for (const pair of looks.flat()) {
      offsets.push({ range: pair.rangeResidual, bearingDeg: pair.bearingResidualDeg })
      if (offsets.length >= MOST_TRIED) return offsets
    }
  }
  return offsets
}

function meanOf(pairs: readonly BiasPair[], otherwise: Offset): Offset {
  let [range, ranges, bearing, bearings] = [0, 0, 0, 0]
  for (const pair of pairs) {
    range += pair.rangeResidual / pair.rangeVariance
    ranges += 1 / pair.rangeVariance
    bearing += pair.bearingResidualDeg / pair.bearingVarianceDeg2
    bearings += 1 / pair.bearingVarianceDeg2
  }
  return ranges > 0 ? { range: range / ranges, bearingDeg: bearing / bearings } : otherwise
}

const supportOf = (voters: readonly Voter[], offset: Offset): number =>
  voters.reduce((sum, voter) => sum + Math.log(1 - EXPLAINED + (EXPLAINED * fitOf(voter, offset)) / voter.chance), 0)

/** The share of turns in which some plot fits. */
function fitOf({ looks }: Voter, offset: Offset): number {
  let sum = 0
  for (const look of looks) {
    let best = 0
    for (const pair of look) best = Math.max(best, fit(pair, offset))
    sum += best
  }
  return sum / looks.length
}

function fit(pair: BiasPair, { range, bearingDeg }: Offset): number {
  const onRange = (pair.rangeResidual - range) ** 2 / pair.rangeVariance
  if (onRange > NOT_AT_ALL) return 0
  const squared = onRange + (pair.bearingResidualDeg - bearingDeg) ** 2 / pair.bearingVarianceDeg2
  return squared <= WHOLLY ? 1 : Math.max(0, (NOT_AT_ALL - squared) / (NOT_AT_ALL - WHOLLY))
}

/** Of each turn the plot that fits best, where one does. */
function fittingPairs({ looks }: Voter, offset: Offset): BiasPair[] {
  const fitting: BiasPair[] = []
  for (const look of looks) {
    let [best, most]: [BiasPair | undefined, number] = [undefined, 0]
    for (const pair of look) {
      const share = fit(pair, offset)
      if (share > most) [best, most] = [pair, share]
    }
    if (best) fitting.push(best)
  }
  return fitting
}
