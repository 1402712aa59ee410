import { contains, searchCellOf } from '@csii/geo'
import type { Plot } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StateRecord } from '../../pipeline/record/records.ts'
import { boundsOf } from './bounds.ts'

const HOUR = Date.UTC(2026, 10, 24, 2)
const MINUTE = 60_000

const plotAt = (lat: number, lon: number, minutes = 0): Plot => ({
  sensorId: 'ais', time: HOUR + minutes * MINUTE, receivedAt: HOUR + minutes * MINUTE + 700, simulated: false,
  position: { lat, lon }, covariance: { ee: 900, en: 0, nn: 900 },
})

const stateAt = (lat: number, lon: number, minutes: number): StateRecord => ({
  serial: 7, simulated: false, knownAt: HOUR + minutes * MINUTE + 900, time: HOUR + minutes * MINUTE, isRevision: false,
  lat, lon, sigmaEast: 10, sigmaNorth: 10, correlation: 0, means: 1, flags: 0, existence: 1,
})

describe('the bounds of plots', () => {
  it('hold all of them, in place, in time and in cells, wherever on earth', () => {
    const place = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
        const plots = places.map(([lat, lon], n) => plotAt(lat, lon, n))
        const { box, fromTime, toTime, knownFrom, knownTo, cells } = boundsOf(plots)!
        for (const { position, time, receivedAt } of plots) {
          expect(contains(box, position.lat, position.lon)).toBe(true)
          expect(time >= fromTime && time <= toTime).toBe(true)
          expect(receivedAt >= knownFrom && receivedAt <= knownTo).toBe(true)
          expect(cells).toContain(searchCellOf(position))
        }
      }),
    )
  })

  it('cross the antimeridian where plots lie on both sides of it', () => {
    const { box } = boundsOf([plotAt(-18, 179.5), plotAt(-17, -179.5), plotAt(-19, 179.9)])!
    expect(box).toEqual({ west: 179.5, south: -19, east: -179.5, north: -17 })
  })

  it('do not cross it where they lie around Greenwich', () => {
    expect(boundsOf([plotAt(50, -1), plotAt(51, 1.5)])!.box).toEqual({ west: -1, south: 50, east: 1.5, north: 51 })
  })

  it('are a point for one', () => {
    expect(boundsOf([plotAt(13, -61)])!.box).toEqual({ west: -61, south: 13, east: -61, north: 13 })
  })

  it('have no way between plots, which may be of different objects', () => {
    expect(boundsOf([plotAt(13, -61, 0), plotAt(13.5, -61, 5)])!.cells).toHaveLength(2)
  })

  it('are none of nothing', () => {
    expect(boundsOf([])).toBeUndefined()
  })
})

describe('the bounds of a track', () => {
  it('have every cell that it passed between two states minutes apart', () => {
    const { cells } = boundsOf([stateAt(13, -61, 0), stateAt(13.1, -61, 6)])!
    for (let step = 0; step <= 100; step++) expect(cells).toContain(searchCellOf({ lat: 13 + step / 1000, lon: -61 }))
  })

  it('have no way across a silence of more than ten minutes', () => {
    expect(boundsOf([stateAt(13, -61, 0), stateAt(13.5, -61, 11)])!.cells).toHaveLength(2)
  })

  it('follow the order of validity, not that in which the states became known', () => {
    const late = { ...stateAt(13.05, -61, 3), knownAt: HOUR + 20 * MINUTE, isRevision: true }
    const inOrder = boundsOf([stateAt(13, -61, 0), late, stateAt(13.1, -61, 6)])!
    expect(new Set(boundsOf([stateAt(13, -61, 0), stateAt(13.1, -61, 6), late])!.cells)).toEqual(new Set(inOrder.cells))
    expect(inOrder.knownTo).toBe(HOUR + 20 * MINUTE)
    expect(inOrder.toTime).toBe(HOUR + 6 * MINUTE)
  })

  it('have the way from the state before the first', () => {
    const { cells, box, fromTime } = boundsOf([stateAt(13.1, -61, 6)], stateAt(13, -61, 0))!
    expect(cells).toContain(searchCellOf({ lat: 13.05, lon: -61 }))
    expect(box).toEqual({ west: -61, south: 13, east: -61, north: 13.1 })
    expect(fromTime).toBe(HOUR + 6 * MINUTE)
  })

  it('do not reach back to a state before a long silence', () => {
    expect(boundsOf([stateAt(13.1, -61, 20)], stateAt(13, -61, 0))!.box.south).toBe(13.1)
  })
})
