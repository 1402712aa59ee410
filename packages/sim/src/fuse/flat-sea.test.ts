import { distanceBetween, geodesicBetween } from '@csii/geo'
import { degreesToRadians } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onEarth, onPlane } from './flat-sea.ts'

const metres = fc.double({ min: -40_000, max: 40_000, noNaN: true })

describe('a scenario’s plane on the sea', () => {
  it('touches it where the equator meets the meridian of Greenwich', () => {
    expect(onEarth(0, 0)).toEqual({ lat: 0, lon: 0 })
  })

  it('keeps distance and bearing from there, to 1 m within 40 km', () => {
    fc.assert(
      fc.property(metres, metres, (x, y) => {
        const { distance, bearingDeg } = geodesicBetween({ lat: 0, lon: 0 }, onEarth(x, y))
        const bearing = degreesToRadians(bearingDeg)
        expect(Math.hypot(distance * Math.sin(bearing) - x, distance * Math.cos(bearing) - y)).toBeLessThan(1)
      }),
    )
  })

  it('keeps distances between any two points of it, to 1 m', () => {
    fc.assert(
      fc.property(metres, metres, (x, y) => {
        const apart = distanceBetween(onEarth(x, y), onEarth(x + 3000, y + 4000))
        expect(Math.abs(apart - 5000)).toBeLessThan(1)
      }),
    )
  })

  it('gives back what it was given', () => {
    fc.assert(
      fc.property(metres, metres, (x, y) => {
        expect(onPlane(onEarth(x, y))).toEqual({ x: expect.closeTo(x, 6), y: expect.closeTo(y, 6) })
      }),
    )
  })
})
