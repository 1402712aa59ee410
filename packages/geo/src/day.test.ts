import { describe, expect, it } from 'vitest'
import { NEVER_COUNTED } from './counts.ts'
import { expectedBefore, learnHour, NO_DAYS, trafficBack } from './day.ts'

const HOUR = 3_600_000
const MIDNIGHT = Date.UTC(2026, 10, 1)
const USUAL = { mean: 10, variance: 110 }

/** A day of ten quiet hours, and of twenty ships an hour from ten to twenty. */
function learned(days: number) {
  let day = NO_DAYS
  for (let hour = 0; hour < 24 * days; hour++) {
    const isBusy = hour % 24 >= 10 && hour % 24 < 20
    day = learnHour(day, isBusy ? 20 : 2, MIDNIGHT + (hour + 1) * HOUR)
  }
  return day
}
const at = (hour: number) => MIDNIGHT + 30 * 24 * HOUR + hour * HOUR

describe('an hour of the day', () => {
  it('is expected to be as any other until it was seen on three days', () => {
    expect(expectedBefore(at(15), NO_DAYS, USUAL, 0)).toEqual({ mean: 10, dispersion: 2 })
    expect(expectedBefore(at(15), learned(2), USUAL, 48).mean).toBe(10)
  })

  it('is expected to be as it was on other days, and to vary far less than all hours together', () => {
    const busy = expectedBefore(at(15), learned(10), USUAL, 150)
    const quiet = expectedBefore(at(5), learned(10), USUAL, 150)
    expect(busy.mean).toBeCloseTo(20, 6)
    expect(quiet.mean).toBeCloseTo(2, 6)
    expect(busy.dispersion).toBeLessThan(1.5)
    expect(expectedBefore(at(15), NO_DAYS, USUAL, 150).dispersion).toBeGreaterThan(9)
  })

  it('is that which most of the hour before lies in', () => {
    expect(expectedBefore(at(10) + HOUR / 3, learned(10), USUAL, 150).mean).toBeCloseTo(2, 6)
    expect(expectedBefore(at(10) + (2 * HOUR) / 3, learned(10), USUAL, 150).mean).toBeCloseTo(20, 6)
  })
})

describe('the traffic of the hours before', () => {
  it('is one usual hour for each while nothing is known of the day', () => {
    expect(trafficBack(at(15), NO_DAYS, NEVER_COUNTED).slice(0, 3)).toEqual([1, 2, 3])
  })

  it('is less by night than by day', () => {
    const [one = 0, two = 0] = trafficBack(at(11), learned(10), USUAL)
    expect(one).toBeCloseTo(2, 6)
    expect(two).toBeCloseTo(2.2, 6)
  })
})
