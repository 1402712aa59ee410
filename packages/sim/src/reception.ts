import type { LatLon, Timestamp } from '@csii/model'
import type { Receiver } from './caribbean/receivers.ts'
import { chance, drift, keyOf } from './chance.ts'
import { metresBetween } from './motion/mercator.ts'

/** Who transmits, from where and how strongly. */
export interface Emitter {
  readonly from: LatLon
  readonly antennaHeight: number
  readonly isWeak: boolean
  readonly key: number
}

/** Distance in metres at which VHF waves graze the sea, on an earth of 4/3 its radius: 4.12 km (√h₁ + √h₂). */
export const radioHorizon = (h1: number, h2: number): number => 4_120 * (Math.sqrt(h1) + Math.sqrt(h2))

/** Two watts do not reach as far as twelve and a half. */
const WEAK_REACH = 0.8

/**
 * Probability that a receiver hears one message: nearly always inside the horizon, hardly ever beyond, with a soft edge
 * that wanders as the air does. Hills do not cast shadows here.
 */
export function probabilityHeard(receiver: Receiver, emitter: Emitter, t: Timestamp): number {
  const reach = radioHorizon(receiver.antennaHeight, emitter.antennaHeight) * (emitter.isWeak ? WEAK_REACH : 1)
  const station = keyOf(receiver.id)
  const air = 0.12 * drift(station, t, 3 * 3_600_000) + 0.08 * drift(station ^ emitter.key, t, 150_000)
  const part = metresBetween(receiver.position, emitter.from) / reach - air
  return (1 - receiver.lossPercent / 100) / (1 + Math.exp((part - 1) / 0.06))
}

/** Whether it is heard this time: the same answer for the same seed. */
export const isHeard = (seed: number, receiver: Receiver, emitter: Emitter, t: Timestamp): boolean =>
  chance(seed, keyOf(receiver.id), emitter.key, t) < probabilityHeard(receiver, emitter, t)
