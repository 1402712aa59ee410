import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracyCovariance, displaced, longestSigma, offsetCovariance, round, whenSeen } from './ellipse.ts'

const direction = (degrees: number) => ({ degrees, sectorDeg: 1 })

describe('the error of a sighting', () => {
  it('grows by the way that the object went while nobody looked', () => {
    const still = whenSeen(round(100), { time: 0, speed: 0 })
    expect(still).toEqual(round(100))
    expect(Math.sqrt(whenSeen(round(0), { speed: 10 }).ee)).toBe(1200)
    expect(Math.sqrt(whenSeen(round(0), { time: 0, speed: 10 }).nn)).toBe(600)
  })

  it('grows only along the course where that is known', () => {
    const { ee, en, nn } = whenSeen(round(0), { time: 0, speed: 10, courseDeg: 90 })
    expect(ee).toBeCloseTo(360_000)
    expect(nn).toBeCloseTo(0)
    expect(en).toBeCloseTo(0)
  })

  it('is a phone\u2019s radius of 95 %, and never nothing', () => {
    expect(Math.sqrt(accuracyCovariance(24.48).ee)).toBeCloseTo(10)
    expect(accuracyCovariance(0).ee).toBeGreaterThan(0)
  })

  it('is a true ellipse in every direction', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({
        min: 1, max: 50_000, noNaN: true,
      }), (degrees, distance) => {
        const { ee, en, nn } = offsetCovariance({ distance, direction: direction(degrees) }, 'eye-from-boat')
        expect(ee * nn - en * en).toBeGreaterThan(0)
        expect(longestSigma({ ee, en, nn })).toBeCloseTo(0.39 * distance, 3)
      }),
    )
  })
})

describe('a place at a bearing and distance', () => {
  it('is a minute of latitude to the north in a mile', () => {
    const { lat, lon } = displaced({ lat: 13, lon: -61 }, { distance: 1852, direction: direction(0) })
    expect(lat).toBeCloseTo(13 + 1 / 60, 4)
    expect(lon).toBeCloseTo(-61, 9)
  })

  it('goes on beyond the antimeridian', () => {
    expect(displaced(
      { lat: 0, lon: 179.99 },
      { distance: 5000, direction: direction(90) },
    ).lon).toBeCloseTo(-179.965, 2)
  })

  it('stays on earth beside a pole', () => {
    const { lat, lon } = displaced({ lat: 89.999, lon: 0 }, { distance: 50_000, direction: direction(0) })
    expect(lat).toBeLessThanOrEqual(90)
    expect(Math.abs(lon)).toBeLessThanOrEqual(180)
  })
})
