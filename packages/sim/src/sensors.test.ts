import { describe, expect, it } from 'vitest'
import { caribbean } from './scenario.ts'
import { deliveries, INSTALLATIONS, sensorsOf } from './sensors.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)

describe('the sensors of the exercise', () => {
  it('are all installed: those that are played are those that a node is told of', () => {
    const played = sensorsOf(scenario).flatMap(({ installations }) => installations)
    expect(played).toEqual(INSTALLATIONS)
    expect(new Set(played.map(({ id }) => id)).size).toBe(played.length)
  })

  it('are of more than one kind, and say in their titles that they are of the exercise', () => {
    expect(new Set(INSTALLATIONS.map(({ kind }) => kind)).size).toBeGreaterThan(1)
    for (const { title } of INSTALLATIONS) expect(title).toContain('(exercise)')
  })

  it('deliver in the order of time, the same at every start', () => {
    const heard = [...deliveries(scenario, noon, noon + 20_000)]
    const times = heard.map(({ t }) => t)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect([...deliveries(caribbean(1), noon, noon + 20_000)]).toEqual(heard)
    expect([...deliveries(caribbean(2), noon, noon + 20_000)]).not.toEqual(heard)
  })
})
