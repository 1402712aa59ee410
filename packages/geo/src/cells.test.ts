import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellBoundary, cellCentre, cellOf } from './cells.ts'
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
