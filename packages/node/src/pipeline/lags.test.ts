import { describe, expect, it } from 'vitest'
import { createLags } from './lags.ts'

function lagsOf(...lags: readonly number[]) {
  const kept = createLags()
  lags.forEach((lag, n) => kept.note(n * 1000, n * 1000 + lag))
  return kept
}

describe('the lag of a sensor', () => {
  it('is not known from a handful of plots', () => {
    expect(lagsOf(1, 2, 3, 4, 5, 6, 7, 8, 9).lag()).toBeUndefined()
  })

  it('is given by its low edge, its middle and its high edge', () => {
    expect(lagsOf(...Array.from({ length: 101 }, (_, n) => n)).lag()).toEqual({ low: 5, median: 50, high: 95 })
  })

  it('is negative when the sensor speaks of the future', () => {
    expect(lagsOf(...Array<number>(20).fill(-4000)).lag()).toEqual({ low: -4000, median: -4000, high: -4000 })
  })

  it('is not moved by a few ships whose own clocks are wrong', () => {
    const lags = Array.from({ length: 100 }, (_, n) => (n % 33 === 0 ? -25_000 : 800))
    expect(lagsOf(...lags).lag()).toMatchObject({ low: 800 })
  })

  it('is that of the last plots', () => {
    const lags = lagsOf(...Array<number>(300).fill(100))
    expect(lags.lag()).toMatchObject({ median: 100 })
    for (let n = 0; n < 256; n++) lags.note(0, 9000)
    expect(lags.lag()).toEqual({ low: 9000, median: 9000, high: 9000 })
  })
})
