import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellBoundary, cellCentre, cellOf, cellsAround } from './cells.ts'
import { geodesicFrom } from './geodesic.ts'
import { distanceBetween } from './local-frame.ts'

const places = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})
const BEQUIA = { lat: 13.01, lon: -61.24 }

describe('a cell', () => {
  it('is the one that H3 gives a place (h3geo.org: 37.3615593, -122.0553238 is 85283473fffffff)', () => {
    expect(cellOf({ lat: 37.3615593, lon: -122.0553238 })).toBe('85283473fffffff')
  })

  it('holds the places around its centre', () => {
    const cell = cellOf(BEQUIA)
    expect(cellOf(cellCentre(cell))).toBe(cell)
    expect(distanceBetween(cellCentre(cell), BEQUIA)).toBeLessThan(12_000)
  })

  it('has corners about ten kilometres from its centre', () => {
    const cell = cellOf(BEQUIA)
    const corners = cellBoundary(cell)
    expect(corners.length).toBeGreaterThanOrEqual(6)
    for (const corner of corners) {
      expect(distanceBetween(cellCentre(cell), corner)).toBeGreaterThan(7000)
      expect(distanceBetween(cellCentre(cell), corner)).toBeLessThan(13_000)
    }
  })

  it('is there for every place of the earth', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(cellOf(place)).toMatch(/^85[0-9a-f]{13}$/)
      }),
    )
  })
})

describe('the cells around a place', () => {
  it.each([
    ['Bequia', BEQUIA],
    ['Suva, by the antimeridian', { lat: -18.1, lon: 179.9 }],
    ['Spitsbergen', { lat: 78.2, lon: 15.6 }],
  ])('of %s fill the circle, and none is left out', (_place, place) => {
    const radius = 60_000
    const cells = cellsAround(place, radius)
    expect(new Set(cells).size).toBe(cells.length)
    for (let bearing = 0; bearing < 360; bearing += 15) {
      for (const distance of [0, 20_000, 47_000])
        expect(cells).toContain(cellOf(geodesicFrom(place, bearing, distance)))
    }
    for (const cell of cells) expect(distanceBetween(place, cellCentre(cell))).toBeLessThanOrEqual(radius)
  })
})
