import { describe, expect, it } from 'vitest'
import { forecastOf } from './disk-budget.ts'

const days = (...bytes: number[]) => bytes.map((each, at) => ({ day: 20_000 + at, bytes: each }))

describe('the forecast of the disk', () => {
  it('says nothing before a whole day has been seen', () => {
    expect(forecastOf([], 1e12, 0, 31)).toEqual({ basisDays: 0 })
  })

  it('gives the slowest, the usual and the fastest day, and how long the disk lasts by each', () => {
    expect(forecastOf(days(1e9, 4e9, 2e9), 8e9, 7e9, 31)).toEqual({
      basisDays: 3, bytesPerDay: { low: 1e9, likely: 2e9, high: 4e9 }, daysLeft: { low: 2, likely: 4, high: 8 },
      settlesAt: { low: 31e9, likely: 62e9, high: 124e9 }, isEnough: false,
    })
  })

  it('says that the disk is enough when what is kept fits even on the fastest days', () => {
    expect(forecastOf(days(1e9, 2e9), 1e12, 7e9, 31).isEnough).toBe(true)
  })

  it('goes by the last two weeks', () => {
    const busyOnce = forecastOf([...days(...Array.from({ length: 20 }, () => 1e9)), { day: 19_000, bytes: 9e9 }], 1e12, 0, 31)
    expect(busyOnce).toMatchObject({ basisDays: 14, bytesPerDay: { high: 1e9 } })
  })

  it('promises no day on which a disk fills that does not grow', () => {
    expect(forecastOf(days(0, 0), 1e9, 0, 31).daysLeft).toEqual({})
  })
})
