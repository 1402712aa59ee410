import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geodesicBetween, geodesicFrom } from './geodesic.ts'
import { distanceBetween, offsetFrom, pointAt } from './local-frame.ts'

const origin = fc.record({
  lat: fc.double({ min: -65, max: 65, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})
const bearing = fc.double({ min: 0, max: 359.9, noNaN: true })

describe('the local plane', () => {
  it('measures 10 km as the ellipsoid does, to a metre', () => {
    fc.assert(
      fc.property(origin, bearing, fc.double({ min: 0, max: 10_000, noNaN: true }), (from, bearingDeg, distance) => {
        const { east, north } = offsetFrom(from, geodesicFrom(from, bearingDeg, distance))
        expect(Math.abs(Math.hypot(east, north) - distance)).toBeLessThan(1)
      }),
    )
  })

  it('puts a point back where it was', () => {
    fc.assert(
      fc.property(origin, bearing, (from, bearingDeg) => {
        const point = geodesicFrom(from, bearingDeg, 5_000)
        expect(geodesicBetween(pointAt(from, offsetFrom(from, point)), point).distance).toBeLessThan(0.05)
      }),
    )
  })

  it('has no seam at the antimeridian', () => {
    const { east } = offsetFrom({ lat: 0, lon: 179.999 }, { lat: 0, lon: -179.999 })
    expect(east).toBeCloseTo(222.6, 0)
  })
})

describe('the distance between two points', () => {
  it('is the geodesic one when they are far apart', () => {
    const kingstown = { lat: 13.1563, lon: -61.2268 }
    const bridgetown = { lat: 13.1, lon: -59.6167 }
    expect(distanceBetween(kingstown, bridgetown)).toBe(geodesicBetween(kingstown, bridgetown).distance)
  })

  it('is nothing from a point to itself', () => {
    expect(distanceBetween({ lat: 13, lon: -61 }, { lat: 13, lon: -61 })).toBe(0)
  })
})
