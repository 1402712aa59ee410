import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AIRBORNE, airbornePosition, cprOf, normalLon, positionNear, SURFACE, surfacePosition, zonesAt } from './cpr.ts'
import { metresBetween } from './distance.ts'

const place = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }) })
const halves = (at: { lat: number; lon: number }, span: number) =>
  [cprOf(at, false, span), cprOf(at, true, span)] as const

/** Half a step of 2⁻¹⁷ of a zone of six degrees, north and east, on the ground. */
const RESOLUTION = 3.7

describe('zones of longitude', () => {
  it('are 59 at the equator, fewer towards the poles, and one there', () => {
    expect([0, 10.4704, 10.4705, -52, 86.5353, 86.5354, 87, -87.0001, 90].map(zonesAt)).toEqual([59, 59, 58, 36, 3, 2,
      2, 1, 1])
  })

  it('never become more towards a pole', () => {
    for (let lat = 0; lat < 90; lat += 0.01) expect(zonesAt(lat)).toBeGreaterThanOrEqual(zonesAt(lat + 0.01))
  })
})

describe('a position in the air', () => {
  it('comes out of two halves as the books say', () => {
    const even = { isOdd: false, lat: 93_000 / 2 ** 17, lon: 51_372 / 2 ** 17 }
    const odd = { isOdd: true, lat: 74_158 / 2 ** 17, lon: 50_194 / 2 ** 17 }
    expect(airbornePosition(even, odd, false)).toEqual({ lat: expect.closeTo(52.2572, 5),
      lon: expect.closeTo(3.91937, 5) })
    expect(positionNear({ lat: 52.258, lon: 3.918 }, even, AIRBORNE)).toEqual({ lat: expect.closeTo(52.2572, 5),
      lon: expect.closeTo(3.91937, 5) })
  })

  it('comes out of two halves anywhere on the globe, unless they lie in different zones', () => {
    let found = 0
    fc.assert(
      fc.property(place, fc.boolean(), (at, isOddNewer) => {
        const position = airbornePosition(...halves(at, AIRBORNE), isOddNewer)
        if (!position) return
        found++
        expect(metresBetween(at, position)).toBeLessThan(RESOLUTION)
      }),
      { numRuns: 5000 },
    )
    expect(found).toBeGreaterThan(4900)
  })

  it('comes out of one half near a reference that is less than half a zone away', () => {
    const nearby = fc.record({ north: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
      east: fc.double({ min: -2.5, max: 2.5, noNaN: true }) })
    fc.assert(
      fc.property(place, nearby, fc.boolean(), (at, { north, east }, isOdd) => {
        const reference = { lat: Math.max(-90, Math.min(90, at.lat + north)), lon: normalLon(at.lon + east) }
        const position = positionNear(reference, cprOf(at, isOdd, AIRBORNE), AIRBORNE)
        if (position) expect(metresBetween(at, position)).toBeLessThan(RESOLUTION)
        else expect(Math.abs(at.lat)).toBeGreaterThan(89.9999)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    [{ lat: 90, lon: 0 }], [{ lat: -90, lon: 12 }], [{ lat: 89.9, lon: -179.9 }], [{ lat: 13, lon: 180 }],
    [{ lat: -13, lon: -180 }],
    [{ lat: 0, lon: 179.99999 }], [{ lat: 0, lon: 0 }], [{ lat: -0.00001, lon: -0.00001 }],
  ])('comes out at the edges of the map: %j', (at) => {
    for (const isOddNewer of [true, false]) {
      const position = airbornePosition(...halves(at, AIRBORNE), isOddNewer)!
      expect(metresBetween(at, position)).toBeLessThan(RESOLUTION)
      expect(position.lon).toBeGreaterThanOrEqual(-180)
      expect(position.lon).toBeLessThan(180)
    }
  })

  it('does not come out of halves that do not belong together', () => {
    const [even] = halves({ lat: 10.47, lon: 20 }, AIRBORNE)
    const [, odd] = halves({ lat: 10.48, lon: 20 }, AIRBORNE)
    expect(airbornePosition(even, odd, true)).toBeUndefined()
  })
})

describe('a position on the ground', () => {
  it('comes out of two halves as the books say', () => {
    const even = { isOdd: false, lat: 115_609 / 2 ** 17, lon: 116_941 / 2 ** 17 }
    const odd = { isOdd: true, lat: 39_199 / 2 ** 17, lon: 110_269 / 2 ** 17 }
    const position = surfacePosition(even, odd, true, { lat: 51.99, lon: 4.375 })
    expect(position).toEqual({ lat: expect.closeTo(52.32061, 4), lon: expect.closeTo(4.73473, 4) })
  })

  it('is the one nearest to a reference, anywhere on the globe', () => {
    const nearby = fc.record({ north: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      east: fc.double({ min: -0.5, max: 0.5, noNaN: true }) })
    let found = 0
    fc.assert(
      fc.property(place, nearby, fc.boolean(), (at, { north, east }, isOddNewer) => {
        const reference = { lat: Math.max(-90, Math.min(90, at.lat + north)), lon: normalLon(at.lon + east) }
        const position = surfacePosition(...halves(at, SURFACE), isOddNewer, reference)
        if (!position) return
        found++
        expect(metresBetween(at, position)).toBeLessThan(RESOLUTION / 4)
      }),
      { numRuns: 5000 },
    )
    expect(found).toBeGreaterThan(4800)
  })

  it('comes out of one half near a reference', () => {
    const at = { lat: 13.1443, lon: -61.2109 }
    const position = positionNear({ lat: 13.4, lon: -61 }, cprOf(at, true, SURFACE), SURFACE)
    expect(metresBetween(at, position!)).toBeLessThan(RESOLUTION / 4)
  })
})
