import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { degreesToRadians, KNOT, knotsToMps, mpsToKnots, normalDegrees, radiansToDegrees } from './units.ts'

const real = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })

describe('a knot', () => {
  it('is one nautical mile of 1,852 m in an hour', () => {
    expect(KNOT * 3600).toBeCloseTo(1852, 9)
    expect(knotsToMps(10)).toBeCloseTo(5.144_444, 6)
    expect(mpsToKnots(5)).toBeCloseTo(9.719_222, 6)
  })

  it('becomes metres a second and a knot again', () => {
    fc.assert(
      fc.property(real(1e4), (knots) => {
        expect(mpsToKnots(knotsToMps(knots))).toBeCloseTo(knots, 8)
      }),
    )
  })
})

describe('a direction', () => {
  it.each([
    [0, 0], [360, 0], [-1, 359], [-360, 0], [725, 5], [-450, 270], [359.9, 359.9],
  ])('of %d° points to %d°', (given, pointed) => {
    expect(normalDegrees(given)).toBeCloseTo(pointed, 9)
  })

  it('is at least 0° and below 360°, and points where it did', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (tenths) => {
        const degrees = normalDegrees(tenths / 10)
        expect(degrees >= 0 && degrees < 360).toBe(true)
        expect(Math.cos(degreesToRadians(degrees))).toBeCloseTo(Math.cos(degreesToRadians(tenths / 10)), 6)
        expect(Math.sin(degreesToRadians(degrees))).toBeCloseTo(Math.sin(degreesToRadians(tenths / 10)), 6)
      }),
    )
  })
})

describe('an angle', () => {
  it('of half a turn is π', () => {
    expect(degreesToRadians(180)).toBeCloseTo(Math.PI, 12)
    expect(radiansToDegrees(Math.PI / 2)).toBeCloseTo(90, 12)
  })
})
