import type { Judgement, SensorFacts } from './judgement.ts'

/** AIS states whole seconds, and clocks are rounded: less than this is no offset. */
const AHEAD = 2000
const BEHIND = 10_000
const LATE = 30_000
/** A clock that is wrong is always wrong by the same; a delay varies. */
const STEADY_PART = 0.1
const STEADY = 2000

/**
 * How far a sensor's clock seems ahead of ours, ms; nothing when it cannot be told from a delay. From the lower edge of
 * receipt minus validity: nothing arrives before it happens, and what is always late by the same is a clock behind.
 */
export function clockOffset(delay: SensorFacts['delay'], normalIntervalMs = 0): number | undefined {
  if (!delay) return undefined
  const { p05Ms, p95Ms } = delay
  if (p05Ms < -AHEAD) return -p05Ms
  const isSteady = p95Ms - p05Ms < STEADY + STEADY_PART * p05Ms
  return isSteady && p05Ms > Math.max(BEHIND, 2 * normalIntervalMs) ? -p05Ms : undefined
}

/** What is wrong with the times of a sensor: its clock, or the way its messages come. */
export function clockOf(delay: SensorFacts['delay'], normalIntervalMs = 0): Judgement | undefined {
  const offset = clockOffset(delay, normalIntervalMs)
  if (offset !== undefined) {
    const numbers = { offset: Math.round(Math.abs(offset) / 1000) }
    return { state: 'clock-off', reason: offset > 0 ? 'clock-ahead' : 'clock-behind', numbers }
  }
  if (!delay || delay.medianMs <= Math.max(LATE, 2 * normalIntervalMs)) return undefined
  return { state: 'late', reason: 'delayed', numbers: { delay: Math.round(delay.medianMs / 1000) } }
}
