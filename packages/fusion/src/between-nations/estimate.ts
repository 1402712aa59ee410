import type { LatLon, Timestamp } from '@csii/model'
import { offsetFrom, pointAt } from '@csii/geo'
import { COVARIANCE_LENGTH, inverseOf, type Covariance } from './covariance.ts'
import type { Lineage } from './lineage.ts'

/** Metres per second. */
export interface Velocity {
  readonly east: number
  readonly north: number
}

/** What one nation believes of the motion of one object, and what that rests on. */
export interface Estimate {
  readonly time: Timestamp
  readonly position: LatLon
  readonly velocity: Velocity
  readonly covariance: Covariance
  readonly lineage: Lineage
  /** Of those who contributed: they bind whoever shows or passes on what was made of it. */
  readonly labels: readonly string[]
}

/** Density of the unknown acceleration of a common vessel, m²/s³: after a minute its speed is 4 m/s less certain. */
export const VESSEL_NOISE = 0.3

/**
 * The estimate at a later time: nearly constant velocity under white acceleration of this density (Bar-Shalom, Li,
 * Kirubarajan 2001, Estimation with Applications, § 6.2.2). At an earlier time it is left as it is: predicting
 * backwards would make it surer than it was.
 */
export function predicted(estimate: Estimate, time: Timestamp, noise = VESSEL_NOISE): Estimate {
  const dt = (time - estimate.time) / 1000
  if (!(dt > 0)) return estimate
  const [ee, en, eu, ev, nn, nu, nv, uu, uv, vv] = estimate.covariance
  const { east, north } = estimate.velocity
  const [q, qt, qtt] = [noise * dt, (noise * dt * dt) / 2, (noise * dt * dt * dt) / 3]
  return {
    ...estimate,
    time,
    position: pointAt(estimate.position, { east: east * dt, north: north * dt }),
    covariance: [
      ee! + 2 * dt * eu! + dt * dt * uu! + qtt,
      en! + dt * (ev! + nu!) + dt * dt * uv!,
      eu! + dt * uu! + qt,
      ev! + dt * uv!,
      nn! + 2 * dt * nv! + dt * dt * vv! + qtt,
      nu! + dt * uv!,
      nv! + dt * vv! + qt,
      uu! + q,
      uv!,
      vv! + q,
    ],
  }
}

/** From one state to another: metres and metres per second, on the plane that touches the earth at the first. */
export function differenceOf(from: Estimate, to: Estimate): readonly number[] {
  const { east, north } = offsetFrom(from.position, to.position)
  return [east, north, to.velocity.east - from.velocity.east, to.velocity.north - from.velocity.north]
}

/** The longest lineage and the most labels that are taken from a partner. */
const MOST_ENTRIES = 256

/** Whether what a partner sent can be reckoned with: finite, a place on earth, a covariance that is one. */
export function isSound({ time, position, velocity, covariance, lineage, labels }: Estimate): boolean {
  const numbers = [time, position.lat, position.lon, velocity.east, velocity.north, ...covariance]
  return (
    covariance.length === COVARIANCE_LENGTH &&
    numbers.every(Number.isFinite) &&
    Math.abs(position.lat) <= 90 &&
    Math.abs(position.lon) <= 180 &&
    lineage.length <= MOST_ENTRIES &&
    labels.length <= MOST_ENTRIES &&
    inverseOf(covariance) !== undefined
  )
}
