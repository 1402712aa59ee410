import { mpsToKnots, normalDegrees, type LatLon, type Timestamp } from '@csii/model'
import { chance, drift } from './chance.ts'
import { shifted } from './motion/mercator.ts'

/** What a receiver of satellite navigation on board says. */
export interface Fix {
  readonly position: LatLon
  readonly speedKn: number
  readonly courseDeg: number
  /** It takes corrections. */
  readonly isCorrected: boolean
}

/** Satellite navigation is off by a few metres, and by nearly the same ones a minute later. */
export function fixOf(key: number, truth: LatLon & { speed: number; courseDeg: number }, t: Timestamp): Fix {
  const isCorrected = chance(key, 33) < 0.7
  const spread = isCorrected ? 2.5 : 6
  const east = spread * (drift(key ^ 1, t, 70_000) + drift(key ^ 2, t, 600_000))
  const north = spread * (drift(key ^ 3, t, 70_000) + drift(key ^ 4, t, 600_000))
  const speedKn = Math.max(0, mpsToKnots(truth.speed) + 0.12 * drift(key ^ 5, t, 8_000))
  const courseNoise = speedKn < 0.4 ? 90 : 2 / Math.max(1, speedKn / 2)
  return {
    position: shifted(truth, east, north),
    speedKn,
    courseDeg: normalDegrees(truth.courseDeg + courseNoise * drift(key ^ 6, t, 12_000)),
    isCorrected,
  }
}
