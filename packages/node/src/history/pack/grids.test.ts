import { KNOT } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GRIDS, gridsFor, indexOf, valueAt } from './grids.ts'

const isOnGrids = (values: readonly number[]): boolean => {
  const grids = gridsFor(values).map((grid) => GRIDS[grid]!)
  return values.every((value) => grids.some((grid) => indexOf(grid, value) !== undefined))
}

const many = (valueOf: (n: number) => number): readonly number[] => Array.from({ length: 400 }, (_, n) => valueOf(n * 7919 + 13))

describe('the steps of a sensor', () => {
  it.each<[string, (n: number) => number]>([
    ['AIS, 1/10,000 minute', (n) => (n % 108_000_000) / 600_000],
    ['AIS, long range, 1/10 minute', (n) => n / 600],
    ['AIS, tenths of a knot', (n) => ((n % 1023) / 10) * KNOT],
    ['AIS and ASTERIX on the ground, knots', (n) => (n % 1023) * KNOT],
    ['AIS, tenths of a degree', (n) => (n % 3600) / 10],
    ['ASTERIX, 180/2^23 degrees', (n) => (n * 180) / 2 ** 23],
    ['ASTERIX, 180/2^25 degrees', (n) => (n * 180) / 2 ** 25],
    ['ASTERIX, 180/2^31 degrees', (n) => (n * 180) / 2 ** 31],
    ['ASTERIX, 360/65,536 degrees', (n) => ((n % 65_536) * 360) / 65_536],
    ['ASTERIX, 2^-14 miles a second', (n) => (n / 16_384) * 1852],
    ['ASTERIX, 1/128 s of a day', (n) => Date.UTC(2026, 10, 24) + ((n % 11_059_200) / 128) * 1000],
    ['ADS-B, 25 feet', (n) => n * 25 * 0.3048],
    ['ADS-B, even zones of latitude', (n) => 6 * ((n % 131_072) / 131_072 + 2)],
    ['ADS-B, odd zones of latitude', (n) => (360 / 59) * (2 + (n % 131_072) / 131_072)],
    ['ADS-B, zones of longitude', (n) => (360 / 57) * (3 + (n % 131_072) / 131_072) + 180 - 180],
    ['CSV, five decimals of a degree', (n) => Number((n / 1e5).toFixed(5))],
    ['VMS, degrees and minutes with three decimals', (n) => n / 60_000],
    ['a clock of whole seconds', (n) => Date.UTC(2026, 10, 24) + n * 1000],
  ])('of %s are known, to the last bit', (_, valueOf) => {
    expect(isOnGrids(many(valueOf))).toBe(true)
  })

  it('are the coarsest that hold the values: each step less is a smaller number', () => {
    const [first] = gridsFor(many((n) => Date.UTC(2026, 10, 24) + n * 1000))
    expect(GRIDS[first!]).toEqual({ per: 1, unit: 1000 })
  })

  it('are several where a column has values of several', () => {
    const values = many((n) => (n % 2 === 0 ? n / 600_000 : (n * 180) / 2 ** 23))
    expect(gridsFor(values).length).toBeGreaterThanOrEqual(2)
    expect(isOnGrids(values)).toBe(true)
  })

  it('are none for what was computed', () => {
    expect(gridsFor(many((n) => Math.sin(n)))).toEqual([])
  })

  it('give each value back exactly, or do not take it', () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(-0, Number.NaN, Number.POSITIVE_INFINITY, 1e300))
    fc.assert(
      fc.property(fc.nat(GRIDS.length - 1), value, (number, each) => {
        const grid = GRIDS[number]!
        const index = indexOf(grid, each)
        if (index !== undefined) expect(Object.is(valueAt(grid, index) + 0, each)).toBe(true)
      }),
    )
  })

  it('can be named in eight bits', () => {
    expect(GRIDS.length).toBeLessThanOrEqual(256)
  })
})
