import type { Timestamp } from '@csii/model'
import { Assigner } from '../association/assignment.ts'
import { Clusters } from '../association/clusters.ts'
import { combined, inverseOf, times } from './covariance.ts'
import { differenceOf, isSound, predicted, VESSEL_NOISE, type Estimate } from './estimate.ts'
import { Nearby } from './nearby.ts'

/** A track of one nation as it is compared with those of another. */
export interface NationalTrack {
  readonly id: string
  readonly estimate: Estimate
  /** What the object states of itself: `mmsi:377123000`, `icao:0ac0f1`. */
  readonly identities: readonly string[]
  readonly simulated: boolean
}

export interface TrackPair {
  readonly own: NationalTrack
  readonly foreign: NationalTrack
  /** Squared Mahalanobis distance over position and velocity, 4 degrees of freedom. */
  readonly distanceSquared: number
  /** How much likelier one object is than two, as a natural logarithm. */
  readonly logLikelihoodRatio: number
}

export interface MatchOptions {
  /** Density of process noise, m²/s³. */
  readonly noise?: number
  /** Other vessels that could be taken for this one, per m². */
  readonly vesselDensity?: number
}

/** Of 4 degrees of freedom one pair of one object in a thousand is farther apart. */
const GATE = 18.47
/** A vessel in an area of 5 km by 5 km: a busy approach. */
const VESSEL_DENSITY = 4e-8
/** Any velocity up to 15 m/s is as likely as any other, per (m/s)². */
const VELOCITY_DENSITY = 1 / (Math.PI * 15 ** 2)
/** How far a partner's clock may be ahead of ours, ms. What comes from further in the future is left out. */
const CLOCK_TOLERANCE = 10_000
/** How often two nations' tracks of one object state the same, or else (a number was changed); and those of two. */
const SAME_IF_ONE = 0.98
const OTHER_IF_ONE = 1e-6
const SAME_IF_TWO = 1e-3
const OTHER_IF_TWO = 1 - SAME_IF_TWO

/**
 * Which own and which foreign tracks are one object: the pairs that are likeliest together, each track in one at most,
 * and only where one object is likelier than two. Tracks are brought to `now`, none backwards. Errors are taken as
 * independent: what the two share makes them closer than reckoned, so that the gate is rather too wide. Simulated and
 * live are never one.
 */
export function matchTracks(
  own: readonly NationalTrack[],
  foreign: readonly NationalTrack[],
  now: Timestamp,
  options: MatchOptions = {},
): TrackPair[] {
  const { noise = VESSEL_NOISE, vesselDensity = VESSEL_DENSITY } = options
  const isUsable = (estimate: Estimate) => isSound(estimate) && estimate.time <= now + CLOCK_TOLERANCE
  const ours = own.map(({ estimate }) => (isUsable(estimate) ? predicted(estimate, now, noise) : undefined))
  const theirs = foreign.map(({ estimate }) => (isUsable(estimate) ? predicted(estimate, now, noise) : undefined))
  const sound = theirs.flatMap((estimate, column) => (estimate ? [{ estimate, column }] : []))
  const nearby = new Nearby(sound.map(({ estimate }) => estimate), Math.sqrt(GATE))
  const clusters = new Clusters()
  const pairs = new Map<number, TrackPair>()
  ours.forEach((mine, row) => {
    if (!mine) return
    nearby.each(mine, (index) => {
      const { estimate, column } = sound[index]!
      const pair = compared(own[row]!, mine, foreign[column]!, estimate, vesselDensity)
      if (!pair) return
      pairs.set(row * foreign.length + column, pair)
      clusters.link(row, column, -pair.logLikelihoodRatio)
    })
  })
  return assigned(clusters).map(([row, column]) => pairs.get(row * foreign.length + column)!)
}

/** Undefined where the two are out of gate, or rather two objects. */
function compared(
  own: NationalTrack,
  ours: Estimate,
  foreign: NationalTrack,
  theirs: Estimate,
  vesselDensity: number,
): TrackPair | undefined {
  if (own.simulated !== foreign.simulated) return undefined
  const difference = differenceOf(ours, theirs)
  const total = combined(1, ours.covariance, 1, theirs.covariance)
  // Most that are visited lie far to the east or west.
  if (difference[0]! ** 2 > GATE * total[0]!) return undefined
  const weighed = inverseOf(total)
  if (!weighed) return undefined
  const pulled = times(weighed.inverse, difference)
  const distanceSquared = difference.reduce((sum, value, i) => sum + value * pulled[i]!, 0)
  if (distanceSquared > GATE) return undefined
  const logDensity = -(distanceSquared + weighed.logDeterminant) / 2 - 2 * Math.log(2 * Math.PI)
  const motion = logDensity - Math.log(vesselDensity * VELOCITY_DENSITY)
  const logLikelihoodRatio = motion + identityEvidence(own.identities, foreign.identities)
  return logLikelihoodRatio > 0 ? { own, foreign, distanceSquared, logLikelihoodRatio } : undefined
}

/** Of each kind of identity that both state. What only one states says nothing. */
function identityEvidence(own: readonly string[], foreign: readonly string[]): number {
  const kindOf = (identity: string) => identity.slice(0, identity.indexOf(':') + 1)
  return own.reduce((evidence, identity) => {
    if (foreign.includes(identity)) return evidence + Math.log(SAME_IF_ONE / SAME_IF_TWO)
    const isOther = foreign.some((other) => kindOf(other) === kindOf(identity))
    return isOther ? evidence + Math.log(OTHER_IF_ONE / OTHER_IF_TWO) : evidence
  }, 0)
}

/** Row and column of each pair of the likeliest whole. */
function assigned(clusters: Clusters): [row: number, column: number][] {
  const assigner = new Assigner()
  const found: [row: number, column: number][] = []
  clusters.each(({ rows, columns, tracks, plots, cost }) => {
    const out = new Int32Array(rows)
    assigner.solve(cost, rows, columns, new Float64Array(rows), out)
    out.forEach((column, row) => {
      if (column >= 0) found.push([tracks[row]!, plots[column]!])
    })
  })
  return found
}
