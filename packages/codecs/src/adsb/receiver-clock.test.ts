import { describe, expect, it } from 'vitest'
import { NOON } from './fixtures/heard.ts'
import { ReceiverClock } from './receiver-clock.ts'

const ticks = (milliseconds: number) => milliseconds * 12_000

describe('the clock of a receiver', () => {
  it('is not needed: a frame without one was heard when it was received', () => {
    expect(new ReceiverClock().timeOf(undefined, NOON)).toBe(NOON)
  })

  it('says how long after one another frames were heard that arrive together', () => {
    const clock = new ReceiverClock()
    clock.timeOf(ticks(5000), NOON)
    expect(clock.timeOf(ticks(6000), NOON + 3000)).toBeCloseTo(NOON + 1000, -1)
    expect(clock.timeOf(ticks(8000), NOON + 3000)).toBeCloseTo(NOON + 3000, -1)
  })

  it('is bound by the frame that was passed on fastest', () => {
    const clock = new ReceiverClock()
    clock.timeOf(ticks(5000), NOON + 900)
    expect(clock.timeOf(ticks(6000), NOON + 1000)).toBe(NOON + 1000)
    expect(clock.timeOf(ticks(7000), NOON + 2900)).toBeCloseTo(NOON + 2000, -1)
  })

  it('never makes a frame later than its receipt, though the crystal runs wrong', () => {
    for (const drift of [0.99995, 1.00005]) {
      const clock = new ReceiverClock()
      for (let second = 0; second < 7200; second++) {
        const time = clock.timeOf(ticks(second * 1000 * drift + 1), NOON + second * 1000)
        expect(time).toBeLessThanOrEqual(NOON + second * 1000)
        expect(time).toBeGreaterThan(NOON + second * 1000 - 100)
      }
    }
  })

  it('begins anew with the receiver', () => {
    const clock = new ReceiverClock()
    clock.timeOf(ticks(9_000_000), NOON)
    expect(clock.timeOf(ticks(10), NOON + 1000)).toBe(NOON + 1000)
    expect(clock.timeOf(ticks(9_000_000), NOON + 2000)).toBe(NOON + 2000)
  })
})

describe('the clock of a receiver with GPS', () => {
  const gps = (seconds: number, nanoseconds = 0) => seconds * 2 ** 30 + nanoseconds
  const noonSeconds = 43_200

  it('is the time of day, to the nanosecond', () => {
    expect(new ReceiverClock().timeOf(gps(noonSeconds - 1, 250_000_000), NOON)).toBe(NOON - 750)
  })

  it('goes past midnight with the day', () => {
    const midnight = Date.UTC(2026, 0, 4)
    expect(new ReceiverClock().timeOf(gps(86_399, 500_000_000), midnight + 200)).toBe(midnight - 500)
    expect(new ReceiverClock().timeOf(gps(0, 100_000_000), midnight - 100)).toBe(midnight + 100)
  })

  it('is something else when it is far from the receipt', () => {
    expect(new ReceiverClock().timeOf(gps(noonSeconds - 60), NOON)).toBe(NOON)
    expect(new ReceiverClock().timeOf(gps(noonSeconds, 2 ** 30 - 1), NOON)).toBe(NOON)
  })
})
