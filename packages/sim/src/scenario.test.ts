import { knotsToMps } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { islandAt } from './islands.ts'
import { metresBetween } from './motion/mercator.ts'
import { caribbean, SCENARIOS } from './scenario.ts'
import { conductOf, truthAt } from './truth.ts'

const scenario = caribbean(1)
const HOUR = 3_600_000
const midnight = Date.UTC(2026, 10, 24)
const ofKind = (kind: string) => scenario.vessels.filter((vessel) => vessel.kind === kind)

describe('the Caribbean exercise', () => {
  it('has about four hundred vessels at sea or in port at any hour', () => {
    for (let hour = 0; hour < 24; hour += 4) {
      const present = truthAt(scenario, midnight + hour * HOUR).length
      expect(present).toBeGreaterThan(370)
      expect(present).toBeLessThan(450)
    }
  })

  it('has every trade of the region', () => {
    const kinds = new Set(scenario.vessels.map(({ kind }) => kind))
    for (const kind of [
      'ferry', 'cruise', 'tanker', 'bulker', 'container', 'yacht', 'fishing', 'pilot', 'tug', 'coast-guard',
    ]) {
      expect(kinds).toContain(kind)
    }
  })

  it('has three go-fasts and many fishing boats that carry no AIS', () => {
    expect(ofKind('go-fast').map(({ unit }) => unit)).toEqual(['none', 'none', 'none'])
    const silent = ofKind('fishing').filter(({ unit }) => unit === 'none')
    expect(silent.length).toBeGreaterThan(ofKind('fishing').length / 2)
  })

  it('has yachts with class B and ships with class A', () => {
    expect(ofKind('yacht').every(({ unit }) => unit !== 'class-a')).toBe(true)
    expect(ofKind('tanker').every(({ unit }) => unit === 'class-a')).toBe(true)
  })

  it('gives no two vessels the same identity', () => {
    for (const of of ['id', 'name', 'mmsi', 'key'] as const) {
      expect(new Set(scenario.vessels.map((vessel) => vessel[of])).size).toBe(scenario.vessels.length)
    }
  })

  it('is the same for the same seed and another for another', () => {
    expect(JSON.stringify(caribbean(1))).toBe(JSON.stringify(scenario))
    expect(JSON.stringify(caribbean(2))).not.toBe(JSON.stringify(scenario))
  })

  it('can be built from many seeds: every timetable fits', () => {
    for (let seed = 2; seed < 12; seed++) expect(caribbean(seed).vessels).toHaveLength(scenario.vessels.length)
  })

  it('is found by its name', () => {
    expect(SCENARIOS['caribbean']!(1).name).toBe('caribbean')
  })
})

describe('the Bequia ferry', () => {
  const ferry = scenario.vessels[0]!

  it('lies at Kingstown at half past five and is at sea at a quarter past six, island time', () => {
    expect(conductOf(scenario, ferry, midnight + 9.5 * HOUR).activity).toBe('moored')
    expect(
      conductOf(scenario, ferry, midnight + 10.25 * HOUR),
    ).toMatchObject({ activity: 'under-way', bound: 'BEQUIA' })
  })

  it('is in Bequia an hour after she left', () => {
    const { activity, lat } = conductOf(scenario, ferry, midnight + 11.1 * HOUR)
    expect(activity).toBe('moored')
    expect(lat).toBeCloseTo(13.007, 2)
  })
})

describe('a day of the exercise', () => {
  const vessels = new Map(scenario.vessels.map((vessel) => [vessel.id, vessel]))
  const step = 150_000
  const looks = Array.from({ length: (24 * HOUR) / step }, (_, i) => truthAt(scenario, midnight + i * step))
  const atSea = looks.map((look) => look.filter(({ altitude }) => altitude === undefined))
  const afloat = atSea.flat().filter(({ kind }) => kind !== 'sar-aircraft')

  it('sees no vessel on land', () => {
    const aground = afloat.flatMap((state) => {
      const island = islandAt(state)
      return island ? [`${state.id} on ${island}`] : []
    })
    expect(aground).toEqual([])
  })

  it('sees no vessel above her speed', () => {
    expect(afloat.filter(({ id, speed }) => speed > vessels.get(id)!.fastest + 0.001)).toEqual([])
  })

  it('sees none go further between two looks than her speed allows', () => {
    const last = new Map(atSea[0]!.map((state) => [state.id, state]))
    const leaps = atSea.slice(1).flat().filter((state) => {
      const before = last.get(state.id)
      last.set(state.id, state)
      if (!before || state.t - before.t !== step) return false
      return metresBetween(before, state) > (vessels.get(state.id)!.fastest * step) / 1000 + 80
    })
    expect(leaps).toEqual([])
  })

  it('stays in its part of the sea', () => {
    const isInside = (lat: number, lon: number) => lat > 9.9 && lat < 17.6 && lon > -63.7 && lon < -58.3
    expect(afloat.filter(({ lat, lon }) => !isInside(lat, lon))).toEqual([])
  })

  it('sees a go-fast do what its name says', () => {
    const runs = looks.flat().filter(({ kind, speed }) => kind === 'go-fast' && speed > knotsToMps(30))
    expect(runs.length).toBeGreaterThan(20)
  })
})
