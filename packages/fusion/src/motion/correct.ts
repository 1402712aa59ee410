import { packedIndex } from './packed.ts'

const GAIN_0 = new Float64Array(5)
const GAIN_1 = new Float64Array(5)
const LEFT = new Float64Array(25)

/** What a correction tells of the measurement. */
export interface Innovation {
  /** Squared Mahalanobis distance of the measurement from the prediction, 2 degrees of freedom. */
  distanceSquared: number
  /** Natural logarithm of its likelihood, 1/m² or (m/s)⁻². */
  logLikelihood: number
  /** Mean of the two diagonal entries of the gain, 0 to 1. */
  gain: number
}

/**
 * Corrects a mean and its packed covariance by a measurement of two neighbouring components, `at` and `at + 1`, with
 * noise covariance [[raa, rab], [rab, rbb]]. Joseph form, (I − KH) P (I − KH)ᵀ + K R Kᵀ, so that rounding cannot make
 * the covariance indefinite (Bucy and Joseph 1968; Bar-Shalom et al., § 5.2.2).
 */
export function correct(
  s: Float64Array, mean: number, cov: number, size: number, at: number,
  a: number, b: number, raa: number, rab: number, rbb: number, out: Innovation,
): void {
  const index = packedIndex(size)
  const paa = s[cov + index[at * size + at]!]!
  const pab = s[cov + index[at * size + at + 1]!]!
  const pbb = s[cov + index[(at + 1) * size + at + 1]!]!
  const saa = paa + raa
  const sab = pab + rab
  const sbb = pbb + rbb
  const determinant = saa * sbb - sab * sab
  const iaa = sbb / determinant
  const iab = -sab / determinant
  const ibb = saa / determinant
  const da = a - s[mean + at]!
  const db = b - s[mean + at + 1]!
  for (let i = 0; i < size; i++) {
    const pia = s[cov + index[i * size + at]!]!
    const pib = s[cov + index[i * size + at + 1]!]!
    GAIN_0[i] = pia * iaa + pib * iab
    GAIN_1[i] = pia * iab + pib * ibb
    s[mean + i]! += GAIN_0[i]! * da + GAIN_1[i]! * db
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      LEFT[i * size + j] = s[cov + index[i * size + j]!]!
        - GAIN_0[i]! * s[cov + index[at * size + j]!]! - GAIN_1[i]! * s[cov + index[(at + 1) * size + j]!]!
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      const g0 = GAIN_0[j]!
      const g1 = GAIN_1[j]!
      s[cov + index[i * size + j]!] = LEFT[i * size + j]! - LEFT[i * size + at]! * g0 - LEFT[i * size + at + 1]! * g1
        + GAIN_0[i]! * (raa * g0 + rab * g1) + GAIN_1[i]! * (rab * g0 + rbb * g1)
    }
  }
  out.distanceSquared = da * (iaa * da + iab * db) + db * (iab * da + ibb * db)
  out.logLikelihood = -0.5 * out.distanceSquared - 0.5 * Math.log(determinant) - LOG_TWO_PI
  out.gain = Math.max(0, Math.min(1, (GAIN_0[at]! + GAIN_1[at + 1]!) / 2))
}

const LOG_TWO_PI = Math.log(2 * Math.PI)
