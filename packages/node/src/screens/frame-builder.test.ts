import { decodeFrame, DELTA } from '@csii/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { shipAt } from '../pipeline/fixtures/tracks.ts'
import { createRowCopy, readRow } from '../pipeline/table-reader.ts'
import { TableWriter } from '../pipeline/table-writer.ts'
import { allocateTable, openTable } from '../pipeline/track-table.ts'
import { createFrameBuilder } from './frame-builder.ts'

const header = { kind: DELTA, epoch: 1, revision: 9, nodeTime: 5, tracksTotal: 2, tracksInView: 2 } as const
const table = openTable(allocateTable(4, []))
const writer = new TableWriter(table)
writer.put(shipAt(1, 13, -61, { claim: { name: 'ADMIRAL BAY' } }))
writer.put(shipAt(2, 14, -61))
const builder = createFrameBuilder()
beforeEach(() => builder.clear())

const row = createRowCopy()
const add = (at: number, withName: boolean) => {
  readRow(table, at, row)
  builder.contact(row, withName)
}
const built = () => decodeFrame(builder.build(header))!

describe('a frame built from rows', () => {
  it('is what the contract reads', () => {
    add(0, true)
    add(1, true)
    builder.remove(77)
    const frame = built()
    expect(frame).toMatchObject({ ...header, removed: [77] })
    const shown = frame.contacts.map(({ serial, lat, name }) => [serial, lat, name])
    expect(shown).toEqual([[1, 13, 'ADMIRAL BAY'], [2, 14, undefined]])
  })

  it('leaves out names that are not wanted', () => {
    add(0, false)
    expect(built().contacts[0]?.name).toBeUndefined()
  })

  it('is empty until something is put in, and again when it is cleared', () => {
    expect(builder.isEmpty).toBe(true)
    builder.remove(1)
    expect(builder.isEmpty).toBe(false)
    builder.clear()
    expect(builder.isEmpty).toBe(true)
    expect(built()).toMatchObject({ contacts: [], removed: [] })
  })

  it('holds as many contacts and names as there are', () => {
    for (let n = 0; n < 5_000; n++) add(0, true)
    const { contacts } = built()
    expect(contacts).toHaveLength(5_000)
    expect(new Set(contacts.map(({ name }) => name))).toEqual(new Set(['ADMIRAL BAY']))
  })
})
