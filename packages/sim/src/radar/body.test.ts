import { describe, expect, it } from 'vitest'
import { caribbean } from '../scenario.ts'
import { conductOf, flightOf } from '../truth.ts'
import { bodiesOf, type Body } from './body.ts'

const scenario = caribbean(1)
const bodies = new Map(bodiesOf(scenario).map((body) => [body.key, body]))
const noon = Date.UTC(2026, 10, 24, 16)
const bodyOf = ({ key }: { readonly key: number }): Body => bodies.get(key)!
const inState = (activity: string) =>
  scenario.vessels.filter((vessel) => conductOf(scenario, vessel, noon).activity === activity)

describe('what a radar can see', () => {
  it('is every vessel and every aircraft, each by a key of its own', () => {
    expect(bodies.size).toBe(scenario.vessels.length + scenario.aircraft.length)
  })

  it('is a vessel under way or at anchor, where she is', () => {
    for (const vessel of [...inState('under-way'), ...inState('anchored')]) {
      const { lat, lon } = conductOf(scenario, vessel, noon)
      expect(bodyOf(vessel).at(noon)).toMatchObject({ lat, lon, top: vessel.antennaHeight })
    }
  })

  it('is none that is moored or has left the scenario', () => {
    const hidden = [...inState('moored'), ...inState('away')]
    expect(hidden.length).toBeGreaterThan(20)
    for (const vessel of hidden) expect(bodyOf(vessel).at(noon)).toBeUndefined()
  })

  it('is an aircraft while it flies low', () => {
    for (const aircraft of scenario.aircraft) {
      for (let t = noon; t < noon + 86_400_000; t += 600_000) {
        const flying = flightOf(scenario, aircraft, t)
        const presence = bodyOf(aircraft).at(t)
        const isLow = flying && flying.altitude <= 1_500
        expect(presence?.altitude).toBe(isLow ? flying.altitude : undefined)
      }
    }
    const patrol = scenario.aircraft.find(({ kind }) => kind === 'patrol-aircraft')!
    expect(bodyOf(patrol).at(noon - 4 * 3_600_000 + 7_200_000)?.altitude).toBeGreaterThan(300)
  })

  it('stands as high as it flies, and a boat on the sea', () => {
    const seen = inState('under-way').map((vessel) => ({ vessel, presence: bodyOf(vessel).at(noon)! }))
    for (const { vessel, presence } of seen) {
      expect(presence.altitude).toBe(vessel.kind === 'sar-aircraft' ? vessel.antennaHeight : 0)
    }
  })
})
