import { describe, expect, it } from 'vitest'
import { reportInterval, type Pace } from './intervals.ts'

const pace = (speedKn: number, isTurning = false, isAtRest = false): Pace => ({ speedKn, isTurning, isAtRest })

describe('a class A unit reports', () => {
  it.each([
    ['every 3 minutes at anchor', pace(0.2, false, true), 180_000],
    ['every 10 s at anchor when she drags faster than 3 knots', pace(3.5, false, true), 10_000],
    ['every 10 s up to 14 knots', pace(14), 10_000],
    ['every 3⅓ s up to 14 knots while she turns', pace(14, true), 10_000 / 3],
    ['every 6 s up to 23 knots', pace(14.1), 6_000],
    ['every 2 s up to 23 knots while she turns', pace(23, true), 2_000],
    ['every 2 s above', pace(23.1), 2_000],
    ['every 2 s above, turning or not', pace(30, true), 2_000],
  ])('%s', (_, given, interval) => {
    expect(reportInterval('class-a', given)).toBe(interval)
  })
})

describe('a class B unit with SOTDMA reports', () => {
  it.each([
    ['every 3 minutes up to 2 knots', pace(2), 180_000],
    ['every 30 s up to 14 knots', pace(14), 30_000],
    ['every 15 s up to 23 knots', pace(23), 15_000],
    ['every 5 s above', pace(24), 5_000],
  ])('%s', (_, given, interval) => {
    expect(reportInterval('class-b-so', given)).toBe(interval)
  })
})

describe('a class B unit with carrier sense reports', () => {
  it('every 3 minutes up to 2 knots and every 30 s above, however fast', () => {
    expect([2, 2.1, 25].map((knots) => reportInterval('class-b-cs', pace(knots)))).toEqual([180_000, 30_000, 30_000])
  })
})

describe('others', () => {
  it('an aircraft reports every 10 s', () => {
    expect(reportInterval('aircraft', pace(130))).toBe(10_000)
  })

  it('a vessel without a unit never reports', () => {
    expect(reportInterval('none', pace(40))).toBe(Infinity)
  })
})
