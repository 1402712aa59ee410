import { encodeMessage, decodePayload, type AisMessage } from '@csii/codecs'
import { mpsToKnots } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '../motion/mercator.ts'
import { caribbean } from '../scenario.ts'
import { conductOf, type Conduct } from '../truth.ts'
import type { Unit, Vessel } from '../vessel.ts'
import { coordinates, positionReport, secondOf } from './reports.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)
const withUnit = (unit: Unit) => scenario.vessels.filter((vessel) => vessel.unit === unit)
const conduct = (vessel: Vessel, t = noon) => conductOf(scenario, vessel, t)
const report = (vessel: Vessel, t = noon) => positionReport(vessel, conduct(vessel, t), t)

/** What comes out of the message when it has been on the air, as far as it was put in. */
function overTheAir(message: AisMessage): unknown {
  const { payload, fillBits } = encodeMessage(message)
  const decoded = decodePayload(new TextEncoder().encode(payload), 0, payload.length, fillBits)
  if (typeof decoded === 'string') return decoded
  return Object.fromEntries(Object.keys(message).map((key) => [key, Reflect.get(decoded, key)]))
}

describe('a position report', () => {
  it.each(['class-a', 'class-b-so', 'class-b-cs', 'aircraft'] as const)('of %s is decoded as it was meant', (unit) => {
    for (const vessel of withUnit(unit).slice(0, 40)) {
      const message = report(vessel)
      expect(overTheAir(message)).toEqual(message)
    }
  })

  it('is of the type that the unit sends', () => {
    const types = (unit: Unit) => [...new Set(withUnit(unit).map((vessel) => report(vessel).type))].sort()
    expect(types('class-a')).toEqual([1, 3])
    expect(types('class-b-so')).toEqual([18])
    expect(types('class-b-cs')).toEqual([18])
    expect(types('aircraft')).toEqual([9])
  })

  it('says at anchor, moored or under way', () => {
    const status = { 'under-way': 0, anchored: 1, moored: 5, away: 15 }
    for (const vessel of withUnit('class-a')) {
      expect(report(vessel)).toMatchObject({ status: status[conduct(vessel).activity] })
    }
  })

  it('is off by metres, as satellite navigation is', () => {
    const errors = scenario.vessels.filter(({ unit }) => unit === 'class-a').map((vessel) => {
      const message = report(vessel)
      if (!('lat' in message)) throw new Error('no position')
      return metresBetween(conduct(vessel), { lat: message.lat / 600_000, lon: message.lon / 600_000 })
    })
    expect(Math.max(...errors)).toBeLessThan(18)
    expect(Math.max(...errors)).toBeGreaterThan(1)
  })

  it('is off by nearly the same a second later', () => {
    const vessel = withUnit('class-a').find((one) => conduct(one).activity === 'moored')!
    const [a, b] = [report(vessel), report(vessel, noon + 1_000)]
    if (!('lat' in a) || !('lat' in b)) throw new Error('no position')
    expect(Math.abs(a.lat - b.lat) + Math.abs(a.lon - b.lon)).toBeLessThan(6)
  })

  it('gives the speed within a quarter of a knot', () => {
    for (const vessel of withUnit('class-b-cs')) {
      const message = report(vessel)
      const knots = mpsToKnots(conduct(vessel).speed)
      expect(Math.abs(('speed' in message ? message.speed / 10 : NaN) - knots)).toBeLessThan(0.25)
    }
  })

  it('says which of its minute’s seconds it means', () => {
    expect(report(withUnit('class-a')[0]!, noon + 42_000)).toMatchObject({ second: 42 })
    expect(secondOf(noon + 59_999)).toBe(59)
  })
})

describe('a rate of turn', () => {
  const ship = withUnit('class-a').find(({ imo }) => imo > 0)!
  const boat = withUnit('class-a').find(({ imo }) => imo === 0)!
  const turning = (turnDegMin: number): Conduct => ({ ...conduct(ship), activity: 'under-way', turnDegMin })

  const codes = [[0, 0], [10, 15], [-10, -15], [45, 32], [5000, 126]]
  it.each(codes)('of %f degrees a minute is sent as %i', (rate, code) => {
    expect(positionReport(ship, turning(rate), noon)).toMatchObject({ turn: code })
  })

  it('is not available on boats, which have no indicator', () => {
    expect(positionReport(boat, turning(10), noon)).toMatchObject({ turn: -128 })
  })
})

describe('class B', () => {
  it('tells carrier sense from SOTDMA', () => {
    expect(report(withUnit('class-b-cs')[0]!)).toMatchObject({ cs: true, display: false })
    expect(report(withUnit('class-b-so')[0]!)).toMatchObject({ cs: false, display: true })
  })

  it('mostly has no compass', () => {
    const headings = withUnit('class-b-cs').map((vessel) => {
      const message = report(vessel)
      return 'heading' in message ? message.heading : NaN
    })
    expect(headings.filter((heading) => heading === 511).length).toBeGreaterThan(headings.length / 2)
    expect(headings.some((heading) => heading < 360)).toBe(true)
  })
})

describe('a coordinate', () => {
  it('is sent in ten-thousandths of a minute', () => {
    expect(coordinates({ lat: 13.5, lon: -61.25 })).toEqual({ lat: 8_100_000, lon: -36_750_000 })
  })
})
