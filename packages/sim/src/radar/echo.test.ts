import { describe, expect, it } from 'vitest'
import { caribbean } from '../scenario.ts'
import { crossSectionOf, probabilityDetected, signalToNoise, visiblePart } from './echo.ts'

const ofKind = (kind: string) => caribbean(1).vessels.find((vessel) => vessel.kind === kind)!

describe('the chance to detect', () => {
  const chanceAt = (range: number, crossSection = 10) =>
    probabilityDetected(signalToNoise(20_000, crossSection, range))

  it('is eight in ten for a boat of 10 m² at the reference range', () => {
    expect(chanceAt(20_000)).toBeCloseTo(0.8, 6)
  })

  it('falls with range, and rises with size', () => {
    const ranges = [2_000, 10_000, 20_000, 30_000, 40_000, 60_000].map((range) => chanceAt(range))
    expect(ranges).toEqual(ranges.toSorted((a, b) => b - a))
    expect(ranges[0]).toBeGreaterThan(0.99)
    expect(ranges.at(-1)).toBeLessThan(0.1)
    expect(chanceAt(40_000, 10_000)).toBeGreaterThan(0.99)
  })

  it('is the same for half as much again of range and five times the size: the fourth power', () => {
    expect(chanceAt(30_000, 10 * 1.5 ** 4)).toBeCloseTo(chanceAt(20_000), 6)
  })

  it('is next to nothing where nothing returns the pulse', () => {
    expect(chanceAt(20_000, 0)).toBeCloseTo(1e-6, 9)
  })
})

describe('an object near the horizon', () => {
  // The sea ends at 4.12 √100 = 41.2 km for an antenna 100 m high; a mast of 25 m shows its top at 20.6 km more.
  it.each([
    [10_000, 1], [41_200, 1], [61_800, 0], [80_000, 0], [51_500, 0.75],
  ])('shows at %i m of its height the part %f', (range, part) => {
    expect(visiblePart(100, 25, range)).toBeCloseTo(part, 9)
  })
})

describe('an object', () => {
  it('returns the more the longer it is', () => {
    const sizes = ['fishing', 'coast-guard', 'tanker'].map((kind) => crossSectionOf(ofKind(kind)))
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(sizes.at(-1)).toBeGreaterThan(10_000)
  })

  it('that is a go-fast returns less than a fishing boat of her length', () => {
    const { dimensions } = ofKind('go-fast')
    expect(crossSectionOf(ofKind('go-fast'))).toBeLessThan(crossSectionOf({ ...ofKind('fishing'), dimensions }))
  })
})
