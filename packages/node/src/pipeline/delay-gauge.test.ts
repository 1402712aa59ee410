import { describe, expect, it } from 'vitest'
import { createDelayGauge } from './delay-gauge.ts'

const heard = (receivedAt: number, delay: number) =>
  ({ sensorId: 'a', simulated: false, receivedAt, time: receivedAt - delay })

describe('the delay of a sensor', () => {
  it('is unknown before it has spoken', () => {
    expect(createDelayGauge().delay(1000)).toBeUndefined()
  })

  it('is that of the last minute', () => {
    const gauge = createDelayGauge()
    for (let second = 0; second < 200; second++) gauge.note(heard(second * 1000, second < 100 ? 50_000 : second - 99))
    expect(gauge.delay(199_000)).toEqual({ medianMs: 70, p95Ms: 97, p05Ms: 43, leastMs: 40 })
  })

  it('is that of the last sixteen messages when they come an hour apart', () => {
    const gauge = createDelayGauge()
    for (let hour = 0; hour < 40; hour++) gauge.note(heard(hour * 3_600_000, hour))
    expect(gauge.delay(40 * 3_600_000)).toEqual({ medianMs: 31, p95Ms: 39, p05Ms: 24, leastMs: 24 })
  })

  it('looks at a busy sensor ten times a second and no more', () => {
    const gauge = createDelayGauge()
    for (let ms = 0; ms < 1000; ms++) gauge.note(heard(ms, ms % 100 === 0 ? 5 : 999))
    expect(gauge.delay(1000)).toEqual({ medianMs: 5, p95Ms: 5, p05Ms: 5, leastMs: 5 })
  })

  it('is below zero when the clock of the sensor is ahead', () => {
    const gauge = createDelayGauge()
    gauge.note(heard(1000, -3000))
    expect(gauge.delay(1000)?.leastMs).toBe(-3000)
  })

  it('goes on when our own clock is set back', () => {
    const gauge = createDelayGauge()
    gauge.note(heard(1_000_000, 10))
    expect(gauge.delay(1_000_000)?.medianMs).toBe(10)
    gauge.note(heard(1_000, 20))
    expect(gauge.delay(1_000)?.medianMs).toBe(10)
    gauge.note(heard(1_200, 30))
    expect(gauge.delay(3_000)?.medianMs).toBe(20)
  })
})
