import { describe, expect, it } from 'vitest'
import { timeOfValidity, TRUNCATED } from './time-of-day.ts'

const MIDNIGHT = Date.UTC(2026, 0, 4)
const SECONDS_A_DAY = 86_400

describe('a time of day', () => {
  it('belongs to the day on which it was received', () => {
    expect(timeOfValidity(43_200.5, MIDNIGHT + 43_203_000)).toBe(MIDNIGHT + 43_200_500)
  })

  it('belongs to the day before when it was before midnight and arrives after it', () => {
    expect(timeOfValidity(SECONDS_A_DAY - 1, MIDNIGHT + 1000)).toBe(MIDNIGHT - 1000)
  })

  it('belongs to the next day when the clock of the sensor is a little ahead at midnight', () => {
    expect(timeOfValidity(1, MIDNIGHT - 500)).toBe(MIDNIGHT + 1000)
  })

  it('is not believed when it is hours away from our clock, either way', () => {
    expect(timeOfValidity(3600, MIDNIGHT + 43_200_000)).toBe(MIDNIGHT + 43_200_000)
    expect(timeOfValidity(50_000, MIDNIGHT + 43_200_000)).toBe(MIDNIGHT + 43_200_000)
  })

  it('is not there, or is none: then the report was true when it came', () => {
    expect(timeOfValidity(undefined, MIDNIGHT)).toBe(MIDNIGHT)
    expect(timeOfValidity(SECONDS_A_DAY, MIDNIGHT)).toBe(MIDNIGHT)
  })

  it('that was cut to nine bits of seconds is the last one up to the receipt', () => {
    const receivedAt = Math.floor(MIDNIGHT / TRUNCATED) * TRUNCATED + 3000
    expect(timeOfValidity(1, receivedAt, TRUNCATED)).toBe(receivedAt - 2000)
    expect(timeOfValidity(511, receivedAt, TRUNCATED)).toBe(receivedAt - 4000)
  })
})
