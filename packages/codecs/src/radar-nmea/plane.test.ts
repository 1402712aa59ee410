import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, lengthOf, moved, offsetOf, sum, vectorOf } from './plane.ts'

const SITE = { lat: 13.1, lon: -61.2 }

describe('an offset on the sea', () => {
  // Where Karney's geodesics lead.
  it.each([
    [10_000, 0, 13.19039, -61.2],
    [39_999.93, 45, 13.355527, -60.938903],
  ])('is as long and points as the geodesic does: %f m on %f°', (distance, directionDeg, lat, lon) => {
    const offset = offsetOf(SITE, { lat, lon })
    expect(Math.abs(lengthOf(offset) - distance)).toBeLessThan(2)
    // The bearing half way differs from that at the start by half the convergence of the meridians.
    expect(Math.abs(((directionOf(offset) - directionDeg + 540) % 360) - 180)).toBeLessThan(0.05)
  })

  it('leads back to where it was measured, over the line of date too', () => {
    const metres = fc.double({ min: -400, max: 400, noNaN: true })
    const place = fc.record({
      lat: fc.double({ min: -70, max: 70, noNaN: true }),
      lon: fc.oneof(fc.double({ min: -180, max: 179.99, noNaN: true }), fc.constant(179.9999)),
    })
    fc.assert(
      fc.property(place, metres, metres, (from, east, north) => {
        const to = moved(from, { east, north })
        expect(to.lon).toBeGreaterThanOrEqual(-180)
        expect(to.lon).toBeLessThan(180)
        const back = offsetOf(from, to)
        expect(Math.abs(back.east - east)).toBeLessThan(0.2)
        expect(Math.abs(back.north - north)).toBeLessThan(0.2)
      }),
    )
  })

  it('stays on the globe at the pole', () => {
    const { lat, lon } = moved({ lat: 90, lon: 0 }, { east: 100, north: 100 })
    expect(lat).toBe(90)
    expect(Math.abs(lon)).toBeLessThanOrEqual(180)
  })
})

describe('a vector', () => {
  it('has a length and a direction from north by east', () => {
    expect(directionOf(vectorOf(3, 270))).toBeCloseTo(270, 9)
    expect(lengthOf(vectorOf(3, 123))).toBeCloseTo(3, 9)
    expect(directionOf({ east: -1, north: -1 })).toBeCloseTo(225, 9)
  })

  it('adds to another', () => {
    expect(sum({ east: 1, north: 2 }, { east: 3, north: -2 })).toEqual({ east: 4, north: 0 })
  })
})
