import { describe, expect, it } from 'vitest'
import { viewWithin, wrapped } from './view.ts'

const view = (west: number, south: number, east: number, north: number) =>
  viewWithin({ getWest: () => west, getSouth: () => south, getEast: () => east, getNorth: () => north })

describe('the view that the node is asked for', () => {
  it('is what the map shows', () => {
    expect(view(-62, 12, -60, 14)).toEqual({ west: -62, south: 12, east: -60, north: 14 })
  })

  it('goes on across the antimeridian, where west exceeds east', () => {
    expect(view(170, -20, 190, -10)).toEqual({ west: 170, south: -20, east: -170, north: -10 })
    expect(view(-190, -20, -170, -10)).toEqual({ west: 170, south: -20, east: -170, north: -10 })
  })

  it('is the whole earth when the map shows more than one', () => {
    expect(view(-400, -95, 100, 95)).toEqual({ west: -180, south: -90, east: 180, north: 90 })
  })
})

describe('a longitude', () => {
  it('is brought into its range from however far', () => {
    expect([wrapped(-61), wrapped(299), wrapped(-421), wrapped(180)]).toEqual([-61, -61, -61, -180])
  })
})
