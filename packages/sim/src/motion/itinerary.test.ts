import { describe, expect, it } from 'vitest'
import { planItinerary, situationAt, type Sailing } from './itinerary.ts'

const HOUR = 3_600_000
const handling = { turnRate: 0.02, acceleration: 0.1 }
const port = { lat: 13.15, lon: -61.25, limit: 10 }
const island = { lat: 13.0, lon: -61.25, limit: 10 }
const out: Sailing = {
  waypoints: [port, island], leaveAt: 8 * HOUR, restBefore: 'moored', restAfter: 'anchored', bound: 'ISLAND',
}
const home: Sailing = {
  waypoints: [island, port], leaveAt: 16 * HOUR, restBefore: 'anchored', restAfter: 'moored', bound: 'PORT',
}
const ferry = planItinerary([out, home], handling, 24 * HOUR)

describe('a timetable', () => {
  it('keeps the boat in port until she leaves', () => {
    expect(situationAt(ferry, 7.9 * HOUR)).toMatchObject({ activity: 'moored', speed: 0, bound: 'PORT', lat: 13.15 })
  })

  it('has her under way a little later', () => {
    const { activity, speed, bound, courseDeg } = situationAt(ferry, 8.1 * HOUR)
    expect({ activity, bound, courseDeg: Math.round(courseDeg) }).toEqual(
      { activity: 'under-way', bound: 'ISLAND', courseDeg: 180 },
    )
    expect(speed).toBe(10)
  })

  it('has her at anchor when she has arrived', () => {
    expect(situationAt(ferry, 12 * HOUR)).toMatchObject({ activity: 'anchored', lat: 13.0, bound: 'ISLAND' })
  })

  it('is the same on every day, also before 1970', () => {
    for (const hour of [0, 8.25, 12, 16.125, 20]) {
      const today = situationAt(ferry, hour * HOUR)
      expect(situationAt(ferry, (hour + 240) * HOUR)).toEqual(today)
      expect(situationAt(ferry, (hour - 48) * HOUR)).toEqual(today)
    }
  })

  it('says since when and until when she does what she does', () => {
    const lying = situationAt(ferry, 15 * HOUR)
    expect(lying.until).toBe(HOUR)
    const sailing = situationAt(ferry, 8 * HOUR + 60_000)
    expect(sailing.since).toBe(60_000)
    expect(situationAt(ferry, 8 * HOUR + 60_000 + sailing.until + 1).activity).toBe('anchored')
    expect(situationAt(ferry, HOUR).until).toBe(7 * HOUR)
  })

  it('may let a voyage run past midnight', () => {
    const late = planItinerary([{ ...out, leaveAt: 23.9 * HOUR }], handling, 24 * HOUR)
    expect(situationAt(late, 0.05 * HOUR)).toMatchObject({ activity: 'under-way', bound: 'ISLAND' })
    expect(situationAt(late, 12 * HOUR).activity).toBe('anchored')
  })

  it('lets a late boat leave as soon as she has turned round', () => {
    const hurried = planItinerary([out, { ...home, leaveAt: 8.01 * HOUR }], handling, 24 * HOUR)
    expect(hurried.legs[1]!.start).toBe(hurried.legs[0]!.end + 120_000)
  })

  it('may give a stay in place of a time', () => {
    const { leaveAt: _, ...soon } = home
    const staying = planItinerary([out, { ...soon, stay: 2 * HOUR }], handling, 24 * HOUR)
    expect(staying.legs[1]!.start - staying.legs[0]!.end).toBeCloseTo(2 * HOUR, 3)
  })

  it('that does not fit its period is refused', () => {
    expect(() => planItinerary([out, home], handling, HOUR)).toThrow(/timetable of 1 h/)
    expect(() => planItinerary([], handling, HOUR)).toThrow()
  })

  it('shows nobody between a voyage out of the scenario and the next one in', () => {
    const passing = planItinerary([{ ...out, restBefore: 'away', restAfter: 'away' }], handling, 24 * HOUR)
    expect(situationAt(passing, 8 * HOUR).speed).toBe(10)
    expect(situationAt(passing, 20 * HOUR).activity).toBe('away')
  })
})
