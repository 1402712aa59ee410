import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceBetween } from '@csii/geo'
import { inverseOf } from './covariance.ts'
import { differenceOf, isSound, predicted } from './estimate.ts'
import { estimateOf } from './fixtures/estimates.ts'

describe('an estimate', () => {
  const moving = estimateOf({ velocity: { east: 3, north: 4 } })

  it('moves on by its velocity, and is less sure', () => {
    const later = predicted(moving, moving.time + 60_000, 0.3)
    expect(distanceBetween(moving.position, later.position)).toBeCloseTo(300, 0)
    const [east, north] = differenceOf(moving, later)
    expect([east! / 60, north! / 60]).toEqual([expect.closeTo(3, 3), expect.closeTo(4, 3)])
    // 2500 + 60² · 1 + 0.3 · 60³ / 3, and 1 + 0.3 · 60
    expect(later.covariance[0]).toBeCloseTo(27_700, 6)
    expect(later.covariance[9]).toBeCloseTo(19, 9)
  })

  it('is never taken backwards', () => {
    expect(predicted(moving, moving.time - 1)).toBe(moving)
  })

  it('is as sure after two steps as after one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 90_000 }), (first, second) => {
        const twice = predicted(predicted(moving, moving.time + first), moving.time + first + second)
        const once = predicted(moving, moving.time + first + second)
        once.covariance.forEach((value, at) => {
          expect(Math.abs(twice.covariance[at]! - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value))
        })
      }),
    )
  })

  it('stays a covariance for a day', () => {
    const dayLater = predicted(moving, moving.time + 86_400_000)
    expect(inverseOf(dayLater.covariance)).toBeDefined()
    expect(isSound(dayLater)).toBe(true)
  })

  it('crosses the antimeridian', () => {
    const west = estimateOf({ position: { lat: 0, lon: 179.999 }, velocity: { east: 10, north: 0 } })
    const [east] = differenceOf(west, predicted(west, west.time + 60_000))
    expect(east).toBeCloseTo(600, 1)
  })

  it('with too long a list behind it is not reckoned with', () => {
    const label = (_: unknown, at: number) => `label ${at}`
    expect(isSound(estimateOf({ labels: Array.from({ length: 257 }, label) }))).toBe(false)
    expect(isSound(estimateOf({ labels: Array.from({ length: 256 }, label) }))).toBe(true)
  })
})
