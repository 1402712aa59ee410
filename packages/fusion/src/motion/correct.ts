// Constants of this module: those that are imported the compiler does not fold into the code.
const [XX, XY, XU, XV, YY, YU, YV, UU, UV, VV] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
/** What rounding can take from a variance where a sure plot meets a wide one, as a share of what it was. */
const ROUNDING = 1e-14
const LOG_TWO_PI = Math.log(2 * Math.PI)
/** What the turn rate needs of a correction: S⁻¹ and the innovation. Long enough to lie outside the heap. */
const OF_TURN = new Float64Array(16)
/** In a packed 5 × 5 matrix, the column of the turn rate comes last. */
const TURN_COLUMN = 10
/** Column after column, where the planar entries of a packed matrix lie. */
const COLUMN = new Int32Array([XX, XY, XU, XV, XY, YY, YU, YV, XU, YU, UU, UV, XV, YV, UV, VV, 0, 0, 0, 0])

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
 * Corrects a mean and its packed covariance by a measurement of two neighbouring components, `at` and `at + 1`: x and
 * y, or their rates. `seen` holds a, b and the noise covariance raa, rab, rbb. Joseph form, (I − KH) P (I − KH)ᵀ +
 * K R Kᵀ, so that rounding cannot make the covariance indefinite (Bucy and Joseph 1968; Bar-Shalom et al., § 5.2.2).
 * Written out, without loops and tables: most of the time of a plot goes here and into mixing.
 */
export function correct(
  s: Float64Array, mean: number, cov: number, size: number, at: number, seen: Float64Array, out: Innovation,
): void {
  const isPlace = at === 0
  // The two measured columns of P.
  const a0 = s[cov + (isPlace ? XX : XU)]!
  const a1 = s[cov + (isPlace ? XY : YU)]!
  const a2 = s[cov + (isPlace ? XU : UU)]!
  const a3 = s[cov + (isPlace ? XV : UV)]!
  const b0 = s[cov + (isPlace ? XY : XV)]!
  const b1 = s[cov + (isPlace ? YY : YV)]!
  const b2 = s[cov + (isPlace ? YU : UV)]!
  const b3 = s[cov + (isPlace ? YV : VV)]!
  const raa = seen[2]!, rab = seen[3]!, rbb = seen[4]!
  const paa = isPlace ? a0 : a2, pab = isPlace ? a1 : a3, pbb = isPlace ? b1 : b3
  const saa = paa + raa, sab = pab + rab, sbb = pbb + rbb
  const determinant = saa * sbb - sab * sab
  const iaa = sbb / determinant, iab = -sab / determinant, ibb = saa / determinant
  const da = seen[0]! - s[mean + at]!, db = seen[1]! - s[mean + at + 1]!
  // The gain.
  const g0 = a0 * iaa + b0 * iab, h0 = a0 * iab + b0 * ibb
  const g1 = a1 * iaa + b1 * iab, h1 = a1 * iab + b1 * ibb
  const g2 = a2 * iaa + b2 * iab, h2 = a2 * iab + b2 * ibb
  const g3 = a3 * iaa + b3 * iab, h3 = a3 * iab + b3 * ibb
  if (size === 5) {
    OF_TURN[0] = iaa
    OF_TURN[1] = iab
    OF_TURN[2] = ibb
    OF_TURN[3] = da
    OF_TURN[4] = db
    correctTurnRate(s, mean, cov, at, seen)
  }
  // The two measured columns of (I − KH) P, and of R Kᵀ what is left without those of P.
  const l0 = a0 - g0 * paa - h0 * pab, m0 = b0 - g0 * pab - h0 * pbb
  const l1 = a1 - g1 * paa - h1 * pab, m1 = b1 - g1 * pab - h1 * pbb
  const l2 = a2 - g2 * paa - h2 * pab, m2 = b2 - g2 * pab - h2 * pbb
  const l3 = a3 - g3 * paa - h3 * pab, m3 = b3 - g3 * pab - h3 * pbb
  const u0 = raa * g0 + rab * h0 - a0, v0 = rab * g0 + rbb * h0 - b0
  const u1 = raa * g1 + rab * h1 - a1, v1 = rab * g1 + rbb * h1 - b1
  const u2 = raa * g2 + rab * h2 - a2, v2 = rab * g2 + rbb * h2 - b2
  const u3 = raa * g3 + rab * h3 - a3, v3 = rab * g3 + rbb * h3 - b3
  s[mean]! += g0 * da + h0 * db
  s[mean + 1]! += g1 * da + h1 * db
  s[mean + 2]! += g2 * da + h2 * db
  s[mean + 3]! += g3 * da + h3 * db
  s[cov + XX]! += g0 * u0 + h0 * v0 - l0 * g0 - m0 * h0 + ROUNDING * s[cov + XX]!
  s[cov + XY]! += g0 * u1 + h0 * v1 - l0 * g1 - m0 * h1
  s[cov + XU]! += g0 * u2 + h0 * v2 - l0 * g2 - m0 * h2
  s[cov + XV]! += g0 * u3 + h0 * v3 - l0 * g3 - m0 * h3
  s[cov + YY]! += g1 * u1 + h1 * v1 - l1 * g1 - m1 * h1 + ROUNDING * s[cov + YY]!
  s[cov + YU]! += g1 * u2 + h1 * v2 - l1 * g2 - m1 * h2
  s[cov + YV]! += g1 * u3 + h1 * v3 - l1 * g3 - m1 * h3
  s[cov + UU]! += g2 * u2 + h2 * v2 - l2 * g2 - m2 * h2 + ROUNDING * s[cov + UU]!
  s[cov + UV]! += g2 * u3 + h2 * v3 - l2 * g3 - m2 * h3
  s[cov + VV]! += g3 * u3 + h3 * v3 - l3 * g3 - m3 * h3 + ROUNDING * s[cov + VV]!
  out.distanceSquared = da * (iaa * da + iab * db) + db * (iab * da + ibb * db)
  out.logLikelihood = -0.5 * out.distanceSquared - 0.5 * Math.log(determinant) - LOG_TWO_PI
  out.gain = Math.max(0, Math.min(1, (isPlace ? g0 + h1 : g2 + h3) / 2))
}

/** The same for the turn rate, the fifth component, which is never measured: its mean and its column. */
function correctTurnRate(s: Float64Array, mean: number, cov: number, at: number, seen: Float64Array): void {
  const raa = seen[2]!, rab = seen[3]!, rbb = seen[4]!
  const paa = s[cov + (at === 0 ? XX : UU)]!, pab = s[cov + (at === 0 ? XY : UV)]!, pbb = s[cov + (at === 0 ? YY : VV)]!
  const iaa = OF_TURN[0]!, iab = OF_TURN[1]!, ibb = OF_TURN[2]!, da = OF_TURN[3]!, db = OF_TURN[4]!
  const turn = cov + TURN_COLUMN
  const a = s[turn + at]!, b = s[turn + at + 1]!
  const g = a * iaa + b * iab, h = a * iab + b * ibb
  const u = raa * g + rab * h - a, v = rab * g + rbb * h - b
  for (let i = 0; i < 5; i++) {
    const pa = i === 4 ? a : s[cov + COLUMN[4 * at + i]!]!, pb = i === 4 ? b : s[cov + COLUMN[4 * at + 4 + i]!]!
    const gi = pa * iaa + pb * iab, hi = pa * iab + pb * ibb
    const li = pa - gi * paa - hi * pab, mi = pb - gi * pab - hi * pbb
    s[turn + i]! += gi * u + hi * v - li * g - mi * h + (i === 4 ? ROUNDING * s[turn + 4]! : 0)
  }
  s[mean + 4]! += g * da + h * db
}
