import { describe, expect, it } from 'vitest'
import { cellOf } from './cells.ts'
import { createReceptionMap, type ReceptionMap } from './reception-map.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = Date.UTC(2026, 10, 24, 0, 5)
const BEQUIA = { lat: 13.01, lon: -61.24 }
const CANOUAN = { lat: 12.71, lon: -61.33 }

/** Lets one hour of minutes pass, in which so many ships lie off Bequia and each is heard every five minutes. */
function pass(map: ReceptionMap, hour: number, ships: number, isListening = true): void {
  for (let minute = 0; minute < 60; minute++) {
    const now = START + hour * HOUR + minute * MINUTE
    if (minute % 5 === 1) for (let ship = 0; ship < ships; ship++) map.hear(BEQUIA, ship, now)
    map.tick(now, isListening)
  }
}
const at = (map: ReceptionMap, place: typeof BEQUIA) =>
  map.reception().cells.find(({ cell }) => cell === cellOf(place))

describe('a map of reception', () => {
  it('learns nothing before a whole hour was listened to, but knows what was heard in it', () => {
    const map = createReceptionMap()
    pass(map, 0, 3)
    expect(map.reception()).toMatchObject({ hours: 0, lastObjects: 3 })
    expect(at(map, BEQUIA)).toMatchObject({ usual: { mean: 0 }, lastObjects: 3, lastPlots: 36 })
  })

  it('learns how many objects and plots an hour brings, in each cell and in all', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 10; hour++) pass(map, hour, 4)
    const { hours, usual } = map.reception()
    expect(hours).toBeCloseTo(9, 0)
    expect(usual.mean).toBeCloseTo(4, 6)
    expect(at(map, BEQUIA)!.usual.mean).toBeCloseTo(4, 6)
    expect(at(map, BEQUIA)!.usualPlots).toBeCloseTo(48, 0)
  })

  it('sets the last hour against the usual', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 10; hour++) pass(map, hour, 4)
    pass(map, 10, 0)
    map.tick(START + 11 * HOUR, true)
    expect(at(map, BEQUIA)).toMatchObject({ lastObjects: 0, lastPlots: 0, lastHeardAt: START + 9 * HOUR + 56 * MINUTE })
    expect(at(map, BEQUIA)!.usual.mean).toBeGreaterThan(3)
  })

  it('knows how long nothing was heard in a cell, of the time that it listened', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 10; hour++) pass(map, hour, 4)
    for (let hour = 10; hour < 13; hour++) pass(map, hour, 0)
    for (let hour = 13; hour < 20; hour++) pass(map, hour, 0, false)
    map.tick(START + 20 * HOUR, true)
    expect(at(map, BEQUIA)!.silentHours).toBe(3)
    expect(at(map, BEQUIA)!.expected).toBeCloseTo(3 * at(map, BEQUIA)!.usual.mean, 9)
    map.hear(BEQUIA, 1, START + 20 * HOUR)
    expect(at(map, BEQUIA)!.silentHours).toBe(0)
  })

  it('expects of an hour what that hour of other days brought', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 240; hour++) pass(map, hour, hour % 24 < 12 ? 8 : 0)
    expect(map.reception().expected.mean).toBeLessThan(1)
    for (let hour = 240; hour < 246; hour++) pass(map, hour, 8)
    expect(map.reception().expected.mean).toBeCloseTo(8, 0)
    expect(map.reception().usual.mean).toBeCloseTo(4, 0)
  })

  it('counts the hours before a cell was first heard as hours of silence there', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 9; hour++) pass(map, hour, 1)
    pass(map, 9, 1)
    map.hear(CANOUAN, 99, START + 9 * HOUR + 59 * MINUTE)
    pass(map, 10, 1)
    expect(at(map, CANOUAN)!.usual.mean).toBeCloseTo(0.1, 1)
  })

  it('learns no silence from a sensor that was not listening', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 5; hour++) pass(map, hour, 4)
    for (let hour = 5; hour < 50; hour++) pass(map, hour, 0, false)
    expect(at(map, BEQUIA)!.usual.mean).toBeCloseTo(4, 6)
    expect(map.reception().hours).toBeCloseTo(5, 0)
  })

  it('learns nothing from a pause of which it has seen no minute, as when the machine slept', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 5; hour++) pass(map, hour, 4)
    const { hours } = map.reception()
    pass(map, 40, 4)
    expect(map.reception().hours).toBe(hours)
  })

  it('goes on from what was saved', () => {
    const map = createReceptionMap()
    for (let hour = 0; hour < 5; hour++) pass(map, hour, 4)
    const saved = structuredClone(map.reception())
    const next = createReceptionMap(JSON.parse(JSON.stringify(saved)))
    expect(next.reception().usual).toEqual(saved.usual)
    expect(at(next, BEQUIA)).toMatchObject({ usual: at(map, BEQUIA)!.usual, lastObjects: 0 })
    for (let hour = 100; hour < 103; hour++) pass(next, hour, 4)
    expect(next.reception().hours).toBeGreaterThan(saved.hours + 1.9)
  })

  it('holds four thousand cells, and gives up those heard longest ago', () => {
    const map = createReceptionMap()
    for (let n = 0; n < 9000; n++) map.hear({ lat: (n % 100) - 50, lon: n / 100 }, n, START + n)
    const { cells } = map.reception()
    expect(cells.length).toBeLessThanOrEqual(4096)
    expect(Math.min(...cells.map(({ lastHeardAt }) => lastHeardAt))).toBeGreaterThan(START + 4000)
  })
})
