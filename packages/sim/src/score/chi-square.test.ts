import { describe, expect, it } from 'vitest'
import { chiSquareBelow, chiSquareQuantile } from './chi-square.ts'

describe('the chi-square distribution', () => {
  it.each([
    // Any table, as NIST/SEMATECH e-Handbook § 1.3.6.7.4.
    [0.95, 1, 3.841],
    [0.95, 2, 5.991],
    [0.975, 2, 7.378],
    [0.025, 10, 3.247],
    [0.975, 10, 20.483],
    [0.95, 100, 124.342],
    [0.025, 100, 74.222],
    [0.99, 30, 50.892],
  ])('has its quantile %d of %i degrees at %d', (probability, degrees, value) => {
    expect(chiSquareQuantile(probability, degrees)).toBeCloseTo(value, 3)
  })

  it('of two degrees is exponential', () => {
    for (const value of [0.01, 0.5, 2, 7, 30])
      expect(chiSquareBelow(value, 2)).toBeCloseTo(1 - Math.exp(-value / 2), 11)
  })

  it('comes back from its own quantile, with any degrees', () => {
    for (const degrees of [0.7, 2, 5.3, 60, 2000, 40_000]) {
      for (const probability of [0.001, 0.025, 0.5, 0.975, 0.999]) {
        expect(chiSquareBelow(chiSquareQuantile(probability, degrees), degrees)).toBeCloseTo(probability, 8)
      }
    }
  })

  it('closes on the normal one with many degrees', () => {
    // Fisher: √(2 χ²) is about normal around √(2k − 1).
    expect(chiSquareQuantile(0.975, 40_000)).toBeCloseTo((1.959964 + Math.sqrt(79_999)) ** 2 / 2, 0)
  })

  it('has nothing below zero', () => {
    expect(chiSquareBelow(0, 3)).toBe(0)
    expect(chiSquareBelow(-1, 3)).toBe(0)
  })
})
