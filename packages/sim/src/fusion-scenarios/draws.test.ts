import { describe, expect, it } from 'vitest'
import { createDraws } from './draws.ts'

const many = <T>(draw: () => T) => Array.from({ length: 20_000 }, draw)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('the draws of one part of a scenario', () => {
  it('are the same again from the same seed and part', () => {
    const [one, again] = [createDraws(3, 'radar', 'R1'), createDraws(3, 'radar', 'R1')]
    expect(many(() => one.normal())).toEqual(many(() => again.normal()))
  })

  it('differ from another part’s and from another seed’s', () => {
    const first = createDraws(3, 'radar', 'R1').between(0, 1)
    expect(createDraws(3, 'radar', 'R2').between(0, 1)).not.toBe(first)
    expect(createDraws(4, 'radar', 'R1').between(0, 1)).not.toBe(first)
    expect(createDraws(3, 'voyage', 1).between(0, 1)).not.toBe(createDraws(3, 'voyage', 2).between(0, 1))
  })

  it('follow the normal distribution', () => {
    const draws = createDraws(1, 'normal')
    const values = many(() => draws.normal())
    expect(mean(values)).toBeCloseTo(0, 1)
    expect(Math.sqrt(mean(values.map((value) => value ** 2)))).toBeCloseTo(1, 1)
    // Of a normal variable 4.55 % lie beyond two deviations.
    expect(values.filter((value) => Math.abs(value) > 2).length / values.length).toBeCloseTo(0.0455, 2)
  })

  it('happen as often as their probability says', () => {
    const draws = createDraws(1, 'happens')
    expect(mean(many(() => (draws.happens(0.92) ? 1 : 0)))).toBeCloseTo(0.92, 2)
    expect(many(() => draws.happens(0)).includes(true)).toBe(false)
    expect(many(() => draws.happens(1)).includes(false)).toBe(false)
  })

  it('count events as Poisson does: with a variance equal to the mean', () => {
    const draws = createDraws(1, 'poisson')
    const counts = many(() => draws.poisson(15))
    const average = mean(counts)
    expect(average).toBeCloseTo(15, 0)
    expect(mean(counts.map((count) => (count - average) ** 2)) / average).toBeCloseTo(1, 1)
  })

  it('lie to either side, never nearer than the lower bound', () => {
    const draws = createDraws(1, 'aside')
    const values = many(() => draws.aside(60, 120))
    expect(Math.min(...values.map(Math.abs))).toBeGreaterThanOrEqual(60)
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(120)
    expect(values.filter((value) => value < 0).length / values.length).toBeCloseTo(0.5, 1)
  })
})
