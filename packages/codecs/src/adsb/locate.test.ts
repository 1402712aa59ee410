import type { LatLon } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { AircraftTable } from './aircraft.ts'
import { AIRBORNE, cprOf, SURFACE } from './cpr.ts'
import { metresBetween } from './distance.ts'
import { DELFT, KINGSTOWN } from './fixtures/heard.ts'
import { locate } from './locate.ts'

/** An aircraft, and what becomes of each half that it sends. */
function follow(receiver?: LatLon) {
  const aircraft = new AircraftTable().hear(1, 0)
  const hear = (at: LatLon, isOdd: boolean, seconds: number, isOnGround = false) => {
    const position = locate(aircraft, cprOf(at, isOdd, isOnGround ? SURFACE : AIRBORNE), isOnGround, seconds * 1000,
      receiver)
    return position && Math.round(metresBetween(at, position) / 10)
  }
  return { aircraft, hear }
}

const OFF_BEQUIA = { lat: 13.01, lon: -61.3 }
const FAR_OFF = { lat: 14.4, lon: -62.9 }

describe('an aircraft in the air', () => {
  it('has no place by one half alone, when nobody has said where the receiver stands', () => {
    const { hear } = follow()
    expect(hear(OFF_BEQUIA, false, 0)).toBeUndefined()
    expect(hear(OFF_BEQUIA, false, 1)).toBeUndefined()
    expect(hear(OFF_BEQUIA, true, 2)).toBe(0)
  })

  it('has none by two halves that are more than ten seconds apart', () => {
    const { hear } = follow()
    hear(OFF_BEQUIA, false, 0)
    expect(hear(OFF_BEQUIA, true, 11)).toBeUndefined()
    expect(hear(OFF_BEQUIA, false, 20)).toBe(0)
  })

  it('has one by one half near the receiver, and not far from it', () => {
    expect(follow(KINGSTOWN).hear(OFF_BEQUIA, false, 0)).toBe(0)
    expect(follow(KINGSTOWN).hear(FAR_OFF, false, 0)).toBeUndefined()
  })

  it('is then followed by one half at a time, for ten minutes', () => {
    const { hear } = follow()
    hear(OFF_BEQUIA, false, 0)
    hear(OFF_BEQUIA, true, 1)
    expect(hear({ lat: 13.2, lon: -61.5 }, true, 200)).toBe(0)
    expect(hear({ lat: 13.3, lon: -61.6 }, true, 790)).toBe(0)
    expect(hear({ lat: 13.3, lon: -61.6 }, true, 1400)).toBeUndefined()
  })

  it('is not believed where it cannot have come to, until it insists', () => {
    const { hear, aircraft } = follow()
    hear(OFF_BEQUIA, false, 0)
    hear(OFF_BEQUIA, true, 1)
    expect(hear(FAR_OFF, false, 2)).toBeUndefined()
    expect(hear(OFF_BEQUIA, true, 3)).toBe(0)
    expect(aircraft.contradictions).toBe(0)
    for (const [isOdd, second] of [[false, 4], [true, 5], [false, 6], [true, 7]] as const) expect(hear(FAR_OFF, isOdd,
      second)).toBeUndefined()
    expect(hear(FAR_OFF, false, 8)).toBe(0)
  })

  it('is not believed beyond the horizon of the receiver', () => {
    const { hear } = follow(DELFT)
    hear(OFF_BEQUIA, false, 0)
    expect(hear(OFF_BEQUIA, true, 1)).toBeUndefined()
  })

  it('waits while its halves lie in different zones of longitude', () => {
    const { hear } = follow()
    hear({ lat: 10.4702, lon: -61 }, false, 0)
    expect(hear({ lat: 10.4708, lon: -61 }, true, 1)).toBeUndefined()
    expect(hear({ lat: 10.4712, lon: -61 }, false, 2)).toBe(0)
  })
})

describe('an aircraft on the ground', () => {
  const ARGYLE = { lat: 13.1567, lon: -61.1499 }

  it('has a place by two halves when the receiver, or its own flight, says which of eight it is', () => {
    expect(follow().hear(ARGYLE, false, 0, true)).toBeUndefined()
    expect(follow(KINGSTOWN).hear(ARGYLE, false, 0, true)).toBe(0)
    const landed = follow()
    landed.hear({ lat: 13.17, lon: -61.15 }, false, 0)
    landed.hear({ lat: 13.17, lon: -61.15 }, true, 1)
    expect(landed.hear(ARGYLE, false, 60, true)).toBe(0)
    expect(landed.hear(ARGYLE, true, 61, true)).toBe(0)
  })

  it('has none without either', () => {
    const { hear } = follow()
    hear(ARGYLE, false, 0, true)
    expect(hear(ARGYLE, true, 1, true)).toBeUndefined()
  })

  it('has two halves up to 25 seconds', () => {
    const FAR_FIELD = { lat: 13.9, lon: -61.2 }
    const { hear } = follow(KINGSTOWN)
    expect(hear(FAR_FIELD, false, 0, true)).toBeUndefined()
    expect(hear(FAR_FIELD, true, 24, true)).toBe(0)
  })

  it('does not mix its halves with those from the air', () => {
    const { hear } = follow()
    hear(OFF_BEQUIA, false, 0)
    expect(hear(OFF_BEQUIA, true, 1, true)).toBeUndefined()
  })
})
