import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellToParent, getResolution, gridDisk } from 'h3-js'
import { geodesicFrom } from './geodesic.ts'
import { addCellsBetween, searchCellOf } from './search-cells.ts'

const BEQUIA = { lat: 13.01, lon: -61.24 }

const cellsBetween = (from: { lat: number; lon: number }, to: { lat: number; lon: number }): Set<string> => {
  const cells = new Set<string>()
  addCellsBetween(from, to, cells)
  return cells
}

describe('a cell to search by', () => {
  it('lies in the one that H3 gives the place in resolution 5 (h3geo.org: 85283473fffffff)', () => {
    const cell = searchCellOf({ lat: 37.3615593, lon: -122.0553238 })
    expect(getResolution(cell)).toBe(6)
    expect(cellToParent(cell, 5)).toBe('85283473fffffff')
  })
})

describe('the cells on the way between two places', () => {
  it('are one where both are in one', () => {
    expect([...cellsBetween(BEQUIA, { lat: 13.0101, lon: -61.2401 })]).toEqual([searchCellOf(BEQUIA)])
  })

  it('touch each other all along, in any direction, for a way of ten minutes of an aircraft', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 1, max: 150_000, noNaN: true }), (course, way) => {
        const cells = cellsBetween(BEQUIA, geodesicFrom(BEQUIA, course, way))
        expect(reached(searchCellOf(BEQUIA), cells)).toBe(cells.size)
      }),
    )
  })

  it('hold every place of the way but within 250 metres of a corner', () => {
    const to = geodesicFrom(BEQUIA, 52, 60_000)
    const cells = cellsBetween(BEQUIA, to)
    const missed = Array.from({ length: 2001 }, (_, n) => ({
      lat: BEQUIA.lat + ((to.lat - BEQUIA.lat) * n) / 2000, lon: BEQUIA.lon + ((to.lon - BEQUIA.lon) * n) / 2000,
    })).filter((place) => !cells.has(searchCellOf(place)))
    expect(missed.length).toBeLessThanOrEqual(8)
  })

  it('lead over the antimeridian where that is shorter', () => {
    const cells = cellsBetween({ lat: -18, lon: 179.9 }, { lat: -18, lon: -179.9 })
    expect(cells.size).toBeLessThan(8)
    expect(cells.has(searchCellOf({ lat: -18, lon: 180 }))).toBe(true)
  })

  it('are the same there and back', () => {
    const to = geodesicFrom(BEQUIA, 200, 40_000)
    expect(cellsBetween(to, BEQUIA)).toEqual(cellsBetween(BEQUIA, to))
  })
})

/** How many of these cells are reached from one by going from neighbour to neighbour. */
function reached(from: string, cells: ReadonlySet<string>): number {
  const seen = new Set([from])
  for (const cell of seen) for (const near of gridDisk(cell, 1)) if (cells.has(near)) seen.add(near)
  return seen.size
}
