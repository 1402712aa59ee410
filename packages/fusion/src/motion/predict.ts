// Constants of this module: those that are imported the compiler does not fold into the code.
const [XX, XY, XU, XV, YY, YU, YV, UU, UV, VV] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
/** In the packed 5 × 5 matrix, the column of the turn rate. */
const [XW, YW, UW, VW, WW] = [10, 11, 12, 13, 14]

/**
 * Nearly constant velocity over `dt` seconds, with white noise acceleration of spectral density `q` in m²/s³
 * (Bar-Shalom, Li, Kirubarajan, Estimation with Applications to Tracking and Navigation, § 6.2.2): from the state `f`
 * to the state `s`, which may be the same.
 */
export function predictSteady(
  f: Float64Array, s: Float64Array, mean: number, cov: number, dt: number, q: number,
): void {
  const q1 = q * dt
  const q2 = (q1 * dt) / 2
  const q3 = (q2 * dt * 2) / 3
  const u = f[mean + 2]!, v = f[mean + 3]!, xu = f[cov + XU]!, xv = f[cov + XV]!, yu = f[cov + YU]!
  const yv = f[cov + YV]!, uu = f[cov + UU]!, uv = f[cov + UV]!, vv = f[cov + VV]!
  s[mean] = f[mean]! + dt * u
  s[mean + 1] = f[mean + 1]! + dt * v
  s[mean + 2] = u
  s[mean + 3] = v
  s[cov + XX] = f[cov + XX]! + (dt * (2 * xu + dt * uu) + q3)
  s[cov + XY] = f[cov + XY]! + dt * (xv + yu + dt * uv)
  s[cov + XU] = xu + (dt * uu + q2)
  s[cov + XV] = xv + dt * uv
  s[cov + YY] = f[cov + YY]! + (dt * (2 * yv + dt * vv) + q3)
  s[cov + YU] = yu + dt * uv
  s[cov + YV] = yv + (dt * vv + q2)
  s[cov + UU] = uu + q1
  s[cov + UV] = uv
  s[cov + VV] = vv + q1
}

/** Below this the turn is a straight line to double precision, rad/s. */
const STRAIGHT = 1e-5

/** What a turn makes of the state, for `spreadByTurn`. Long enough to lie outside the heap. */
const F = new Float64Array(16)

/** Coordinated turn over `dt` seconds (Bar-Shalom et al., § 11.7.1), linearised about the mean: from `f` to `s`. */
export function predictTurn(
  f: Float64Array, s: Float64Array, mean: number, cov: number, dt: number, q: number, qTurn: number,
): void {
  const u = f[mean + 2]!, v = f[mean + 3]!, w = f[mean + 4]!
  const sine = Math.sin(w * dt)
  const cosine = Math.cos(w * dt)
  const isStraight = Math.abs(w) < STRAIGHT
  const along = isStraight ? dt : sine / w
  const across = isStraight ? (w * dt * dt) / 2 : (1 - cosine) / w
  const alongByTurn = isStraight ? 0 : (dt * cosine - along) / w
  const acrossByTurn = isStraight ? (dt * dt) / 2 : (dt * sine - across) / w
  const xTurn = alongByTurn * u - acrossByTurn * v
  const yTurn = acrossByTurn * u + alongByTurn * v
  const uTurn = -dt * (sine * u + cosine * v)
  const vTurn = dt * (cosine * u - sine * v)
  s[mean] = f[mean]! + (along * u - across * v)
  s[mean + 1] = f[mean + 1]! + (across * u + along * v)
  s[mean + 2] = cosine * u - sine * v
  s[mean + 3] = sine * u + cosine * v
  s[mean + 4] = w
  F[0] = along
  F[1] = across
  F[2] = cosine
  F[3] = sine
  F[4] = xTurn
  F[5] = yTurn
  F[6] = uTurn
  F[7] = vTurn
  spreadByTurn(f, s, cov)
  const q1 = q * dt
  const q2 = (q1 * dt) / 2
  const q3 = (q2 * dt * 2) / 3
  s[cov + XX]! += q3
  s[cov + XU]! += q2
  s[cov + YY]! += q3
  s[cov + YV]! += q2
  s[cov + UU]! += q1
  s[cov + VV]! += q1
  s[cov + WW]! += qTurn * dt
}

/** P ← F P Fᵀ, `F` being the unit matrix but for the columns of u, v and the turn. */
function spreadByTurn(f: Float64Array, s: Float64Array, cov: number): void {
  const along = F[0]!, across = F[1]!, cosine = F[2]!, sine = F[3]!
  const xTurn = F[4]!, yTurn = F[5]!, uTurn = F[6]!, vTurn = F[7]!
  const xw = f[cov + XW]!, yw = f[cov + YW]!, uw = f[cov + UW]!, vw = f[cov + VW]!, ww = f[cov + WW]!
  const xu = f[cov + XU]!, xv = f[cov + XV]!, yu = f[cov + YU]!, yv = f[cov + YV]!, uu = f[cov + UU]!
  const uv = f[cov + UV]!, vv = f[cov + VV]!
  const x0 = f[cov + XX]! + along * xu - across * xv + xTurn * xw
  const x1 = f[cov + XY]! + along * yu - across * yv + xTurn * yw
  const x2 = xu + along * uu - across * uv + xTurn * uw
  const x3 = xv + along * uv - across * vv + xTurn * vw
  const x4 = xw + along * uw - across * vw + xTurn * ww
  const y1 = f[cov + YY]! + across * yu + along * yv + yTurn * yw
  const y2 = yu + across * uu + along * uv + yTurn * uw
  const y3 = yv + across * uv + along * vv + yTurn * vw
  const y4 = yw + across * uw + along * vw + yTurn * ww
  const u2 = cosine * uu - sine * uv + uTurn * uw
  const u3 = cosine * uv - sine * vv + uTurn * vw
  const u4 = cosine * uw - sine * vw + uTurn * ww
  const v2 = sine * uu + cosine * uv + vTurn * uw
  const v3 = sine * uv + cosine * vv + vTurn * vw
  const v4 = sine * uw + cosine * vw + vTurn * ww
  s[cov + XX] = x0 + along * x2 - across * x3 + xTurn * x4
  s[cov + XY] = x1 + across * x2 + along * x3 + yTurn * x4
  s[cov + XU] = cosine * x2 - sine * x3 + uTurn * x4
  s[cov + XV] = sine * x2 + cosine * x3 + vTurn * x4
  s[cov + YY] = y1 + across * y2 + along * y3 + yTurn * y4
  s[cov + YU] = cosine * y2 - sine * y3 + uTurn * y4
  s[cov + YV] = sine * y2 + cosine * y3 + vTurn * y4
  s[cov + UU] = cosine * u2 - sine * u3 + uTurn * u4
  s[cov + UV] = sine * u2 + cosine * u3 + vTurn * u4
  s[cov + VV] = sine * v2 + cosine * v3 + vTurn * v4
  s[cov + XW] = x4
  s[cov + YW] = y4
  s[cov + UW] = u4
  s[cov + VW] = v4
  s[cov + WW] = ww
}
