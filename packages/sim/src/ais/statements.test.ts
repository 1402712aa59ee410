import { decodePayload, encodeMessage, type AisMessage } from '@csii/codecs'
import { describe, expect, it } from 'vitest'
import { AIDS, BASE_STATIONS } from '../caribbean/fixed-stations.ts'
import { caribbean } from '../scenario.ts'
import { conductOf } from '../truth.ts'
import { aidReport, baseReport, hullOf, nameOf, sartReport, sartText, voyageData } from './statements.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16, 5, 7)
const ships = scenario.vessels.filter(({ unit }) => unit === 'class-a')
const boats = scenario.vessels.filter(({ unit }) => unit === 'class-b-cs')

function overTheAir(message: AisMessage): unknown {
  const { payload, fillBits } = encodeMessage(message)
  const decoded = decodePayload(new TextEncoder().encode(payload), 0, payload.length, fillBits)
  if (typeof decoded === 'string') return decoded
  return Object.fromEntries(Object.keys(message).map((key) => {
    const value: unknown = Reflect.get(decoded, key)
    // The filling of texts is no part of what was meant.
    return [key, typeof value === 'string' ? value.replace(/[@ ]+$/, '') : value]
  }))
}

describe('voyage data', () => {
  it('are decoded as they were meant', () => {
    for (const ship of ships) {
      const message = voyageData(ship, conductOf(scenario, ship, noon), noon)
      expect(overTheAir(message)).toEqual(message)
    }
  })

  it('give the arrival of a ship under way, and none in port', () => {
    const sailing = ships.find((ship) => conductOf(scenario, ship, noon).activity === 'under-way')!
    const { until, bound } = conductOf(scenario, sailing, noon)
    const eta = new Date(noon + until)
    expect(voyageData(sailing, conductOf(scenario, sailing, noon), noon)).toMatchObject({
      month: eta.getUTCMonth() + 1, day: eta.getUTCDate(), hour: eta.getUTCHours(), minute: eta.getUTCMinutes(),
      destination: bound,
    })
    const moored = ships.find((ship) => conductOf(scenario, ship, noon).activity === 'moored')!
    expect(
      voyageData(moored, conductOf(scenario, moored, noon), noon),
    ).toMatchObject({ month: 0, day: 0, hour: 24, minute: 60 })
  })

  it('give the whole length and beam', () => {
    for (const ship of ships) {
      const message = voyageData(ship, conductOf(scenario, ship, noon), noon)
      if (message.type !== 5) throw new Error('not message 5')
      expect(message.to_bow + message.to_stern).toBeGreaterThan(message.to_port + message.to_starboard)
    }
  })
})

describe('the two parts of a class B statement', () => {
  it('are decoded as they were meant', () => {
    for (const boat of boats) {
      expect(overTheAir(nameOf(boat))).toEqual(nameOf(boat))
      expect(overTheAir(hullOf(boat))).toEqual(hullOf(boat))
    }
  })

  it('say that the unit’s maker is the simulator', () => {
    expect(hullOf(boats[0]!)).toMatchObject({ vendorid: 'SIM', part: 'B' })
  })
})

describe('a base station', () => {
  it('gives the time', () => {
    const message = baseReport(BASE_STATIONS[0]!, 0, noon)
    expect(message).toMatchObject(
      { type: 4, mmsi: 3779700, year: 2026, month: 11, day: 24, hour: 16, minute: 5, second: 7 },
    )
    expect(overTheAir(message)).toEqual(message)
  })
})

describe('an aid to navigation', () => {
  it('is decoded as it was meant', () => {
    AIDS.forEach((aid, serial) => {
      const message = aidReport(aid, serial, noon)
      expect(overTheAir(message)).toEqual(message)
    })
  })

  it('says when it is not there at all', () => {
    const virtual = AIDS.findIndex(({ isVirtual }) => isVirtual)
    expect(aidReport(AIDS[virtual]!, virtual, noon)).toMatchObject({ virtual_aid: true, second: 61 })
    expect(aidReport(AIDS[0]!, 0, noon)).toMatchObject({ virtual_aid: false, second: 7 })
  })
})

describe('a search and rescue transmitter under test', () => {
  it('says so in its status and in words', () => {
    expect(sartReport(noon)).toMatchObject({ mmsi: 970009700, status: 15, speed: 0 })
    expect(overTheAir(sartText())).toMatchObject({ type: 14, text: 'SART TEST' })
  })
})
