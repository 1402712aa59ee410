import { describe, expect, it } from 'vitest'
import { createGauge } from './gauge.ts'

const problems = { framing: 0, checksum: 0, length: 0, value: 0, unsupported: 0, incomplete: 0, overflow: 0 }
const reading = (decoded: number, duplicates = 0) =>
  ({ counts: { received: decoded + duplicates, decoded, duplicates, pending: 0, problems }, lastHeardAt: 5, delay: undefined })

describe('the gauge of a sensor', () => {
  it('shows nothing before anything was read', () => {
    const { counts } = reading(0)
    expect(createGauge(0).readings()).toEqual({ counts, lastHeardAt: undefined, delay: undefined, messagesPerSecond: 0 })
  })

  it('counts valid messages, duplicates included', () => {
    const gauge = createGauge(0)
    gauge.note(reading(15, 5), 2000)
    expect(gauge.readings()).toMatchObject({ messagesPerSecond: 10, lastHeardAt: 5, counts: { decoded: 15 } })
  })

  it('looks back ten seconds and no further', () => {
    const gauge = createGauge(0)
    for (let second = 1; second <= 60; second++) gauge.note(reading(second < 30 ? second * 100 : 3000), second * 1000)
    expect(gauge.readings().messagesPerSecond).toBe(0)
  })

  it('goes on when the clock is set back', () => {
    const gauge = createGauge(1_000_000)
    gauge.note(reading(500), 1_001_000)
    gauge.note(reading(500), 1000)
    gauge.note(reading(520), 3000)
    expect(gauge.readings().messagesPerSecond).toBe(10)
  })
})
