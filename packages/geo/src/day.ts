import type { Timestamp } from '@csii/model'
import { dispersionOf, learnCount, NEVER_COUNTED, oneMoreDay, type UsualCount } from './counts.ts'

/** What is usual in one hour of the day, and by how many days it is known. */
export interface HourOfDay {
  readonly usual: UsualCount
  readonly days: number
}

/** What is expected of an hour: its mean, and how much more than Poisson's its counts vary. */
export interface Expected {
  readonly mean: number
  readonly dispersion: number
}

const HOUR = 3_600_000
/** Before so many days, an hour of the day is taken to be like any other. */
const ENOUGH_DAYS = 3
/** Longer silences are all alike. */
const LONGEST = 168

export const NO_DAYS: readonly HourOfDay[] = Array.from({ length: 24 }, () => ({ usual: NEVER_COUNTED, days: 0 }))

/** The hour of the day, UTC, that the middle of the hour before `end` lies in. */
const hourBefore = (end: Timestamp): number => Math.floor((((end - HOUR / 2) / HOUR) % 24) + 24) % 24

/** Takes in the count of the hour before `end`. */
export function learnHour(day: readonly HourOfDay[], count: number, end: Timestamp): readonly HourOfDay[] {
  const hour = hourBefore(end)
  const days = oneMoreDay(day[hour]!.days)
  return day.with(hour, { usual: learnCount(day[hour]!.usual, count, days), days })
}

/**
 * What is expected of the hour before `end`: as many as at that hour of other days, when enough of them are known.
 * Fishing boats leave before dawn and ferries rest at night: told apart by the hour, counts vary far less.
 */
export function expectedBefore(end: Timestamp, day: readonly HourOfDay[], usual: UsualCount, hours: number): Expected {
  const { usual: then, days } = day[hourBefore(end)]!
  if (days < ENOUGH_DAYS) return { mean: usual.mean, dispersion: dispersionOf(usual, hours) }
  const known = day.filter((hour) => hour.days >= ENOUGH_DAYS)
  const sum = (value: (hour: HourOfDay) => number): number => known.reduce((total, hour) => total + value(hour), 0)
  // Each hour of the day is seen too seldom to know by itself how much it varies; all of them together are not.
  const pooled = { mean: sum((hour) => hour.usual.mean), variance: sum((hour) => hour.usual.variance) }
  return {
    mean: then.mean,
    dispersion: dispersionOf(
      pooled,
      sum((hour) => hour.days),
    ),
  }
}

/**
 * For the last hour, the last two hours and so on, before `end`: how many usual hours of traffic they should have
 * brought.
 */
export function trafficBack(end: Timestamp, day: readonly HourOfDay[], usual: UsualCount): readonly number[] {
  let sum = 0
  return Array.from({ length: LONGEST }, (_, back) => {
    const { usual: then, days } = day[hourBefore(end - back * HOUR)]!
    return (sum += days < ENOUGH_DAYS || usual.mean === 0 ? 1 : then.mean / usual.mean)
  })
}
