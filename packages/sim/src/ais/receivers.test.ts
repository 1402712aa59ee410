import { describe, expect, it } from 'vitest'
import { caribbean } from '../scenario.ts'
import { simulate } from '../simulate.ts'
import { AIS_MEMORY, aisReceivers } from './receivers.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)
const group = aisReceivers(scenario)

describe('the receivers of AIS', () => {
  it('deliver each line that they hear, with its line end, when they hear it', () => {
    const lines = [...simulate(scenario, noon, noon + 20_000)]
    const deliveries = [...group.deliver(noon, noon + 20_000)]
    expect(deliveries.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(lines.map(({ line }) => `${line}\r\n`))
    expect(deliveries.map(({ t, sensor }) => ({ t, sensor })))
      .toEqual(lines.map(({ t, receiver }) => ({ t, sensor: receiver })))
  })

  it('are installed where they stand', () => {
    expect(group.installations).toHaveLength(scenario.receivers.length)
    group.installations.forEach((installation, i) => {
      const { id, position, antennaHeight } = scenario.receivers[i]!
      expect(installation).toMatchObject({ id, position, antennaHeight, kind: 'ais' })
    })
  })

  it('remember as long as the slowest report takes to come twice', () => {
    expect(group.memory).toBe(AIS_MEMORY)
    expect(AIS_MEMORY).toBeGreaterThanOrEqual(6 * 60_000)
    const [first] = group.deliver(noon, noon + 60_000)
    expect(first!.subject).toMatch(/\//)
  })
})
