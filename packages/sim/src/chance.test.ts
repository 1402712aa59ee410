import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chance, createDice, drift, keyOf, normal, poisson } from './chance.ts'

const key = fc.integer({ min: 0, max: 0xffff_ffff })
const time = fc.integer({ min: 0, max: 4_000_000_000_000 })

describe('chance', () => {
  it('gives the same number for the same keys, whatever was asked in between', () => {
    fc.assert(fc.property(key, time, (a, b) => {
      const first = chance(a, b)
      chance(b, a)
      expect(chance(a, b)).toBe(first)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first).toBeLessThan(1)
    }))
  })

  it('spreads evenly: each tenth gets a tenth', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 20_000; i++) tenths[Math.floor(chance(3, i) * 10)]!++
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200)
  })

  it('tells apart instants that differ only beyond 32 bits', () => {
    expect(chance(1, 5)).not.toBe(chance(1, 5 + 2 ** 32))
  })

  it('does not repeat itself from one key to the next', () => {
    const seen = new Set(Array.from({ length: 5_000 }, (_, i) => chance(i)))
    expect(seen.size).toBeGreaterThan(4_995)
  })
})

describe('a normal number', () => {
  const drawn = Array.from({ length: 10_000 }, (_, i) => normal(5, i))

  it('has mean 0 and deviation 1, and is beyond 2 in one of twenty', () => {
    expect(Math.abs(drawn.reduce((sum, value) => sum + value, 0) / drawn.length)).toBeLessThan(0.05)
    expect(drawn.reduce((sum, value) => sum + value ** 2, 0) / drawn.length).toBeCloseTo(1, 1)
    expect(drawn.filter((value) => Math.abs(value) > 1.96).length / drawn.length).toBeCloseTo(0.05, 1)
  })

  it('is always a number', () => {
    expect(drawn.every(Number.isFinite)).toBe(true)
  })
})

describe('a Poisson count', () => {
  it.each([0.5, 4, 12])('has the mean and the variance %f', (mean) => {
    const counts = Array.from({ length: 5_000 }, (_, i) => poisson(mean, 6, i))
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / counts.length
    expect(Math.abs(average / mean - 1)).toBeLessThan(0.1)
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.1)
  })

  it('is never above none when none is expected', () => {
    expect(poisson(0, 1)).toBe(0)
  })
})

describe('the key of a name', () => {
  it('differs between names that differ by a letter', () => {
    const keys = ['kingstown', 'kingstowm', 'castries', 'castriet', ''].map(keyOf)
    expect(new Set(keys).size).toBe(5)
  })

  it('is the same every time', () => {
    expect(keyOf('bridgetown')).toBe(keyOf('bridgetown'))
  })
})

describe('a drift', () => {
  it('stays between −1 and 1', () => {
    fc.assert(fc.property(key, time, (a, t) => {
      const value = drift(a, t, 60_000)
      expect(Math.abs(value)).toBeLessThanOrEqual(1)
    }))
  })

  it('hardly moves in a hundredth of its period', () => {
    fc.assert(fc.property(key, time, (a, t) => {
      expect(Math.abs(drift(a, t + 600, 60_000) - drift(a, t, 60_000))).toBeLessThan(0.04)
    }))
  })

  it('has forgotten where it was after some periods', () => {
    const pairs = Array.from(
      { length: 2_000 }, (_, i) => [drift(9, i * 1e6, 1e5), drift(9, i * 1e6 + 5e5, 1e5)] as const,
    )
    const product = pairs.reduce((sum, [a, b]) => sum + a * b, 0) / pairs.length
    expect(Math.abs(product)).toBeLessThan(0.05)
  })
})

describe('dice', () => {
  it('thrown again with the same seed fall the same', () => {
    const throws = (seed: number) => {
      const dice = createDice(seed)
      return [dice.key(), dice.between(5, 6), dice.whole(1, 6), dice.pick(['a', 'b', 'c'])]
    }
    expect(throws(4)).toEqual(throws(4))
    expect(throws(4)).not.toEqual(throws(5))
  })

  it('reach both ends of a whole range and nothing beyond', () => {
    const dice = createDice(1)
    const faces = new Set(Array.from({ length: 500 }, () => dice.whole(1, 6)))
    expect([...faces].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})
