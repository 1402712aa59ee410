import { describe, expect, it } from 'vitest'
import { clockOf, clockOffset } from './sensor-clock.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const delay = (p05: number, median: number, p95: number) => ({
  p05Ms: p05 * SECOND,
  medianMs: median * SECOND,
  p95Ms: p95 * SECOND,
})

describe('the clock of a sensor', () => {
  it('is not judged before it was heard', () => {
    expect(clockOf(undefined)).toBeUndefined()
    expect(clockOffset(undefined)).toBeUndefined()
  })

  it.each([
    ['on time', delay(0, 1, 2)],
    ['rounded to whole seconds', delay(-1, 0, 1)],
    ['half a minute behind by a slow network', delay(1, 25, 60)],
  ])('is left alone when it is %s', (_what, measured) => {
    expect(clockOf(measured)).toBeUndefined()
  })

  it('is ahead when messages come before what they tell of', () => {
    expect(clockOf(delay(-7, -6, 20))).toEqual({ state: 'clock-off', reason: 'clock-ahead', numbers: { offset: 7 } })
    expect(clockOffset(delay(-7, -6, 20))).toBe(7 * SECOND)
  })

  it('is behind when all come late by the same', () => {
    expect(clockOf(delay(3600, 3601, 3602))).toEqual({
      state: 'clock-off',
      reason: 'clock-behind',
      numbers: { offset: 3600 },
    })
    expect(clockOffset(delay(3600, 3601, 3602))).toBe(-HOUR)
  })

  it('is not to blame when some come in time and most come late', () => {
    expect(clockOf(delay(2, 300, 900))).toEqual({ state: 'late', reason: 'delayed', numbers: { delay: 300 } })
    expect(clockOffset(delay(2, 300, 900))).toBeUndefined()
  })

  it('is not to blame for a satellite that hands down twice a day what it saw', () => {
    expect(clockOf(delay(1800, 5400, 7200), 12 * HOUR)).toBeUndefined()
  })
})
