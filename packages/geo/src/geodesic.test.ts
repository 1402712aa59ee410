import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geodesicBetween, geodesicFrom, normalLon } from './geodesic.ts'

const kingstown = { lat: 13.1563, lon: -61.2268 }
const bridgetown = { lat: 13.1, lon: -59.6167 }

describe('a geodesic', () => {
  it('agrees with a published line: Wellington to Salamanca (GeographicLib documentation)', () => {
    const line = geodesicBetween({ lat: -41.32, lon: 174.81 }, { lat: 40.96, lon: -5.5 })
    expect(line.distance).toBeCloseTo(19_959_679.267, 2)
    expect(line.bearingDeg).toBeCloseTo(161.067_669_986_159, 9)
    expect(line.finalBearingDeg).toBeCloseTo(18.825_195_123_247, 9)
  })

  it('from Kingstown to Bridgetown leads east', () => {
    const line = geodesicBetween(kingstown, bridgetown)
    expect(line.distance / 1852).toBeGreaterThan(93)
    expect(line.distance / 1852).toBeLessThan(95)
    expect(line.bearingDeg).toBeGreaterThan(90)
    expect(line.bearingDeg).toBeLessThan(95)
  })

  it('followed from its start reaches its end', () => {
    const latLon = fc.record({
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
      lon: fc.double({ min: -180, max: 179, noNaN: true }),
    })
    fc.assert(
      fc.property(latLon, latLon, (from, to) => {
        const { distance, bearingDeg } = geodesicBetween(from, to)
        const reached = geodesicFrom(from, bearingDeg, distance)
        expect(geodesicBetween(reached, to).distance).toBeLessThan(0.001)
      }),
    )
  })

  it.each([
    [181, -179],
    [-181, 179],
    [180, -180],
    [-61.2, -61.2],
  ])('calls longitude %d by its usual name %d', (given, usual) => {
    expect(normalLon(given)).toBeCloseTo(usual, 9)
  })
})
