import { describe, expect, it } from 'vitest'
import { searchCellOf, searchCellsAlong } from './search-cells.ts'

const BRIDGETOWN = { lat: 13.1, lon: -59.62 }
const CASTRIES = { lat: 14.01, lon: -60.99 }

describe('the cells of a path', () => {
  it('are one while it stays in it', () => {
    expect([...searchCellsAlong([BRIDGETOWN, { lat: 13.1001, lon: -59.62 }])]).toEqual([searchCellOf(BRIDGETOWN)])
  })
  it('are also those passed between two places', () => {
    const cells = searchCellsAlong([BRIDGETOWN, CASTRIES])
    expect(cells).toContain(searchCellOf(BRIDGETOWN))
    expect(cells).toContain(searchCellOf(CASTRIES))
    expect(cells.size).toBeGreaterThan(20)
    expect(cells.size).toBeLessThan(60)
  })
  it('are both ends where no path can be found', () => {
    expect(searchCellsAlong([BRIDGETOWN, { lat: -13.1, lon: 120 }]).size).toBeGreaterThanOrEqual(2)
  })
  it('are none without a place', () => {
    expect(searchCellsAlong([]).size).toBe(0)
  })
})
