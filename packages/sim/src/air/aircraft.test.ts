import { describe, expect, it } from 'vitest'
import { flights } from '../caribbean/flights.ts'
import { metresBetween } from '../motion/mercator.ts'
import { AIRCRAFT_KINDS, flyingAt, planFlights, type Aircraft } from './aircraft.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const HERE = { lat: 13, lon: -61 }
const THERE = { lat: 15, lon: -61 }

const aircraft = (itinerary: Aircraft['itinerary']): Aircraft => ({
  id: 'turboprop-1', kind: 'turboprop', key: 1, icaoAddress: 1, callSign: 'SIM1', squawk: '4101', cruise: 4_300,
  itinerary,
})
const hop = aircraft(planFlights('turboprop', [{ points: [HERE, THERE], leaveAt: HOUR }], 24 * HOUR))
const minutes = Array.from({ length: 60 }, (_, minute) => flyingAt(hop, HOUR + minute * MINUTE))

describe('a flight', () => {
  it('is nowhere in the air before it leaves and after it has landed', () => {
    expect(flyingAt(hop, HOUR - 1)).toBeUndefined()
    expect(minutes.at(-1)).toBeUndefined()
  })

  it('climbs from the ground, cruises at its height and comes down to the ground', () => {
    const heights = minutes.flatMap((flying) => (flying ? [flying.altitude] : []))
    expect(heights[0]).toBe(0)
    expect(Math.max(...heights)).toBe(4_300)
    expect(heights.at(-1)).toBeLessThan(AIRCRAFT_KINDS.turboprop.descent * 60)
  })

  it('climbs and sinks at the rate that it says', () => {
    for (const second of [60, 600, 1_000, 1_500]) {
      const [now, next] = [0, 1].map((later) => flyingAt(hop, HOUR + (second + later) * 1000)!)
      expect(next!.altitude - now!.altitude).toBeCloseTo(now!.climb, 6)
    }
  })

  it('that comes from beyond the edge does so at its height', () => {
    const through = aircraft(planFlights('turboprop', [{ points: [HERE, THERE], from: 'away', to: 'away' }], 2 * HOUR))
    expect(flyingAt(through, 0)).toMatchObject({ altitude: 4_300, climb: 0 })
    expect(flyingAt(through, HOUR)).toBeUndefined()
  })
})

describe('the aircraft of the exercise', () => {
  const fleet = flights(1)
  const looks = Array.from({ length: 24 * 12 }, (_, i) => fleet.map((one) => flyingAt(one, i * 5 * MINUTE)))

  it('have identities that no two share, and call signs that say what they are', () => {
    expect(new Set(fleet.map(({ icaoAddress }) => icaoAddress)).size).toBe(fleet.length)
    for (const { callSign, squawk } of fleet) {
      expect(callSign).toMatch(/^SIM\d{3}$/)
      expect(squawk).toMatch(/^[0-7]{4}$/)
    }
  })

  it('are several by day, and seldom none', () => {
    const counts = looks.map((look) => look.filter(Boolean).length)
    expect(Math.max(...counts)).toBeGreaterThan(5)
    expect(counts.filter((count) => count === 0).length / counts.length).toBeLessThan(0.1)
    expect(counts.slice(7 * 12, 18 * 12)).not.toContain(0)
  })

  it('include one that patrols low over the sea, where few others fly', () => {
    const patrol = looks.flatMap((look) => look.filter((_, i) => fleet[i]!.kind === 'patrol-aircraft'))
    const flying = patrol.flatMap((one) => one ?? [])
    expect(flying.length).toBeGreaterThan(60)
    expect(Math.max(...flying.map(({ altitude }) => altitude))).toBeLessThan(500)
  })

  it('do not jump: every flight begins where the last one ended, or beyond the edge', () => {
    for (const { itinerary } of fleet) {
      const { legs } = itinerary
      legs.forEach(({ voyage, restBefore, restAfter }, i) => {
        const before = legs.at(i - 1)!
        expect(restBefore).toBe(before.restAfter)
        const [start] = voyage.pieces
        if (restBefore === 'moored') expect(start!.from.x).toBeCloseTo(before.voyage.pieces.at(-1)!.to.x, 3)
        expect(restAfter).toMatch(/moored|away/)
      })
    }
  })

  it('fly no further between two looks than their speed allows', () => {
    fleet.forEach(({ kind }, i) => {
      const most = AIRCRAFT_KINDS[kind].speedKn * 0.5145 * 300 + 10
      looks.slice(1).forEach((look, k) => {
        const [before, now] = [looks[k]![i], look[i]]
        if (before && now) expect(metresBetween(before, now)).toBeLessThan(most)
      })
    })
  })
})
