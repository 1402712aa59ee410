import { Worker } from 'node:worker_threads'
import { FLAG, readContact } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { ship, shipAt } from './fixtures/tracks.ts'
import { createRowCopy, headOf, isHeardBy, readRow, removalsBetween, rowsUsed, tracksHeld } from './table-reader.ts'
import { TableWriter } from './table-writer.ts'
import { allocateTable, openTable, PLACED, UNPLACED } from './track-table.ts'

function newTable(capacity = 8, ring = 4, sensorIds = ['kingstown', 'castries']) {
  const memory = allocateTable(capacity, sensorIds, ring)
  const table = openTable(memory)
  const row = createRowCopy()
  const read = (at: number) => (readRow(table, at, row) ? row : undefined)
  const contact = (at: number) => read(at) && readContact(row.contactView, 0, undefined)
  return { memory, table, writer: new TableWriter(table), read, contact }
}

describe('the track table', () => {
  it('gives back what was written, to the precision of the wire', () => {
    const { writer, read, contact } = newTable()
    const claim = { mmsi: 377000007, name: 'ADMIRAL BAY', callSign: 'J8B1' }
    writer.put(shipAt(7, 13.1234567, -61.7654321, { heardAt: 1234, courseDeg: 270.5, claim }))
    const row = read(0)!
    expect(row).toMatchObject({ state: PLACED, heardAt: 1234, nameLength: 11, callSignLength: 4 })
    expect(Buffer.from(row.name.subarray(0, 11)).toString()).toBe('ADMIRAL BAY')
    expect(contact(0)).toMatchObject({ serial: 7, mmsi: 377000007, lat: 13.1234567, lon: -61.7654321 })
    expect(contact(0)).toMatchObject({ courseDeg: 270.5, sensors: 1 })
  })

  it('is read through any view of the same memory', () => {
    const { memory, writer } = newTable()
    writer.put(ship(1))
    expect(readRow(openTable(memory), 0, createRowCopy())).toBe(true)
  })

  it('gives each write the next revision, and the name the revision of its change', () => {
    const { table, writer, read } = newTable()
    writer.put(ship(1, { claim: { mmsi: 1, name: 'ONE' } }))
    writer.put(ship(1, { claim: { mmsi: 1, name: 'ONE' } }))
    expect(read(0)).toMatchObject({ revision: 2, nameRevision: 1 })
    writer.put(ship(1, { claim: { mmsi: 1, name: 'TWO' } }))
    expect(read(0)).toMatchObject({ revision: 3, nameRevision: 3 })
    expect(headOf(table)).toBe(3)
  })

  it('knows a track that nobody has placed', () => {
    const { writer, read, table } = newTable()
    writer.put(ship(1, { fix: undefined }))
    expect(read(0)?.state).toBe(UNPLACED)
    expect(tracksHeld(table)).toBe(1)
  })

  it('gives the row of a removed track to the next one, without its name', () => {
    const { table, writer, read, contact } = newTable()
    writer.put(ship(1, { claim: { mmsi: 1, name: 'ONE' } }))
    writer.remove(ship(1))
    expect(read(0)).toBeUndefined()
    expect(tracksHeld(table)).toBe(0)
    writer.put(ship(2))
    expect(rowsUsed(table)).toBe(1)
    expect(contact(0)?.serial).toBe(2)
    expect(read(0)?.nameLength).toBe(0)
  })

  it('refuses more tracks than it has rows', () => {
    const { writer } = newTable(2)
    writer.put(ship(1))
    writer.put(ship(2))
    expect(() => writer.put(ship(3))).toThrow('2 rows is full')
  })

  it('knows which sensors heard a track, beyond 32 of them', () => {
    const sensorIds = Array.from({ length: 40 }, (_, n) => `s${n}`)
    const { table, writer } = newTable(4, 4, sensorIds)
    writer.put(ship(1, { contributors: ['s35', 'gone'].map((sensorId) => ({ sensorId, plots: 1, lastAt: 0 })) }))
    expect(sensorIds.filter((_, sensor) => isHeardBy(table, 0, sensor))).toEqual(['s35'])
  })

  it('keeps whole characters of a name that is too long', () => {
    const { writer, read } = newTable()
    writer.put(ship(1, { claim: { mmsi: 1, name: `${'x'.repeat(63)}é` } }))
    expect(read(0)?.nameLength).toBe(63)
  })

  it('marks simulated, conflicting, distress and test', () => {
    const { writer, contact } = newTable()
    const conflicts = [{ sensorId: 'kingstown', time: 0, position: { lat: 0, lon: 0 }, impliedSpeed: 900 }]
    writer.put(ship(1, { simulated: true, conflicts }))
    writer.put(ship(2, { claim: { station: 'ais-sart' } }))
    writer.put(ship(3, { claim: { station: 'mob', test: true } }))
    expect(contact(0)?.flags).toBe(FLAG.simulated | FLAG.conflicting)
    expect(contact(1)?.flags).toBe(FLAG.distress)
    expect(contact(2)?.flags).toBe(FLAG.test)
  })

  it('never shows half of one report and half of another while a thread writes', async () => {
    const memory = allocateTable(4, [])
    const table = openTable(memory)
    const hammer = new Worker(new URL('./fixtures/hammer.ts', import.meta.url), { workerData: memory })
    const isDone = new Promise((resolve) => hammer.once('message', resolve)).then(() => true)
    const row = createRowCopy()
    let reads = 0
    const revisions = new Set<number>()
    while (!(await Promise.race([isDone, new Promise((resolve) => setImmediate(resolve, false))]))) {
      for (let n = 0; n < 2000; n++) {
        if (!readRow(table, n % 3, row)) continue
        const { lat, lon, mmsi } = readContact(row.contactView, 0, undefined)
        const name = Buffer.from(row.name.subarray(0, row.nameLength)).toString()
        const isWhole = lat === lon && lat === mmsi && name === String(lat).repeat(20)
        if (!isWhole) expect.fail(`torn: ${lat} ${lon} ${mmsi} ${name}`)
        revisions.add(row.revision)
        reads++
      }
    }
    expect(reads).toBeGreaterThan(1000)
    expect(revisions.size).toBeGreaterThan(100)
  })
})

describe('the removals of a track table', () => {
  function removed(after: number, upTo: number, removals: number) {
    const { table, writer } = newTable(8, 4)
    for (let serial = 1; serial <= removals; serial++) {
      writer.put(ship(serial))
      writer.remove(ship(serial))
    }
    const serials: number[] = []
    return removalsBetween(table, after, upTo, (serial) => serials.push(serial)) ? serials : 'too far back'
  }

  it('are told in order, after one revision and up to another', () => {
    expect(removed(0, 6, 3)).toEqual([1, 2, 3])
    expect(removed(2, 6, 3)).toEqual([2, 3])
    expect(removed(2, 4, 3)).toEqual([2])
    expect(removed(6, 6, 3)).toEqual([])
  })

  it('are remembered as far as the ring reaches, and no further', () => {
    expect(removed(20, 40, 20)).toEqual('too far back')
    expect(removed(34, 40, 20)).toEqual([18, 19, 20])
  })

  it('of a track that was never there are nothing', () => {
    const { table, writer } = newTable()
    writer.remove(ship(1))
    expect(headOf(table)).toBe(0)
  })
})
