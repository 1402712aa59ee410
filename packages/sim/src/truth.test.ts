import { describe, expect, it } from 'vitest'
import { metresBetween } from './motion/mercator.ts'
import { caribbean } from './scenario.ts'
import { conductOf, truthAt } from './truth.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)
const MINUTE = 60_000
const lying = scenario.vessels.find((vessel) =>
  vessel.kind === 'yacht' && [0, 60].every((minutes) => {
    const { activity, since, until } = conductOf(scenario, vessel, noon + minutes * MINUTE)
    return activity === 'anchored' && since > 20 * MINUTE && until > 20 * MINUTE
  }))!

describe('the truth', () => {
  it('is the same whenever it is asked', () => {
    expect(truthAt(scenario, noon)).toEqual(truthAt(caribbean(1), noon))
  })

  it('names each vessel once, and none that is out of the scenario', () => {
    const states = truthAt(scenario, noon)
    expect(new Set(states.map(({ id }) => id)).size).toBe(states.length)
    for (const { id, altitude } of states) {
      if (altitude !== undefined) continue
      const vessel = scenario.vessels.find((candidate) => candidate.id === id)!
      expect(conductOf(scenario, vessel, noon).activity).not.toBe('away')
    }
  })

  it('gives no MMSI to a vessel without AIS', () => {
    const silent = truthAt(scenario, noon).filter(({ ais }) => ais === 'off')
    expect(silent.length).toBeGreaterThan(50)
    expect(silent.every((state) => !('mmsi' in state))).toBe(true)
  })

  it('gives each aircraft that is in the air its height and its address', () => {
    const flying = truthAt(scenario, noon).filter(({ altitude }) => altitude !== undefined)
    expect(flying.length).toBeGreaterThan(2)
    for (const { id, icaoAddress } of flying) {
      expect(scenario.aircraft.find((aircraft) => aircraft.id === id)!.icaoAddress).toBe(icaoAddress)
    }
  })

  it('gives courses from 0 to below 360', () => {
    for (const { courseDeg } of truthAt(scenario, noon)) {
      expect(courseDeg).toBeGreaterThanOrEqual(0)
      expect(courseDeg).toBeLessThan(360)
    }
  })
})

describe('a yacht at anchor', () => {
  const places = Array.from({ length: 60 }, (_, minute) => conductOf(scenario, lying, noon + minute * MINUTE))

  it('swings, but no further than her chain', () => {
    const spread = places.map((place) => metresBetween(places[0]!, place))
    expect(Math.max(...spread)).toBeGreaterThan(2)
    expect(Math.max(...spread)).toBeLessThan(75)
  })

  it('lies with her bow somewhere in the trade wind', () => {
    for (const { headingDeg } of places) {
      expect(headingDeg).toBeGreaterThanOrEqual(15)
      expect(headingDeg).toBeLessThanOrEqual(135)
    }
  })

  it('makes next to no way', () => {
    for (const { speed } of places) expect(speed).toBeLessThan(0.5)
  })
})

describe('a vessel under way', () => {
  it('points her bow within a few degrees of her course', () => {
    const sailing = scenario.vessels.map((vessel) => conductOf(scenario, vessel, noon))
      .filter(({ activity }) => activity === 'under-way')
    expect(sailing.length).toBeGreaterThan(50)
    for (const { headingDeg, courseDeg } of sailing) {
      expect(Math.abs(((headingDeg - courseDeg + 540) % 360) - 180)).toBeLessThanOrEqual(4)
    }
  })

  it('does not jump when her anchor comes up', () => {
    const { until } = conductOf(scenario, lying, noon)
    const [before, after] = [noon + until - 2_000, noon + until + 2_000].map((t) => conductOf(scenario, lying, t))
    expect(metresBetween(before!, after!)).toBeLessThan(5)
  })
})
