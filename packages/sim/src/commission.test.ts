import { describe, expect, it } from 'vitest'
import { commission, DAY, HOUR, portName, type Plan } from './commission.ts'
import { KINDS } from './kinds.ts'
import { situationAt } from './motion/itinerary.ts'
import { metresBetween } from './motion/mercator.ts'
import { placeOf } from './chart.ts'

const ferry: Plan = {
  kind: 'ferry', flag: 'VCT', unit: 'class-a', period: DAY,
  passages: [
    { from: 'kingstown-quay', to: 'bequia-quay', leaveAt: 8 * HOUR },
    { from: 'bequia-quay', to: 'kingstown-quay', leaveAt: 16 * HOUR },
  ],
}
const build = (plan: Plan) => commission([plan], 1)[0]!

describe('a commissioned vessel', () => {
  it('has the hull of her kind', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { dimensions: { bow, stern, port, starboard }, draught } = commission([ferry], seed)[0]!
      const [least, most] = KINDS.ferry.length
      expect(bow + stern).toBeGreaterThanOrEqual(least)
      expect(bow + stern).toBeLessThanOrEqual(most)
      expect(port + starboard).toBe(Math.round((bow + stern) / KINDS.ferry.slenderness))
      expect(draught).toBeGreaterThan(0)
    }
  })

  it('is counted within her kind', () => {
    expect(
      commission([ferry, { ...ferry, kind: 'tug' }, ferry], 1).map(({ id }) => id),
    ).toEqual(['ferry-1', 'tug-1', 'ferry-2'])
  })

  it('has an IMO number only where her kind must have one', () => {
    expect(build(ferry).imo).toBeGreaterThan(0)
    expect(build({ ...ferry, kind: 'fishing' }).imo).toBe(0)
  })

  it('keeps a name that the plan gives her', () => {
    expect(build({ ...ferry, name: 'QUIET GODWIT' }).name).toBe('QUIET GODWIT')
  })

  it('returns to the berth that she left', () => {
    const { itinerary } = build(ferry)
    const morning = situationAt(itinerary, 7 * HOUR)
    const evening = situationAt(itinerary, 20 * HOUR)
    expect(metresBetween(morning, evening)).toBeLessThan(0.5)
    expect(metresBetween(morning, placeOf('kingstown-quay'))).toBeLessThan(51)
  })

  it('goes dead slow in harbour and at her own speed outside', () => {
    const { itinerary, fastest } = build(ferry)
    expect(situationAt(itinerary, 8 * HOUR + 90_000).speed).toBeLessThanOrEqual(3.1)
    expect(situationAt(itinerary, 8 * HOUR + 25 * 60_000).speed).toBeGreaterThan(6)
    expect(fastest).toBeLessThanOrEqual(15 * 0.5145)
  })

  it('leaves a long first stretch at sea speed once the harbour is behind her', () => {
    const { itinerary, fastest } = build({
      ...ferry, passages: [{ from: 'ground-bequia', to: 'edge-southwest', leaveAt: HOUR, rest: 'away' }],
    })
    expect(situationAt(itinerary, 2 * HOUR).speed).toBeCloseTo(fastest, 3)
  })

  it('goes by the places that she was told to go by', () => {
    const { itinerary } = build({
      ...ferry, passages: [{ from: 'kingstown-quay', to: 'kingstown-quay', by: ['layou-roads'], leaveAt: 8 * HOUR }],
    })
    const nearest = Array.from({ length: 24 * 60 }, (_, minute) =>
      metresBetween(situationAt(itinerary, minute * 60_000), placeOf('layou-roads')))
    expect(Math.min(...nearest)).toBeLessThan(900)
  })

  it('works within her ground, slowly', () => {
    const { itinerary } = build({
      ...ferry, kind: 'fishing',
      passages: [{
        from: 'kingstown-quay', to: 'kingstown-quay', leaveAt: 4 * HOUR,
        work: { ground: 'ground-st-vincent', legs: 6, speedKn: 3 },
      }],
    })
    const ground = placeOf('ground-st-vincent')
    const working = Array.from({ length: 24 * 60 }, (_, minute) => situationAt(itinerary, minute * 60_000))
      .filter((situation) => metresBetween(situation, ground) < ground.room && situation.speed < 1.6)
    expect(working.length).toBeGreaterThan(90)
  })

  it('comes from elsewhere when she did not end where she begins', () => {
    const { itinerary } = build({
      ...ferry, passages: [{ from: 'edge-east', to: 'bridgetown-quay', leaveAt: 2 * HOUR, rest: 'moored' }],
    })
    expect(situationAt(itinerary, 2 * HOUR).speed).toBeGreaterThan(5)
  })

  it('is refused with a timetable that cannot be kept', () => {
    expect(() => build({ ...ferry, period: HOUR })).toThrow(/timetable/)
  })
})

describe('a destination', () => {
  it('is the port’s name without its quay', () => {
    expect(['kingstown-quay', 'prickly-bay', 'st-georges-roads', 'tobago-cays'].map(portName))
      .toEqual(['KINGSTOWN', 'PRICKLY BAY', 'ST GEORGES', 'TOBAGO CAYS'])
  })
})
