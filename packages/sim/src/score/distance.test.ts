import { describe, expect, it } from 'vitest'
import { chance } from '../chance.ts'
import { distance } from './distance.ts'

/** The square of a number of at most 40 binary places, as a whole multiple of 2⁻⁸⁰. */
const square = (value: number): bigint => BigInt(value * 2 ** 40) ** 2n

describe('the distance between two points', () => {
  it('is five for three and four, whichever way they lie', () => {
    for (const [x, y] of [
      [3, 4],
      [-3, 4],
      [4, -3],
      [-4, -3],
    ] as const) {
      expect(distance({ x: 10, y: 20 }, { x: 10 + x, y: 20 + y })).toBe(5)
    }
  })

  it('is nothing from a point to itself, and the difference along one axis', () => {
    expect(distance({ x: 7.3, y: -2 }, { x: 7.3, y: -2 })).toBe(0)
    expect(distance({ x: 7, y: -2 }, { x: 7, y: 9.1 })).toBe(9.1 + 2)
  })

  it('is the number nearest to the true one, to the last bit', () => {
    for (let trial = 0; trial < 20_000; trial++) {
      const [x, y] = [1, 2].map((key) => Math.floor(chance(trial, key) * 2 ** 40) / 2 ** 30)
      const found = distance({ x: 0, y: 0 }, { x: x!, y: y! })
      const sum = square(x!) + square(y!)
      // Half a unit in the last place to either side, which has one binary place more: both squared enclose the sum.
      const half = 2 ** (Math.floor(Math.log2(found)) - 53)
      const scaled = BigInt(found * 2 ** 50) * 2n ** 40n
      const halfScaled = BigInt(Math.round(half * 2 ** 90))
      expect((scaled - halfScaled) ** 2n <= sum * 2n ** 100n && sum * 2n ** 100n <= (scaled + halfScaled) ** 2n).toBe(
        true,
      )
    }
  })
})
