import { UU, UV, VV, XU, XV, XX, XY, YU, YV, YY } from './layout.ts'
import { packedIndex } from './packed.ts'

/**
 * Nearly constant velocity over `dt` seconds, with white noise acceleration of spectral density `q` in m²/s³
 * (Bar-Shalom, Li, Kirubarajan, Estimation with Applications to Tracking and Navigation, § 6.2.2).
 */
export function predictSteady(s: Float64Array, mean: number, cov: number, dt: number, q: number): void {
  const q1 = q * dt
  const q2 = (q1 * dt) / 2
  const q3 = (q2 * dt * 2) / 3
  s[mean]! += dt * s[mean + 2]!
  s[mean + 1]! += dt * s[mean + 3]!
  const uu = s[cov + UU]!
  const uv = s[cov + UV]!
  const vv = s[cov + VV]!
  s[cov + XX]! += dt * (2 * s[cov + XU]! + dt * uu) + q3
  s[cov + XY]! += dt * (s[cov + XV]! + s[cov + YU]! + dt * uv)
  s[cov + YY]! += dt * (2 * s[cov + YV]! + dt * vv) + q3
  s[cov + XU]! += dt * uu + q2
  s[cov + XV]! += dt * uv
  s[cov + YU]! += dt * uv
  s[cov + YV]! += dt * vv + q2
  s[cov + UU]! = uu + q1
  s[cov + VV]! = vv + q1
}

const N = 5
const FP = new Float64Array(N * N)
const INDEX = packedIndex(N)
/** Below this the turn is a straight line to double precision, rad/s. */
const STRAIGHT = 1e-5

/** Coordinated turn over `dt` seconds (Bar-Shalom et al., § 11.7.1), linearised about the mean. */
export function predictTurn(s: Float64Array, mean: number, cov: number, dt: number, q: number, qTurn: number): void {
  const u = s[mean + 2]!
  const v = s[mean + 3]!
  const w = s[mean + 4]!
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
  s[mean]! += along * u - across * v
  s[mean + 1]! += across * u + along * v
  s[mean + 2] = cosine * u - sine * v
  s[mean + 3] = sine * u + cosine * v
  // P ← F P Fᵀ, F being the unit matrix but for the columns of u, v and the turn.
  for (let j = 0; j < N; j++) {
    const p2 = s[cov + INDEX[10 + j]!]!
    const p3 = s[cov + INDEX[15 + j]!]!
    const p4 = s[cov + INDEX[20 + j]!]!
    FP[j] = s[cov + INDEX[j]!]! + along * p2 - across * p3 + xTurn * p4
    FP[5 + j] = s[cov + INDEX[5 + j]!]! + across * p2 + along * p3 + yTurn * p4
    FP[10 + j] = cosine * p2 - sine * p3 + uTurn * p4
    FP[15 + j] = sine * p2 + cosine * p3 + vTurn * p4
    FP[20 + j] = p4
  }
  for (let i = 0; i < N; i++) {
    const row = i * N
    const p2 = FP[row + 2]!
    const p3 = FP[row + 3]!
    const p4 = FP[row + 4]!
    if (i === 0) s[cov] = FP[row]! + along * p2 - across * p3 + xTurn * p4
    if (i <= 1) s[cov + INDEX[row + 1]!] = FP[row + 1]! + across * p2 + along * p3 + yTurn * p4
    if (i <= 2) s[cov + INDEX[row + 2]!] = cosine * p2 - sine * p3 + uTurn * p4
    if (i <= 3) s[cov + INDEX[row + 3]!] = sine * p2 + cosine * p3 + vTurn * p4
    s[cov + INDEX[row + 4]!] = p4
  }
  const q1 = q * dt
  const q2 = (q1 * dt) / 2
  const q3 = (q2 * dt * 2) / 3
  s[cov]! += q3
  s[cov + 2]! += q2
  s[cov + 5]! += q3
  s[cov + 7]! += q2
  s[cov + 9]! += q1
  s[cov + 12]! += q1
  s[cov + 14]! += qTurn * dt
}
