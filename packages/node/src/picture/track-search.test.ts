import { describe, expect, it } from 'vitest'
import { ship, shipAt } from '../pipeline/fixtures/tracks.ts'
import { TableWriter } from '../pipeline/table-writer.ts'
import { allocateTable, openTable } from '../pipeline/track-table.ts'
import { searchTracks, type TrackQuery } from './track-search.ts'

const table = openTable(allocateTable(16, ['kingstown', 'castries']))
const writer = new TableWriter(table)
const heard = (sensorId: string) => ({ contributors: [{ sensorId, plots: 1, lastAt: 0 }] })
writer.put(shipAt(1, 13.15, -61.2, { heardAt: 1, claim: { mmsi: 377000001, name: 'ADMIRAL BAY', callSign: 'J8B12' } }))
writer.put(shipAt(2, 14, -61, { heardAt: 3, claim: { mmsi: 341000002, name: 'PITON STAR' }, ...heard('castries') }))
writer.put(ship(3, { heardAt: 2, fix: undefined, claim: { mmsi: 2111222, name: 'BAY RADIO' } }))
writer.put(shipAt(4, 13.2, -61.3, { heardAt: 4, simulated: true, claim: { mmsi: 377000004 } }))

const search = (query: Partial<TrackQuery>) => searchTracks(table, { limit: 100, ...query })
const ids = (query: Partial<TrackQuery>) => search(query).tracks.map(({ id }) => id)

describe('a search for tracks', () => {
  it('gives all of them, heard last first', () => {
    expect(ids({})).toEqual(['SIM-4', 'T-2', 'T-3', 'T-1'])
  })

  it.each([
    ['bay', ['T-3', 'T-1']],
    ['PITON', ['T-2']],
    ['j8b', ['T-1']],
    ['377000', ['SIM-4', 'T-1']],
    ['002111222', ['T-3']],
    ['nobody', []],
    ['  ', ['SIM-4', 'T-2', 'T-3', 'T-1']],
  ])('finds %j by name, call sign or MMSI', (text, found) => {
    expect(ids({ search: text })).toEqual(found)
  })

  it('keeps to a box, where what has no place is not', () => {
    expect(ids({ box: { west: -62, south: 13, east: -61, north: 13.5 } })).toEqual(['SIM-4', 'T-1'])
  })

  it('keeps to what one sensor heard', () => {
    expect(ids({ sensor: 'castries' })).toEqual(['T-2'])
    expect(ids({ sensor: 'nowhere' })).toEqual([])
  })

  it('keeps simulated and live apart when asked to', () => {
    expect(ids({ simulated: true })).toEqual(['SIM-4'])
    expect(ids({ simulated: false })).toEqual(['T-2', 'T-3', 'T-1'])
  })

  it('counts all that match when it shows only some', () => {
    expect(search({ limit: 1 })).toMatchObject({ total: 4, tracks: [{ id: 'SIM-4' }] })
  })

  it('says nothing of what an object did not state', () => {
    const [radio] = search({ search: 'BAY RADIO' }).tracks
    expect(radio).not.toHaveProperty('fix')
    expect(Object.keys(radio ?? {})).not.toContain('courseDeg')
    expect(radio).toMatchObject({ station: 'unknown', distress: false, conflicting: false, sensors: 1 })
  })
})
