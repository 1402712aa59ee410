import { describe, expect, it } from 'vitest'
import { estimateBias, NOTHING_LEARNT } from './estimate.ts'
import { pairOf, vesselOf } from './fixtures/seen.ts'
import { NOON } from './fixtures/water.ts'

const many = (range: number, bearingDeg: number, other = {}) =>
  Array.from({ length: 50 }, (_, turn) => pairOf(range, bearingDeg, turn * 3, other))
const LATER = NOON + 150_000
const SPREAD = 64

describe('the bias of a radar', () => {
  it('is unknown before any vessel is seen', () => {
    expect(estimateBias([], NOON, NOTHING_LEARNT.spread)).toEqual(NOTHING_LEARNT)
  })

  it('is what the vessels agree on', () => {
    const vessels = ['a', 'b', 'c', 'd'].map((name) => vesselOf(name, many(80, -0.5)))
    const { range, bearingDeg, vessels: counted } = estimateBias(vessels, LATER, SPREAD)
    expect(range).toBeCloseTo(80, 0)
    expect(bearingDeg).toBeCloseTo(-0.5, 2)
    expect(counted).toBe(4)
  })

  it('is not what one says that lies, though it be heard ten times as often', () => {
    const honest = ['a', 'b', 'c', 'd', 'e'].map((name) => vesselOf(name, many(0, 0)))
    const liar = vesselOf('liar', Array.from({ length: 500 }, (_, turn) => pairOf(400, 2, turn * 0.3)))
    const { range, bearingDeg, vessels } = estimateBias([...honest, liar], LATER, SPREAD)
    expect(Math.abs(range)).toBeLessThan(3)
    expect(Math.abs(bearingDeg)).toBeLessThan(0.02)
    expect(vessels).toBe(5)
  })

  it('is surer by more vessels, not by the same ones for longer', () => {
    const sigma = (count: number, pairs: number) => {
      const vessels = Array.from({ length: count }, (_, each) => vesselOf(`${each}`, many(0, 0).slice(0, pairs)))
      return estimateBias(vessels, LATER, SPREAD).rangeVariance
    }
    expect(sigma(12, 50)).toBeLessThan(sigma(4, 50) / 2)
    expect(sigma(4, 50)).toBeGreaterThan(SPREAD / 4)
  })

  it('is less sure the longer nothing was seen', () => {
    const vessels = ['a', 'b', 'c'].map((name) => vesselOf(name, many(80, 0)))
    const [now, tomorrow] = [LATER, LATER + 86_400_000].map((time) => estimateBias(vessels, time, SPREAD))
    expect(tomorrow!.range).toBeCloseTo(now!.range, 0)
    expect(tomorrow!.rangeVariance).toBeGreaterThan(2 * now!.rangeVariance)
  })

  it('of time shows where vessels come and go, and leaves the range as it is', () => {
    const late = 0.5
    const vessels = [-12, -6, 0, 6, 12].map((rangeRate) =>
      vesselOf(`${rangeRate}`, many(40 - rangeRate * late, 0, { rangeRate })))
    const { range, time, timeVariance } = estimateBias(vessels, LATER, 16)
    expect(range).toBeCloseTo(40, 0)
    expect(time).toBeGreaterThan(0.2)
    expect(time).toBeLessThan(late)
    expect(timeVariance).toBeLessThan(NOTHING_LEARNT.timeVariance)
  })

  it('takes vessels for as different as they are', () => {
    const alike = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => vesselOf(name, many(0, 0)))
    const different = [-40, -25, -10, 10, 25, 40].map((off) => vesselOf(`${off}`, many(off, 0)))
    const [less, more] = [alike, different].map((vessels) => estimateBias(vessels, LATER, SPREAD).spread)
    expect(less).toBeLessThan(SPREAD)
    expect(more).toBeGreaterThan(2 * SPREAD)
  })
})
