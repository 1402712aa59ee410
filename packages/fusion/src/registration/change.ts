import { degreesToRadians, type Timestamp } from '@csii/model'
import type { AxisSums } from './axis-sums.ts'
import { keepFast, forgetObserved, type VesselEvidence } from './vessel-evidence.ts'

/** Milliseconds: only vessels seen so lately tell what is so now. */
const LATELY = 20_000
/** Square metres: by so much the error of a receiver wanders within minutes. */
const WANDERING = 8 ** 2
/** Vessels that must show it, and in how many deviations of their mean. */
const LEAST_VESSELS = 3
const CLEARLY = 4.5
/** The slow memory must be worth so many times the fast one before the two can differ. */
const LONGER = 2

/** True when the last seconds of several vessels differ alike from what the same vessels said before. */
export function hasChanged(vessels: Iterable<VesselEvidence>, now: Timestamp): boolean {
  const lately = [...vessels].filter((vessel) => isTelling(vessel, now))
  if (lately.length < LEAST_VESSELS) return false
  const range = lately.map(({ slow, fast }) => step(slow.range, fast.range, WANDERING))
  const bearing = lately.map(({ slow, fast, distance }) =>
    step(slow.bearing, fast.bearing, WANDERING / (Math.max(distance, 100) * degreesToRadians(1)) ** 2))
  return isClear(range) || isClear(bearing)
}

/** What is left of the evidence after a change. */
export function forgetBefore(vessels: Iterable<VesselEvidence>, now: Timestamp): void {
  for (const vessel of vessels) {
    if (vessel.pairs > 0 && vessel.observedAt >= now - LATELY) keepFast(vessel)
    else forgetObserved(vessel)
  }
}

const isTelling = ({ pairs, observedAt, slow, fast }: VesselEvidence, now: Timestamp): boolean =>
  pairs >= 4 && observedAt >= now - LATELY && slow.range.weight > LONGER * fast.range.weight

interface Step {
  readonly by: number
  readonly variance: number
}

/** The slow memory holds the fast one: what came before is the difference of their sums. */
function step(slow: AxisSums, fast: AxisSums, wandering: number): Step {
  const before = slow.weight - fast.weight
  const by = fast.value / fast.weight - (slow.value - fast.value) / before
  return { by, variance: 1 / fast.weight + 1 / before + wandering }
}

/** No vessel adds more than three deviations of its own, so that one alone shows nothing. */
function isClear(steps: readonly Step[]): boolean {
  let [sum, weights, up, down] = [0, 0, 0, 0]
  for (const { by, variance } of steps) {
    const most = 3 * Math.sqrt(variance)
    sum += Math.max(-most, Math.min(most, by)) / variance
    weights += 1 / variance
    if (by > 0) up++
    else down++
  }
  return Math.abs(sum) > CLEARLY * Math.sqrt(weights) && Math.max(up, down) >= LEAST_VESSELS
}
