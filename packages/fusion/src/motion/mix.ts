import { COVARIANCES, MANOEUVRING, MEANS, MIXED_COVARIANCE, MIXED_MEAN, STEADY, TURNING, WEIGHTS } from './layout.ts'

// Constants of this module: those that are imported the compiler does not fold into the code.
const [A_MEAN, B_MEAN, C_MEAN] = [MEANS[STEADY]!, MEANS[MANOEUVRING]!, MEANS[TURNING]!]
const [A, B, C] = [COVARIANCES[STEADY]!, COVARIANCES[MANOEUVRING]!, COVARIANCES[TURNING]!]
const [XX, XY, XU, XV, YY, YU, YV, UU, UV, VV] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
/** In the packed 5 × 5 matrix, where the column of the turn rate begins and ends. */
const [XW, WW] = [10, 14]
/** The spread of turn rates with which a turn begins, (rad/s)²: 3 degrees in a second. */
export const TURN_BEGINS = 0.0027

/**
 * Mixes what the three models believe of position and velocity, by shares of 1 that lie in `shares` from `at` on, and
 * writes it to `out`: as one Gaussian (Bar-Shalom et al., § 11.6.6). Written out, without loops and tables: most of the
 * time of a plot goes here and into the correction.
 */
function mixPlanar(
  s: Float64Array, shares: Float64Array, at: number, out: Float64Array, mean: number, cov: number,
): void {
  const a = shares[at]!, b = shares[at + 1]!, c = shares[at + 2]!
  const x = a * s[A_MEAN]! + b * s[B_MEAN]! + c * s[C_MEAN]!
  const y = a * s[A_MEAN + 1]! + b * s[B_MEAN + 1]! + c * s[C_MEAN + 1]!
  const u = a * s[A_MEAN + 2]! + b * s[B_MEAN + 2]! + c * s[C_MEAN + 2]!
  const v = a * s[A_MEAN + 3]! + b * s[B_MEAN + 3]! + c * s[C_MEAN + 3]!
  const xa = s[A_MEAN]! - x, xb = s[B_MEAN]! - x, xc = s[C_MEAN]! - x
  const ya = s[A_MEAN + 1]! - y, yb = s[B_MEAN + 1]! - y, yc = s[C_MEAN + 1]! - y
  const ua = s[A_MEAN + 2]! - u, ub = s[B_MEAN + 2]! - u, uc = s[C_MEAN + 2]! - u
  const va = s[A_MEAN + 3]! - v, vb = s[B_MEAN + 3]! - v, vc = s[C_MEAN + 3]! - v
  out[mean] = x
  out[mean + 1] = y
  out[mean + 2] = u
  out[mean + 3] = v
  out[cov + XX] = a * (s[A + XX]! + xa * xa) + b * (s[B + XX]! + xb * xb) + c * (s[C + XX]! + xc * xc)
  out[cov + XY] = a * (s[A + XY]! + xa * ya) + b * (s[B + XY]! + xb * yb) + c * (s[C + XY]! + xc * yc)
  out[cov + XU] = a * (s[A + XU]! + xa * ua) + b * (s[B + XU]! + xb * ub) + c * (s[C + XU]! + xc * uc)
  out[cov + XV] = a * (s[A + XV]! + xa * va) + b * (s[B + XV]! + xb * vb) + c * (s[C + XV]! + xc * vc)
  out[cov + YY] = a * (s[A + YY]! + ya * ya) + b * (s[B + YY]! + yb * yb) + c * (s[C + YY]! + yc * yc)
  out[cov + YU] = a * (s[A + YU]! + ya * ua) + b * (s[B + YU]! + yb * ub) + c * (s[C + YU]! + yc * uc)
  out[cov + YV] = a * (s[A + YV]! + ya * va) + b * (s[B + YV]! + yb * vb) + c * (s[C + YV]! + yc * vc)
  out[cov + UU] = a * (s[A + UU]! + ua * ua) + b * (s[B + UU]! + ub * ub) + c * (s[C + UU]! + uc * uc)
  out[cov + UV] = a * (s[A + UV]! + ua * va) + b * (s[B + UV]! + ub * vb) + c * (s[C + UV]! + uc * vc)
  out[cov + VV] = a * (s[A + VV]! + va * va) + b * (s[B + VV]! + vb * vb) + c * (s[C + VV]! + vc * vc)
}

/** What passes to the turning model has no turn rate, but that with which turns begin. */
function mixTurnRate(s: Float64Array, shares: Float64Array, at: number, out: Float64Array): void {
  const a = shares[at]!, b = shares[at + 1]!, c = shares[at + 2]!
  const rate = c * s[C_MEAN + 4]!
  const off = s[C_MEAN + 4]! - rate
  out[C_MEAN + 4] = rate
  for (let i = 0; i < 4; i++) {
    const mixed = out[C_MEAN + i]!
    out[C + XW + i] = a * ((s[A_MEAN + i]! - mixed) * -rate) + b * ((s[B_MEAN + i]! - mixed) * -rate)
      + c * (s[C + XW + i]! + (s[C_MEAN + i]! - mixed) * off)
  }
  const begins = TURN_BEGINS + rate * rate
  out[C + WW] = a * begins + b * begins + c * (s[C + WW]! + off * off)
}

/** Mixes for each model what passes to it: its shares lie in `shares` from three times its number on. */
export function mixModels(s: Float64Array, shares: Float64Array, out: Float64Array): void {
  mixPlanar(s, shares, 3 * STEADY, out, A_MEAN, A)
  mixPlanar(s, shares, 3 * MANOEUVRING, out, B_MEAN, B)
  mixPlanar(s, shares, 3 * TURNING, out, C_MEAN, C)
  mixTurnRate(s, shares, 3 * TURNING, out)
}

/** The mixture of the models as one Gaussian of x, y, vx, vy: mean and covariance of the whole. */
export function mixture(s: Float64Array): void {
  mixPlanar(s, s, WEIGHTS, s, MIXED_MEAN, MIXED_COVARIANCE)
}
