import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chanceOfSoFew,
  dispersionOf,
  HALF_LIFE_HOURS,
  learnCount,
  NEVER_COUNTED,
  oneMoreHour,
  type UsualCount,
} from './counts.ts'

/** What is learned of hours with these counts. */
function learned(counts: readonly number[]): { usual: UsualCount; hours: number } {
  let usual = NEVER_COUNTED
  let hours = 0
  for (const count of counts) {
    hours = oneMoreHour(hours)
    usual = learnCount(usual, count, hours)
  }
  return { usual, hours }
}

describe('the usual count of an hour', () => {
  it('is the first hour, and then the mean of the first few', () => {
    expect(learned([6]).usual).toEqual({ mean: 6, variance: 0 })
    const { usual } = learned([2, 4, 6])
    expect(usual.mean).toBeCloseTo(4, 1)
    expect(usual.variance).toBeCloseTo(8 / 3, 1)
  })

  it('is half forgotten after a week', () => {
    const before = learned(Array<number>(2000).fill(10))
    const after = learned([...Array<number>(2000).fill(10), ...Array<number>(HALF_LIFE_HOURS).fill(0)])
    expect(before.usual.mean).toBeCloseTo(10, 6)
    expect(after.usual.mean).toBeCloseTo(5, 2)
  })

  it('stays between the least and the most that was counted, and varies by no negative amount', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 200 }), (counts) => {
        const { mean, variance } = learned(counts).usual
        expect(mean).toBeGreaterThanOrEqual(Math.min(...counts) - 1e-6)
        expect(mean).toBeLessThanOrEqual(Math.max(...counts) + 1e-6)
        expect(variance).toBeGreaterThanOrEqual(-1e-6)
      }),
    )
  })
})

describe('dispersion', () => {
  it('is two before anything is known, and never less than Poisson’s', () => {
    expect(dispersionOf(NEVER_COUNTED, 0)).toBe(2)
    expect(dispersionOf({ mean: 10, variance: 0 }, 1000)).toBe(1)
  })

  it('of waves of ships is what they vary by, once they were watched for long', () => {
    const { usual, hours } = learned(Array.from({ length: 1000 }, (_, hour) => (hour % 24 < 12 ? 20 : 0)))
    expect(dispersionOf(usual, hours)).toBeGreaterThan(8)
    expect(dispersionOf(usual, hours)).toBeLessThan(10)
  })
})

describe('the chance of so few', () => {
  it.each([
    [0, 3, Math.exp(-3)],
    [2, 3, Math.exp(-3) * (1 + 3 + 4.5)],
    [10, 10, 0.583_039_750],
  ])('%d or fewer of %d is Poisson’s when nothing comes in waves', (count, mean, chance) => {
    expect(chanceOfSoFew(count, mean, 1)).toBeCloseTo(chance, 8)
  })

  it('is the negative binomial’s when it does: none of 6 with dispersion 3 is 3⁻³, and one or none 3⁻³ × 3', () => {
    expect(chanceOfSoFew(0, 6, 3)).toBeCloseTo(1 / 27, 10)
    expect(chanceOfSoFew(1, 6, 3)).toBeCloseTo((1 / 27) * (1 + 3 * (2 / 3)), 10)
  })

  it('goes over from one to the other without a jump', () => {
    expect(chanceOfSoFew(4, 9, 1.000_01)).toBeCloseTo(chanceOfSoFew(4, 9, 1), 4)
  })

  it('grows with the count, and with the dispersion for none at all', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 50 }),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (count, mean, dispersion) => {
          expect(chanceOfSoFew(count + 1, mean, dispersion)).toBeGreaterThanOrEqual(
            chanceOfSoFew(count, mean, dispersion),
          )
          expect(chanceOfSoFew(0, mean, dispersion * 1.5)).toBeGreaterThanOrEqual(chanceOfSoFew(0, mean, dispersion))
        },
      ),
    )
  })

  it('is a number for the busiest roads as well', () => {
    expect(chanceOfSoFew(1000, 2000, 1)).toBeLessThan(1e-9)
    expect(chanceOfSoFew(2100, 2000, 1)).toBeGreaterThan(0.95)
    expect(chanceOfSoFew(1_000_000, 2_000_000, 1)).toBe(1)
  })

  it('is certain where nothing is expected', () => {
    expect(chanceOfSoFew(0, 0, 1)).toBe(1)
  })
})
