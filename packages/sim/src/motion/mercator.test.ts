import { geodesicBetween } from '@csii/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresBetween, project, scaleAt, shifted, unproject } from './mercator.ts'

const point = fc.record({
  lat: fc.double({ min: 9, max: 18, noNaN: true }),
  lon: fc.double({ min: -64, max: -58, noNaN: true }),
})

describe('the Mercator chart', () => {
  it('gives a point back as it was', () => {
    fc.assert(fc.property(point, (position) => {
      const { x, y } = project(position)
      const back = unproject(x, y)
      expect(back.lat).toBeCloseTo(position.lat, 9)
      expect(back.lon).toBeCloseTo(position.lon, 9)
    }))
  })

  it('shows a metre at 60° north twice as large as at the equator', () => {
    expect(scaleAt(project({ lat: 60, lon: 0 }).y)).toBeCloseTo(0.5, 6)
    expect(scaleAt(project({ lat: 0, lon: 0 }).y)).toBe(1)
  })
})

describe('a shift by metres', () => {
  it('is undone by measuring it', () => {
    const offset = fc.integer({ min: -20_000, max: 20_000 })
    fc.assert(fc.property(point, offset, offset, (position, east, north) => {
      const there = shifted(position, east, north)
      const length = Math.hypot(east, north)
      expect(Math.abs(metresBetween(position, there) - length)).toBeLessThan(1 + length * 0.002)
    }))
  })

  it('goes north for more latitude and east for more longitude', () => {
    const there = shifted({ lat: 13, lon: -61 }, 1000, 2000)
    expect(there.lat).toBeGreaterThan(13)
    expect(there.lon).toBeGreaterThan(-61)
  })
})

describe('a distance on the sphere', () => {
  it('is within 0.7 % of the one on the ellipsoid, for as far as a radio reaches', () => {
    const near = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(fc.property(point, near, near, (a, north, east) => {
      const b = { lat: a.lat + north, lon: a.lon + east }
      const exact = geodesicBetween(a, b).distance
      expect(Math.abs(metresBetween(a, b) - exact)).toBeLessThan(0.1 + exact * 0.007)
    }))
  })
})
