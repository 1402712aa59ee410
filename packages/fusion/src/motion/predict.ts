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
const F = new Float64Array(N * N)
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
  F.fill(0)
  F[0] = F[6] = F[24] = 1
  F[2] = F[8] = along
  F[3] = -across
  F[7] = across
  F[4] = alongByTurn * u - acrossByTurn * v
  F[9] = acrossByTurn * u + alongByTurn * v
  F[12] = F[18] = cosine
  F[13] = -sine
  F[17] = sine
  F[14] = -dt * (sine * u + cosine * v)
  F[19] = dt * (cosine * u - sine * v)
  s[mean]! += along * u - across * v
  s[mean + 1]! += across * u + along * v
  s[mean + 2] = cosine * u - sine * v
  s[mean + 3] = sine * u + cosine * v
  propagate(s, cov)
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

/** P ← F P Fᵀ. */
function propagate(s: Float64Array, cov: number): void {
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      let sum = 0
      for (let k = 0; k < N; k++) sum += F[i * N + k]! * s[cov + INDEX[k * N + j]!]!
      FP[i * N + j] = sum
    }
  }
  for (let i = 0; i < N; i++) {
    for (let j = i; j < N; j++) {
      let sum = 0
      for (let k = 0; k < N; k++) sum += FP[i * N + k]! * F[j * N + k]!
      s[cov + INDEX[i * N + j]!] = sum
    }
  }
}
