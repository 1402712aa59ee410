import type { Timestamp } from '@csii/model'
import type { Agility } from './imm.ts'
import {
  COVARIANCES, MEANS, MIXED_COVARIANCE, MIXED_MEAN, MODELS, SIZES, TIME, TURNING, UU, UV, VV, WEIGHTS, XX, XY,
} from './layout.ts'
import { packedIndex } from './packed.ts'
import type { Whereabouts } from './body.ts'

const EACH = 6
const LOG_TWO_PI = Math.log(2 * Math.PI)

/** Where each model of one body foresees it at one instant, without moving it: for gating and association. */
export class Foresight {
  /** For each model: weight, x, y, and the covariance of the position. */
  readonly #f = new Float64Array(MODELS * EACH)
  #models = MODELS
  x = 0
  y = 0
  pxx = 0
  pxy = 0
  pyy = 0
  /** Of the last likelihood asked for: the least squared Mahalanobis distance over the models worth counting. */
  distanceSquared = 0

  look(s: Float64Array, time: Timestamp, { noise }: Agility): void {
    const dt = (time - s[TIME]!) / 1000
    const ahead = Math.max(0, dt)
    this.#models = MODELS
    for (let model = 0; model < MODELS; model++) {
      const size = SIZES[model]!
      const mean = MEANS[model]!
      const cov = COVARIANCES[model]!
      const index = packedIndex(size)
      const turn = model === TURNING ? s[mean + 4]! * dt : 0
      const u = s[mean + 2]! - (turn / 2) * s[mean + 3]!
      const v = s[mean + 3]! + (turn / 2) * s[mean + 2]!
      const grown = (noise[model]! * ahead * ahead * ahead) / 3
      const at = model * EACH
      this.#f[at] = s[WEIGHTS + model]!
      this.#f[at + 1] = s[mean]! + dt * u
      this.#f[at + 2] = s[mean + 1]! + dt * v
      this.#f[at + 3] = s[cov]! + dt * (2 * s[cov + 2]! + dt * s[cov + index[2 * size + 2]!]!) + grown
      this.#f[at + 4] = s[cov + 1]! + dt * (s[cov + 3]! + s[cov + index[size + 2]!]! + dt * s[cov + index[2 * size + 3]!]!)
      this.#f[at + 5] = s[cov + index[size + 1]!]! + dt * (2 * s[cov + index[size + 3]!]! + dt * s[cov + index[3 * size + 3]!]!) + grown
    }
    this.#mixed(s, dt, ahead, noise)
  }

  #mixed(s: Float64Array, dt: number, ahead: number, noise: Agility['noise']): void {
    const cov = MIXED_COVARIANCE
    let q = 0
    for (let model = 0; model < MODELS; model++) q += s[WEIGHTS + model]! * noise[model]!
    const grown = (q * ahead * ahead * ahead) / 3
    this.x = s[MIXED_MEAN]! + dt * s[MIXED_MEAN + 2]!
    this.y = s[MIXED_MEAN + 1]! + dt * s[MIXED_MEAN + 3]!
    this.pxx = s[cov + XX]! + dt * (2 * s[cov + 2]! + dt * s[cov + UU]!) + grown
    this.pxy = s[cov + XY]! + dt * (s[cov + 3]! + s[cov + 5]! + dt * s[cov + UV]!)
    this.pyy = s[cov + 4]! + dt * (2 * s[cov + 6]! + dt * s[cov + VV]!) + grown
  }

  /** Looks back instead: one Gaussian. */
  remember({ x, y, pxx, pxy, pyy }: Whereabouts): void {
    this.#models = 1
    this.x = x
    this.y = y
    this.pxx = pxx
    this.pxy = pxy
    this.pyy = pyy
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

const WORTH_COUNTING = 0.003
