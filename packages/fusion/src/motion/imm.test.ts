import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../registration/fixtures/chance.ts'
import { isPositiveDefinite, sights, type Sight } from './fixtures/steps.ts'
import { AIRBORNE, begin, beginMoving, keepUncertain, predict, shift, SURFACE, update } from './imm.ts'
import {
  MEANS, MIXED_COVARIANCE, MIXED_MEAN, MODELS, STATE_LENGTH, STEADY, TIME, TURNING, WEIGHTS, XX, YY,
} from './layout.ts'
import { mixture } from './mix.ts'

const fit = { distanceSquared: 0, logLikelihood: 0, gain: 0 }
function started(sigma = 20): Float64Array {
  const s = new Float64Array(STATE_LENGTH)
  begin(s, SURFACE, 0, 0, 0, sigma ** 2, 0, sigma ** 2)
  return s
}
const see = (s: Float64Array, { t, x, y, sigma = 20, velocity }: Sight, agility = SURFACE) => {
  predict(s, t * 1000, agility)
  const v = velocity && Float64Array.of(velocity.vx, velocity.vy, velocity.sigma ** 2, 0, velocity.sigma ** 2)
  update(s, Float64Array.of(x, y, sigma ** 2, 0, sigma ** 2), v, fit)
}
const weights = (s: Float64Array) => [...s.subarray(WEIGHTS, WEIGHTS + MODELS)]
const variance = (s: Float64Array, entry: number) => s[MIXED_COVARIANCE + entry]!

const durations = fc.double({ min: 0.1, max: 600, noNaN: true })

describe('the three models together', () => {
  it('keep every covariance positive definite, whatever comes', () => {
    fc.assert(
      fc.property(sights, fc.constantFrom(SURFACE, AIRBORNE), (all, agility) => {
        const s = started()
        for (const sight of all.toSorted((a, b) => a.t - b.t)) {
          see(s, sight, agility)
          expect(s.every(Number.isFinite)).toBe(true)
          expect(isPositiveDefinite(s)).toBe(true)
        }
      }),
    )
  })

  it('have weights that sum to 1, none of them 0', () => {
    fc.assert(
      fc.property(sights, (all) => {
        const s = started()
        for (const sight of all.toSorted((a, b) => a.t - b.t)) {
          see(s, sight)
          expect(weights(s).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
          expect(Math.min(...weights(s))).toBeGreaterThan(0)
          predict(s, s[TIME]! + 3000, SURFACE)
          expect(weights(s).reduce((a, b) => a + b)).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  it('never become surer of where it is by foresight alone', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 60 }), durations, (seed, count, seconds) => {
        const { normal } = chanceOf(seed)
        const s = started()
        const [vx, vy] = [10 * normal(), 10 * normal()]
        for (let n = 1; n <= count; n++) {
          see(s, { t: n * 3, x: n * 3 * vx + 20 * normal(), y: n * 3 * vy + 20 * normal() })
        }
        const [xx, yy] = [variance(s, XX), variance(s, YY)]
        predict(s, s[TIME]! + seconds * 1000, SURFACE)
        mixture(s)
        expect(variance(s, XX)).toBeGreaterThan(xx * (1 - 1e-9))
        expect(variance(s, YY)).toBeGreaterThan(yy * (1 - 1e-9))
      }),
    )
  })

  it('do not go backwards in time', () => {
    const s = started()
    see(s, { t: 10, x: 0, y: 0 })
    const before = [...s]
    predict(s, 5000, SURFACE)
    expect([...s]).toEqual(before)
  })

  it('believe that a ship which holds its course is steady', () => {
    const s = started()
    const { normal } = chanceOf(1)
    for (let n = 1; n < 60; n++) see(s, { t: n * 3, x: n * 15 + 20 * normal(), y: 20 * normal() })
    expect(weights(s)[STEADY]).toBeGreaterThan(0.8)
    expect(s[MIXED_MEAN + 2]).toBeGreaterThan(4)
    expect(s[MIXED_MEAN + 2]).toBeLessThan(6)
  })

  it('notice within a few looks that it turns hard', () => {
    const s = started()
    for (let n = 1; n < 40; n++) see(s, { t: n * 3, x: n * 60, y: 0, sigma: 10 })
    const calm = weights(s)[STEADY]!
    const turning = [1, 2, 3].map((n) => {
      see(s, { t: 117 + n * 3, x: 2340, y: n * 60, sigma: 10 })
      return weights(s)[STEADY]!
    })
    expect(Math.min(...turning)).toBeLessThan(calm / 4)
  })

  it('follow a true circle, and know how fast it turns', () => {
    const [rate, speed] = [0.05, 20]
    const radius = speed / rate
    const s = started()
    const { normal } = chanceOf(2)
    const rates: number[] = []
    const foreseen: number[] = []
    for (let t = 3; t <= 240; t += 3) {
      const at = { x: radius * Math.sin(rate * t), y: radius * (1 - Math.cos(rate * t)) }
      predict(s, t * 1000, SURFACE)
      mixture(s)
      foreseen.push(Math.hypot(s[MIXED_MEAN]! - at.x, s[MIXED_MEAN + 1]! - at.y))
      see(s, { t, x: at.x + 10 * normal(), y: at.y + 10 * normal(), sigma: 10 })
      rates.push(s[MEANS[TURNING]! + 4]!)
    }
    const late = (values: number[]) => values.slice(30).reduce((a, b) => a + b) / values.slice(30).length
    expect(weights(s)[TURNING]).toBeGreaterThan(0.5)
    expect(late(rates)).toBeGreaterThan(0.045)
    expect(late(rates)).toBeLessThan(0.055)
    // On a straight course it would be 9 m off the circle after one look, and 60 m wide of it after three.
    expect(late(foreseen)).toBeLessThan(20)
  })

  it('take in a velocity that is stated from the start', () => {
    const s = started()
    beginMoving(s, Float64Array.of(5, -3, 0.04, 0, 0.04))
    expect(s[MIXED_MEAN + 2]).toBeCloseTo(5, 1)
    expect(s[MIXED_MEAN + 3]).toBeCloseTo(-3, 1)
    expect(isPositiveDefinite(s)).toBe(true)
  })

  it('are of what is foretold as likely as its distance says', () => {
    const likelihood = (x: number) => {
      const s = started()
      see(s, { t: 3, x, y: 0 })
      return { ...fit }
    }
    expect(likelihood(0).distanceSquared).toBeCloseTo(0, 9)
    expect(likelihood(50).logLikelihood).toBeLessThan(likelihood(10).logLikelihood)
    expect(likelihood(50).distanceSquared).toBeGreaterThan(likelihood(10).distanceSquared)
    expect(likelihood(10).gain).toBeGreaterThan(0)
    expect(likelihood(10).gain).toBeLessThan(1)
  })

  it('are moved with their origin, and nothing else changes', () => {
    const s = started()
    for (let n = 1; n < 10; n++) see(s, { t: n * 3, x: n * 15, y: 0 })
    const moved = s.slice()
    shift(moved, 100, -200)
    expect(moved[MIXED_MEAN]).toBeCloseTo(s[MIXED_MEAN]! + 100, 9)
    expect(moved[MIXED_MEAN + 1]).toBeCloseTo(s[MIXED_MEAN + 1]! - 200, 9)
    expect([...moved.subarray(MIXED_COVARIANCE)]).toEqual([...s.subarray(MIXED_COVARIANCE)])
    mixture(moved)
    expect(moved[MIXED_MEAN]).toBeCloseTo(s[MIXED_MEAN]! + 100, 6)
  })

  it('are no surer than an error that lasts', () => {
    const s = started()
    for (let n = 1; n < 100; n++) {
      see(s, { t: n, x: 0, y: 0, sigma: 10 })
      keepUncertain(s, 35, 35)
    }
    expect(variance(s, XX)).toBeGreaterThanOrEqual(35)
    expect(isPositiveDefinite(s)).toBe(true)
  })
})
