import { describe, expect, it } from 'vitest'
import { CONTENTS } from './binary/contents.ts'
import { addressedBinary, broadcastBinary } from './binary/envelope.ts'
import { isAuxiliaryCraft, TABLES } from './catalogue.ts'
import { addressedChannelManagement, channelManagement } from './link-management.ts'
import { auxiliaryStaticDataPartB, staticDataPartA, staticDataPartB } from './static-data.ts'
import { bitsOf, type Table } from './table.ts'

const tables = [
  ...Object.values(TABLES), ...CONTENTS.values(), addressedBinary, broadcastBinary, channelManagement,
  addressedChannelManagement, staticDataPartA, staticDataPartB, auxiliaryStaticDataPartB,
]
const namesOf = (table: Table): string[] => table.fields.map(({ name }) => name)

describe('the tables', () => {
  it('give each field of a message its own name', () => {
    for (const table of tables) expect(new Set(namesOf(table)).size).toBe(table.fields.length)
  })

  it('begin with type, repeat and MMSI', () => {
    for (const table of tables) expect(namesOf(table).slice(0, 3)).toEqual(['type', 'repeat', 'mmsi'])
  })

  it('let gpsd print only what they have', () => {
    for (const table of tables) {
      const known = [...namesOf(table), ...Object.keys(table.stamps ?? {})]
      for (const name of table.print?.split(' ') ?? []) expect(known).toContain(name)
    }
  })

  it.each([
    [1, 168], [4, 168], [5, 424], [7, 168], [9, 168], [10, 72], [15, 160], [16, 144], [18, 168], [19, 312], [20, 160],
    [21, 272], [23, 160], [27, 96],
  ])('give message %i the %i bits of the standard', (type, bits) => {
    expect(bitsOf(TABLES[type]!.fields)).toBe(bits)
  })

  it('cover every type of the standard but those with several tables', () => {
    const missing = Array.from({ length: 27 }, (_, i) => i + 1).filter((type) => TABLES[type] === undefined)
    expect(missing).toEqual([6, 8, 22, 24])
    expect(bitsOf(channelManagement.fields)).toBe(168)
    expect(bitsOf(addressedChannelManagement.fields)).toBe(168)
    expect(bitsOf(staticDataPartB.fields)).toBe(168)
    expect(bitsOf(auxiliaryStaticDataPartB.fields)).toBe(168)
  })
})

describe('a tender', () => {
  it.each([[983_450_001, true], [979_999_999, false], [990_000_000, false], [98_345_000, false]])(
    '%i is one: %s',
    (mmsi, isOne) => {
      expect(isAuxiliaryCraft(mmsi)).toBe(isOne)
    },
  )
})
