import { describe, expect, it } from 'vitest'
import { geodesicBetween } from './geodesic.ts'
import { coverageRing, lineOfSight, radioHorizon } from './horizon.ts'

const NAUTICAL_MILE = 1852
const KINGSTOWN = { lat: 13.15, lon: -61.22 }

describe('the radio horizon', () => {
  it.each([1, 10, 25, 100, 300])(
    'of %d m is 2.22 nautical miles for each root of a metre, as radar textbooks have it',
    (height) => {
      expect(radioHorizon(height) / NAUTICAL_MILE / Math.sqrt(height)).toBeCloseTo(2.22, 1)
    },
  )

  it.each([1, 10, 1000])('of %d m is 4.12 km for each root of a metre, as radio textbooks have it', (height) => {
    expect(radioHorizon(height) / 1000 / Math.sqrt(height)).toBeCloseTo(4.12, 2)
  })

  it('of an antenna at or below the sea is nothing', () => {
    expect(radioHorizon(0)).toBe(0)
    expect(radioHorizon(-3)).toBe(0)
  })

  it('adds up with that of the target: a mast of 100 m sees one of 25 m at 61.8 km', () => {
    expect(lineOfSight({ antenna: 100, target: 25 }) / 1000).toBeCloseTo(61.8, 1)
  })

  it('is the same from either end', () => {
    expect(lineOfSight({ antenna: 7, target: 40 })).toBe(lineOfSight({ antenna: 40, target: 7 }))
  })

  it('of an aircraft at 10 km is some 220 nautical miles away', () => {
    expect(lineOfSight({ antenna: 0, target: 10_000 }) / NAUTICAL_MILE).toBeCloseTo(222.5, 0)
  })
})

describe('a ring of coverage', () => {
  const heights = { antenna: 100, target: 5 }
  const ring = coverageRing(KINGSTOWN, heights)

  it('is everywhere as far away as the line of sight', () => {
    for (const point of ring) expect(geodesicBetween(KINGSTOWN, point).distance).toBeCloseTo(lineOfSight(heights), 3)
  })

  it('begins in the north, goes with the clock, and is closed', () => {
    expect(ring[0]!.lat).toBeGreaterThan(KINGSTOWN.lat)
    expect(ring[0]!.lon).toBeCloseTo(KINGSTOWN.lon, 9)
    expect(ring[18]!.lon).toBeGreaterThan(KINGSTOWN.lon)
    expect(ring.at(-1)).toEqual(ring[0])
  })

  it('crosses the antimeridian without leaving the map', () => {
    for (const { lon } of coverageRing({ lat: -17, lon: 179.9 }, heights)) {
      expect(lon).toBeGreaterThanOrEqual(-180)
      expect(lon).toBeLessThan(180)
    }
  })
})
