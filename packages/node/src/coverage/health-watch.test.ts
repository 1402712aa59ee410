import { describe, expect, it } from 'vitest'
import { createLog, type Log } from '../platform/log.ts'
import { createHealthWatch, type WatchedSensor } from './health-watch.ts'

const SECOND = 1000
const NOON = Date.UTC(2026, 10, 24, 12)

function sensor(lastValidAt: number | undefined, more: Partial<WatchedSensor> = {}): WatchedSensor {
  const hearing = {
    normalIntervalMs: 5000,
    lastValidAt,
    refusedSinceValid: 0,
    normalPlotIntervalMs: undefined,
    lastPlotAt: undefined,
  }
  return {
    id: 'hill',
    title: 'Kingstown hill',
    simulated: false,
    means: 'ais',
    transport: 'open',
    hearing,
    delay: undefined,
    scarcity: undefined,
    ...more,
  }
}

/** A log that keeps what it was told. */
function listening(): { log: Log; said: string[] } {
  const said: string[] = []
  const keep = (level: string) => (_facts: object, sentence: string) => void said.push(`${level} ${sentence}`)
  return { said, log: Object.assign(createLog('silent'), { warn: keep('warn'), info: keep('info') }) }
}

describe('the watch over sensors', () => {
  it('knows how each is, and since when', () => {
    const watch = createHealthWatch(createLog('silent'))
    watch.look([sensor(NOON)], NOON + SECOND)
    watch.look([sensor(NOON + 3 * SECOND)], NOON + 4 * SECOND)
    expect(watch.healthOf('hill')).toEqual({
      state: 'well',
      since: NOON + SECOND,
      reason: 'on-time',
      numbers: { normal: 5 },
      normalIntervalMs: 5000,
    })
    expect(watch.healthOf('nowhere')).toBeUndefined()
    expect(watch.alerts()).toEqual([])
  })

  it('raises an alert within two normal intervals, says it once, and clears it when the sensor is heard again', () => {
    const { log, said } = listening()
    const watch = createHealthWatch(log)
    for (let now = NOON; now <= NOON + 20 * SECOND; now += 500) watch.look([sensor(NOON)], now)
    expect(watch.alerts()).toEqual([
      {
        sourceId: 'hill',
        title: 'Kingstown hill',
        simulated: false,
        state: 'dead',
        reason: 'silent',
        since: NOON,
        numbers: { silent: 20, normal: 5 },
        raisedAt: NOON + 10.5 * SECOND,
      },
    ])
    expect(said).toEqual(['warn A sensor no longer hears'])
    watch.look([sensor(NOON + 21 * SECOND)], NOON + 21 * SECOND)
    expect(watch.alerts()).toEqual([])
    expect(said).toEqual(['warn A sensor no longer hears', 'info A sensor hears again, or is no longer watched'])
  })

  it('keeps one alert when a deaf sensor dies', () => {
    const { log, said } = listening()
    const watch = createHealthWatch(log)
    watch.look([sensor(NOON, { scarcity: { reason: 'few-cells', numbers: { heard: 1, usual: 20 } } })], NOON)
    watch.look([sensor(NOON)], NOON + 11 * SECOND)
    expect(watch.alerts()).toMatchObject([{ state: 'dead', raisedAt: NOON }])
    expect(said).toHaveLength(1)
  })

  it('gives a sensor that is switched on again its two intervals', () => {
    const watch = createHealthWatch(createLog('silent'))
    watch.look([sensor(NOON)], NOON)
    watch.look([sensor(NOON, { transport: 'disabled' })], NOON + 60 * SECOND)
    expect(watch.healthOf('hill')?.state).toBe('disabled')
    watch.look([sensor(NOON)], NOON + 90 * SECOND)
    expect(watch.healthOf('hill')?.state).toBe('well')
    watch.look([sensor(NOON)], NOON + 101 * SECOND)
    expect(watch.healthOf('hill')?.state).toBe('dead')
  })

  it('raises no alert for a slow sensor whose silent line is called anew now and then', () => {
    const watch = createHealthWatch(createLog('silent'))
    const slow = sensor(NOON)
    const unlearned = { ...slow, hearing: { ...slow.hearing!, normalIntervalMs: undefined } }
    for (let second = 0; second < 1800; second++) {
      watch.look([{ ...unlearned, transport: second % 300 > 294 ? 'waiting' : 'open' }], NOON + second * SECOND)
      expect(watch.alerts()).toEqual([])
    }
    for (let second = 1800; second < 1812; second++)
      watch.look([{ ...unlearned, transport: 'waiting' }], NOON + second * SECOND)
    expect(watch.alerts()).toMatchObject([{ state: 'dead', reason: 'no-line', since: NOON }])
  })

  it('forgets a sensor that was removed, with its alert', () => {
    const watch = createHealthWatch(createLog('silent'))
    watch.look([sensor(NOON)], NOON)
    watch.look([sensor(NOON)], NOON + 60 * SECOND)
    watch.look([], NOON + 61 * SECOND)
    expect(watch.alerts()).toEqual([])
    expect(watch.healthOf('hill')).toBeUndefined()
  })

  it('tells how late a sensor is, and how far its clock is off', () => {
    const watch = createHealthWatch(createLog('silent'))
    watch.look([sensor(NOON, { delay: { p05Ms: -4000, medianMs: -3500, p95Ms: 0 } })], NOON)
    expect(watch.healthOf('hill')).toMatchObject({ state: 'clock-off', delayMs: -3500, clockOffsetMs: 4000 })
  })

  it('begins anew when the clock is set back', () => {
    const watch = createHealthWatch(createLog('silent'))
    watch.look([sensor(undefined)], NOON)
    watch.look([sensor(undefined)], NOON - 3600 * SECOND)
    watch.look([sensor(undefined)], NOON - 3589 * SECOND)
    expect(watch.healthOf('hill')).toMatchObject({ state: 'dead', since: NOON - 3600 * SECOND })
  })
})
