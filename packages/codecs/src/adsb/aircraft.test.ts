import { describe, expect, it } from 'vitest'
import { AircraftTable, hearSender, keyOf } from './aircraft.ts'

describe('the table of aircraft', () => {
  it('knows again whom it has heard', () => {
    const table = new AircraftTable()
    const aircraft = table.hear(1, 0)
    aircraft.station = 'aircraft'
    expect(table.hear(1, 50_000)).toBe(aircraft)
    expect(table.hear(2, 0)).not.toBe(aircraft)
  })

  it('knows who was heard within the last minute', () => {
    const table = new AircraftTable()
    table.hear(1, 0)
    expect(table.lately(1, 59_000)).toBeDefined()
    expect(table.lately(1, 61_000)).toBeUndefined()
    expect(table.lately(2, 0)).toBeUndefined()
    table.hear(1, 58_000)
    expect(table.lately(1, 61_000)).toBeDefined()
  })

  it('forgets those who were silent for longest when it is full', () => {
    const table = new AircraftTable(3)
    for (const key of [1, 2, 3]) table.hear(key, key * 2000)
    table.hear(1, 20_000)
    table.hear(4, 21_000)
    expect(table.size).toBe(3)
    expect([1, 2, 3, 4].filter((key) => table.lately(key, 21_000))).toEqual([1, 3, 4])
  })
})

describe('the sender of a message', () => {
  const reply = { df: 4, icao: 0x4840d6, flight_status: 0 } as const

  it('is believed in a reply when it was heard in a squitter, or in an answer that nobody asked for', () => {
    for (const proof of [
      { df: 17, icao: 0x4840d6, bds: 'other', typecode: 23 },
      { df: 11, icao: 0x4840d6, capability: 5, interrogator: 0 },
    ] as const) {
      const table = new AircraftTable()
      expect(hearSender(table, reply, 0)).toBeUndefined()
      const aircraft = hearSender(table, proof, 1000)
      expect(aircraft).toBeDefined()
      expect(hearSender(table, reply, 2000)).toBe(aircraft)
    }
  })

  it('is not proven by the answer to a radar, whose code lies over the parity', () => {
    const table = new AircraftTable()
    expect(hearSender(table, { df: 11, icao: 0x4840d6, capability: 5, interrogator: 22 }, 0)).toBeUndefined()
    expect(table.size).toBe(0)
  })

  it('is another one where its number is not of ICAO', () => {
    expect(keyOf(0x4840d6, true)).not.toBe(keyOf(0x4840d6, false))
  })
})
