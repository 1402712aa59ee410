import { describe, expect, it } from 'vitest'
import { placeOf } from '../chart.ts'
import { createDice } from '../chance.ts'
import { commission, DAY, HOUR, type Plan } from '../commission.ts'
import { situationAt } from '../motion/itinerary.ts'
import { cargoShips } from './cargo.ts'
import { cruiseShips } from './cruise-ships.ts'
import { dayRunner, goFasts, rescueAircraft } from './dark-and-rescue.ts'
import { ferries } from './ferries.ts'
import { fishingBoats } from './fishing.ts'
import { coastGuards, workingBoats } from './working-boats.ts'
import { yachts } from './yachts.ts'

const dice = () => createDice(5)
const placesOf = (plans: readonly Plan[]) =>
  new Set(plans.flatMap(({ passages }) => passages.flatMap(({ from, to }) => [from, to])))

/** A boat goes on from where she arrived, or else she was away. */
function isUnbroken({ passages }: Plan): boolean {
  return passages.every(({ from }, i) => {
    const before = passages.at(i - 1)!
    return before.to === from || before.rest === 'away'
  })
}

describe('the ferries', () => {
  it('go on from where they arrived', () => {
    for (const { passages } of ferries()) {
      expect(passages.slice(1).map(({ from }) => from)).toEqual(passages.slice(0, -1).map(({ to }) => to))
    }
  })

  it('end the day where they began it', () => {
    for (const { passages } of ferries()) expect(passages.at(-1)!.to).toBe(passages[0]!.from)
  })

  it('leave within ten minutes of the timetable', () => {
    const plans = ferries()
    commission(plans, 1).forEach(({ itinerary }, i) => {
      itinerary.legs.forEach(({ start }, leg) => {
        const late = start - plans[i]!.passages[leg]!.leaveAt!
        expect(late).toBeGreaterThanOrEqual(0)
        expect(`${plans[i]!.passages[leg]!.from} ${late < 10 * 60_000}`).toContain('true')
      })
    })
  })

  it('sail to Bequia from early morning to evening', () => {
    const departures = ferries().flatMap(({ passages }) => passages).filter(({ to }) => to === 'bequia-quay')
      .map(({ leaveAt }) => leaveAt! / HOUR)
    expect(departures.length).toBeGreaterThanOrEqual(10)
    expect(Math.min(...departures)).toBeLessThan(6.5)
    expect(Math.max(...departures)).toBeGreaterThan(17)
  })
})

describe('the cruise ships', () => {
  const plans = cruiseShips()
  const ships = commission(plans, 1)

  it('lie in port at eleven in the morning, every day', () => {
    ships.forEach(({ itinerary }, i) => {
      const days = plans[i]!.period / DAY
      for (let day = 0; day < days; day++) {
        expect(situationAt(itinerary, day * DAY + 11 * HOUR).activity).toBe('moored')
      }
    })
  })

  it('are at sea at nine in the evening', () => {
    const atSea = ships.filter(({ itinerary }) => situationAt(itinerary, 21 * HOUR).activity === 'under-way')
    expect(atSea.length).toBeGreaterThanOrEqual(ships.length - 1)
  })

  it('make no more than their 21 knots', () => {
    for (const { passages } of plans) for (const { speedKn } of passages) expect(speedKn).toBeLessThanOrEqual(21)
  })
})

describe('the cargo ships', () => {
  const plans = cargoShips(dice())

  it('use Galleons Passage, the St Vincent Channel and the ocean’s edges', () => {
    const by = new Set(plans.flatMap(({ passages }) => passages.flatMap((passage) => passage.by ?? [])))
    expect(by).toContain('galleons')
    expect(by).toContain('st-vincent-channel')
    expect(placesOf(plans)).toContain('edge-east')
  })

  it('go on from where they arrived, or come from beyond', () => {
    for (const plan of plans) expect(isUnbroken(plan)).toBe(true)
  })

  it('are out of the scenario only beyond its edge', () => {
    for (const { to, rest } of plans.flatMap(({ passages }) => passages)) {
      expect(rest === 'away').toBe(to.startsWith('edge'))
    }
  })

  it('serve the region’s ports', () => {
    for (const port of ['kingstown-quay', 'castries-quay', 'bridgetown-quay', 'port-of-spain-quay', 'roseau']) {
      expect(placesOf(plans)).toContain(port)
    }
  })
})

describe('the yachts', () => {
  const plans = yachts(dice())

  it('are many, and most of them stay at anchor for days', () => {
    expect(plans.length).toBeGreaterThan(130)
    expect(plans.filter(({ period }) => period === 6 * DAY).length).toBeGreaterThan(plans.length / 2)
  })

  it('sail by day', () => {
    for (const { passages, period } of plans) {
      if (period !== 2 * DAY) continue
      for (const { leaveAt } of passages) {
        expect((leaveAt! % DAY) / HOUR).toBeGreaterThan(7)
        expect((leaveAt! % DAY) / HOUR).toBeLessThan(11.1)
      }
    }
  })

  it('carry class B, or nothing, but for the largest', () => {
    expect(new Set(plans.filter(({ kind }) => kind !== 'superyacht').map(({ unit }) => unit)))
      .toEqual(new Set(['class-b-cs', 'class-b-so', 'none']))
  })
})

describe('the fishing boats', () => {
  const plans = fishingBoats(dice())

  it('go out from their home and come back to it within the day', () => {
    for (const { passages, period } of plans) {
      expect(period).toBe(DAY)
      expect(passages).toHaveLength(1)
      expect(passages[0]!.to).toBe(passages[0]!.from)
    }
  })

  it('mostly leave before sunrise', () => {
    const early = plans.filter(({ passages }) => passages[0]!.leaveAt! < 6.6 * HOUR)
    expect(early.length / plans.length).toBeGreaterThan(0.5)
  })

  it('mostly have no AIS', () => {
    expect(plans.filter(({ unit }) => unit === 'none').length / plans.length).toBeGreaterThan(0.6)
  })
})

describe('the boats of the state', () => {
  it('include coast guards of St Vincent, Barbados and the others, some of them unseen', () => {
    const plans = coastGuards(dice())
    const flags = new Set(plans.map(({ flag }) => flag))
    for (const flag of ['VCT', 'BRB', 'LCA', 'GRD', 'TTO', 'DMA', 'ATG'] as const) expect(flags).toContain(flag)
    expect(plans.some(({ unit }) => unit === 'none')).toBe(true)
  })

  it('watch grounds that exist', () => {
    for (const { passages } of coastGuards(dice())) {
      expect(placeOf(passages[0]!.work!.ground).room).toBeGreaterThan(1_000)
    }
  })

  it('include pilots that go out several times a day', () => {
    const pilots = workingBoats(dice()).filter(({ kind }) => kind === 'pilot')
    expect(pilots.length).toBeGreaterThan(4)
    for (const { passages } of pilots) expect(passages.length).toBeGreaterThanOrEqual(6)
  })
})

describe('those that hide and those that search', () => {
  it('two go-fasts run by night, without AIS', () => {
    expect(goFasts().map(({ unit }) => unit)).toEqual(['none', 'none'])
    for (const { passages } of goFasts()) expect((passages[0]!.leaveAt! % DAY) / HOUR).toBeGreaterThanOrEqual(19)
  })

  it('a third comes by day to a bay of Saint Vincent and leaves within the hour', () => {
    const [runner] = commission(dayRunner(), 1)
    const activities = Array.from({ length: 24 * 12 }, (_, i) => situationAt(runner!.itinerary, i * HOUR / 12))
    expect(activities.filter(({ activity }) => activity === 'anchored').length).toBeGreaterThanOrEqual(6)
    expect(activities.filter(({ activity }) => activity === 'anchored').length).toBeLessThanOrEqual(12)
    for (let hour = 0; hour < 8; hour++) expect(situationAt(runner!.itinerary, hour * HOUR).activity).toBe('away')
  })

  it('an aircraft flies three times a day and is away in between', () => {
    const [plane] = commission(rescueAircraft(), 1)
    const activity = (hour: number) => situationAt(plane!.itinerary, hour * HOUR).activity
    expect([6.5, 12.5, 18.5].map(activity)).toEqual(['under-way', 'under-way', 'under-way'])
    expect([3, 11.75, 23.75].map(activity)).toEqual(['away', 'away', 'away'])
  })
})
