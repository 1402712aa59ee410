import { COLUMN, COLUMN_4, packedIndex, ROW, ROW_4 } from './packed.ts'

const GAIN_0 = new Float64Array(5)
const GAIN_1 = new Float64Array(5)
/** What rounding can take from a variance where a sure plot meets a wide one, as a share of what it was. */
const ROUNDING = 1e-14
const ROUNDED = new Float64Array(5)
const BEFORE_0 = new Float64Array(5)
const BEFORE_1 = new Float64Array(5)
const LEFT_0 = new Float64Array(5)
const LEFT_1 = new Float64Array(5)

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
    const g0 = pia * iaa + pib * iab
    const g1 = pia * iab + pib * ibb
    ROUNDED[i] = ROUNDING * s[cov + index[i * size + i]!]!
    GAIN_0[i] = g0
    GAIN_1[i] = g1
    BEFORE_0[i] = pia
    BEFORE_1[i] = pib
    // The two measured columns of (I − KH) P.
    LEFT_0[i] = pia - g0 * paa - g1 * pab
    LEFT_1[i] = pib - g0 * pab - g1 * pbb
    s[mean + i]! += g0 * da + g1 * db
  }
  const rows = size === 5 ? ROW : ROW_4
  const columns = size === 5 ? COLUMN : COLUMN_4
  const length = size === 5 ? 15 : 10
  for (let entry = 0; entry < length; entry++) {
    const i = rows[entry]!
    const j = columns[entry]!
    const g0 = GAIN_0[j]!
    const g1 = GAIN_1[j]!
    const k0 = GAIN_0[i]!
    const k1 = GAIN_1[i]!
    s[cov + entry]! += k0 * (raa * g0 + rab * g1 - BEFORE_0[j]!) + k1 * (rab * g0 + rbb * g1 - BEFORE_1[j]!)
      - LEFT_0[i]! * g0 - LEFT_1[i]! * g1 + (i === j ? ROUNDED[i]! : 0)
  }
  out.distanceSquared = da * (iaa * da + iab * db) + db * (iab * da + ibb * db)
  out.logLikelihood = -0.5 * out.distanceSquared - 0.5 * Math.log(determinant) - LOG_TWO_PI
  out.gain = Math.max(0, Math.min(1, (GAIN_0[at]! + GAIN_1[at + 1]!) / 2))
}

const LOG_TWO_PI = Math.log(2 * Math.PI)
