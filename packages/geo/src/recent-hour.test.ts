import { describe, expect, it } from 'vitest'
import { cellOf } from './cells.ts'
import { RecentHour } from './recent-hour.ts'

const MINUTE = 60_000
const NOON = Date.UTC(2026, 10, 24, 12)
const BEQUIA = { lat: 13.01, lon: -61.24 }
const CANOUAN = { lat: 12.71, lon: -61.33 }

describe('the last hour of a sensor', () => {
  it('counts each object once in each cell, and each of its plots', () => {
    const hour = new RecentHour()
    for (const minute of [0, 1, 2]) hour.hear(BEQUIA, 375_900_001, NOON + minute * MINUTE)
    hour.hear(BEQUIA, 375_900_002, NOON)
    const far = hour.hear(CANOUAN, 375_900_001, NOON + 10 * MINUTE)
    expect(hour.heardIn(cellOf(BEQUIA))).toEqual({ objects: 2, plots: 4 })
    expect(hour.heardIn(far)).toEqual({ objects: 1, plots: 1 })
    expect(hour.objects).toBe(2)
  })

  it('counts what has no number as one object in each cell: a radar’s echoes are of nobody knows how many', () => {
    const hour = new RecentHour()
    for (let n = 0; n < 50; n++) hour.hear(BEQUIA, undefined, NOON)
    hour.hear(CANOUAN, undefined, NOON)
    expect(hour.heardIn(cellOf(BEQUIA))).toEqual({ objects: 1, plots: 50 })
    expect(hour.objects).toBe(2)
  })

  it('is over after an hour, to five minutes', () => {
    const hour = new RecentHour()
    const cell = hour.hear(BEQUIA, 1, NOON)
    hour.tick(NOON + 54 * MINUTE, true)
    expect(hour.heardIn(cell).objects).toBe(1)
    hour.tick(NOON + 60 * MINUTE, true)
    expect(hour.heardIn(cell)).toEqual({ objects: 0, plots: 0 })
    expect(hour.objects).toBe(0)
  })

  it('takes bytes that came before the last tick for what they are', () => {
    const hour = new RecentHour()
    const cell = hour.hear(BEQUIA, 1, NOON)
    hour.tick(NOON + 5 * MINUTE, true)
    hour.hear(BEQUIA, 2, NOON + 5 * MINUTE - 1)
    expect(hour.heardIn(cell).objects).toBe(2)
  })

  it('starts afresh when the clock is set by hours, either way', () => {
    for (const hours of [-5, 5]) {
      const hour = new RecentHour()
      const cell = hour.hear(BEQUIA, 1, NOON)
      hour.tick(NOON + hours * 60 * MINUTE, true)
      expect(hour.heardIn(cell).objects).toBe(0)
    }
  })

  it('knows for what share of it the sensor was listening', () => {
    const hour = new RecentHour()
    for (let minute = 0; minute < 60; minute++) hour.tick(NOON + minute * MINUTE, minute < 20 || minute >= 31)
    expect(hour.listened).toBe(9 / 12)
  })

  it('knows that nobody was listening before it began, while the clock jumped, or while the machine slept', () => {
    const hour = new RecentHour()
    hour.tick(NOON, true)
    expect(hour.listened).toBe(1 / 12)
    for (let minute = 0; minute < 60; minute++) hour.tick(NOON + minute * MINUTE, true)
    expect(hour.listened).toBe(1)
    hour.tick(NOON + 79 * MINUTE, true)
    expect(hour.listened).toBe(9 / 12)
    hour.tick(NOON + 300 * MINUTE, true)
    expect(hour.listened).toBe(1 / 12)
  })

  it('follows an object that creeps, across the edge of a cell', () => {
    const hour = new RecentHour()
    for (let step = 0; step <= 300; step++) hour.hear({ lat: 13.01 - step * 0.001, lon: -61.24 }, 1, NOON)
    expect(hour.heardIn(cellOf({ lat: 12.71, lon: -61.24 })).objects).toBe(1)
    expect(hour.objects).toBe(1)
  })

  it('holds no more than it is willing to, whatever it is told', () => {
    const hour = new RecentHour()
    for (let n = 0; n < 20_000; n++) hour.hear(BEQUIA, n, NOON)
    expect(hour.objects).toBe(16_384)
    expect(hour.heardIn(cellOf(BEQUIA))).toEqual({ objects: 16_384, plots: 20_000 })
    const cells = new Set<string>()
    for (let n = 0; n < 10_000; n++) {
      const cell = hour.hear({ lat: (n % 100) - 50, lon: n / 100 }, `x${n}`, NOON)
      if (hour.heardIn(cell).plots > 0) cells.add(cell)
    }
    expect(cells.size).toBeLessThanOrEqual(4096)
  })
})
