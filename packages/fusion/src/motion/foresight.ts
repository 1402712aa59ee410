import type { Timestamp } from '@csii/model'
import type { Whereabouts } from './body.ts'
import { predict, type Agility } from './imm.ts'
import {
  COVARIANCES, MEANS, MIXED_COVARIANCE, MIXED_MEAN, MODELS, STATE_LENGTH, TIME, UU, VV, WEIGHTS, XX, XY, YY,
} from './layout.ts'

/** Numbers kept for each model. */
const EACH = 6
const LOG_TWO_PI = Math.log(2 * Math.PI)
/** How hard an object turns or speeds up at most, m/s². */
const HARDEST = 4
/** Standard deviations beyond which nothing need be worked out. */
const FAR = 5
/** A model less likely than this adds nothing to a likelihood. */
const WORTH_COUNTING = 0.003

/** Where each model of one body foresees it at one instant, without moving it: for gating and association. */
export class Foresight {
  /** For each model: weight, x, y, and the covariance of the position. */
  readonly #f = new Float64Array(MODELS * EACH)
  readonly #state = new Float64Array(STATE_LENGTH)
  #models = MODELS
  /** Of the last likelihood asked for: the least squared Mahalanobis distance over the models worth counting. */
  distanceSquared = 0

  /** Whether a place is so far away that the body cannot be there, by a rough and cheap measure. */
  isFar(s: Float64Array, time: Timestamp, x: number, y: number, variance: number): boolean {
    const dt = (time - s[TIME]!) / 1000
    const cov = MIXED_COVARIANCE
    const spread = s[cov + XX]! + s[cov + YY]! + dt * dt * (s[cov + UU]! + s[cov + VV]!) + variance
    const reach = FAR * Math.sqrt(spread) + (HARDEST / 2) * Math.min(dt * dt, MOST_TURNING)
    const dx = x - s[MIXED_MEAN]! - dt * s[MIXED_MEAN + 2]!
    const dy = y - s[MIXED_MEAN + 1]! - dt * s[MIXED_MEAN + 3]!
    return dx * dx + dy * dy > reach * reach
  }

  look(s: Float64Array, time: Timestamp, agility: Agility): void {
    const state = this.#state
    for (let i = 0; i < MIXED_MEAN; i++) state[i] = s[i]!
    predict(state, time, agility)
    // A little before the state's own time: straight back.
    const behind = Math.min(0, (time - state[TIME]!) / 1000)
    this.#models = MODELS
    for (let model = 0; model < MODELS; model++) {
      const mean = MEANS[model]!
      const cov = COVARIANCES[model]!
      const at = model * EACH
      this.#f[at] = state[WEIGHTS + model]!
      this.#f[at + 1] = state[mean]! + behind * state[mean + 2]!
      this.#f[at + 2] = state[mean + 1]! + behind * state[mean + 3]!
      this.#f[at + 3] = state[cov + XX]!
      this.#f[at + 4] = state[cov + XY]!
      this.#f[at + 5] = state[cov + YY]!
    }
  }

  /** Looks back instead: one Gaussian. */
  remember({ x, y, pxx, pxy, pyy }: Whereabouts): void {
    this.#models = 1
    const f = this.#f
    f[0] = 1
    f[1] = x
    f[2] = y
    f[3] = pxx
    f[4] = pxy
    f[5] = pyy
  }

  /** Natural logarithm of the likelihood of a position, 1/m². */
  logLikelihood(x: number, y: number, rxx: number, rxy: number, ryy: number): number {
    const f = this.#f
    let sum = 0
    this.distanceSquared = Infinity
    for (let model = 0; model < this.#models; model++) {
      const at = model * EACH
      const weight = f[at]!
      if (weight < WORTH_COUNTING) continue
      const dx = x - f[at + 1]!
      const dy = y - f[at + 2]!
      const sxx = f[at + 3]! + rxx
      const sxy = f[at + 4]! + rxy
      const syy = f[at + 5]! + ryy
      const determinant = sxx * syy - sxy * sxy
      const distance = (dx * dx * syy - 2 * dx * dy * sxy + dy * dy * sxx) / determinant
      if (distance < this.distanceSquared) this.distanceSquared = distance
      sum += (weight * Math.exp(-distance / 2)) / Math.sqrt(determinant)
    }
    return Math.log(sum) - LOG_TWO_PI
  }
}

/** Seconds squared: nothing turns hard for longer than 20 s. */
const MOST_TURNING = 400
