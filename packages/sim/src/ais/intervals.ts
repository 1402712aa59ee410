import type { Unit } from '../vessel.ts'

/** What the interval between position reports depends on. */
export interface Pace {
  readonly speedKn: number
  readonly isTurning: boolean
  /** At anchor or moored. */
  readonly isAtRest: boolean
}

/** Milliseconds between position reports. ITU-R M.1371-5, annex 1, tables 1 (class A) and 2 (others). */
export function reportInterval(unit: Unit, { speedKn, isTurning, isAtRest }: Pace): number {
  switch (unit) {
    case 'class-a':
      if (isAtRest && speedKn <= 3) return 180_000
      if (speedKn <= 14) return isTurning ? 10_000 / 3 : 10_000
      return isTurning || speedKn > 23 ? 2_000 : 6_000
    case 'class-b-so':
      return speedKn <= 2 ? 180_000 : speedKn <= 14 ? 30_000 : speedKn <= 23 ? 15_000 : 5_000
    case 'class-b-cs':
      return speedKn <= 2 ? 180_000 : 30_000
    case 'aircraft':
      return 10_000
    case 'none':
      return Infinity
  }
}

/** Static and voyage data: every 6 minutes. ITU-R M.1371-5, annex 1. */
export const STATIC_INTERVAL = 360_000
/** Part B of message 24 follows part A within a minute. Annex 8, § 3.22. */
export const PART_B_DELAY = 20_000
/** A base station alone. ITU-R M.1371-5, annex 1, table 2. */
export const BASE_INTERVAL = 10_000
export const AID_INTERVAL = 180_000
