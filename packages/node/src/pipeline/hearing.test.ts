import type { Claim, Plot, SensorCounts } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { createHearing, createHearings, type Hearing, type ListeningSensor } from './hearing.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const HILL: ListeningSensor = { id: 'hill', kind: 'ais', simulated: false, position: { lat: 13.15, lon: -61.22 } }
const NONE = { framing: 0, checksum: 0, length: 0, value: 0, unsupported: 0, incomplete: 0, overflow: 0 }

const counts = (refused: number): SensorCounts => ({
  received: 1000 + refused,
  decoded: 600,
  duplicates: 399,
  pending: 1,
  problems: { ...NONE, framing: refused },
})
function hear(hearing: Hearing, ...times: readonly number[]): void {
  for (const time of times) {
    hearing.heard(time)
    hearing.tick(time, counts(0))
  }
}
const every = (interval: number, count: number) => Array.from({ length: count }, (_, n) => (n + 1) * interval)
const plot = (receivedAt: number, claim?: Claim, more: Partial<Plot> = {}): Plot => ({
  sensorId: 'hill',
  time: receivedAt,
  receivedAt,
  simulated: false,
  position: { lat: 13, lon: -61 },
  covariance: { ee: 1, en: 0, nn: 1 },
  ...(claim && { claim }),
  ...more,
})

describe('the hearing of a sensor', () => {
  it('is unknown before anything is heard', () => {
    expect(createHearing(HILL).report()).toEqual({
      normalIntervalMs: undefined,
      lastValidAt: undefined,
      refusedSinceValid: 0,
      normalPlotIntervalMs: undefined,
      lastPlotAt: undefined,
    })
  })

  it('learns its interval from valid messages', () => {
    const hearing = createHearing(HILL)
    hear(hearing, ...every(10 * SECOND, 20))
    expect(hearing.report()).toMatchObject({ lastValidAt: 200 * SECOND, normalPlotIntervalMs: undefined })
    expect(hearing.report().normalIntervalMs).toBeGreaterThanOrEqual(10 * SECOND)
  })

  it('counts what was refused since the last valid message', () => {
    const hearing = createHearing(HILL)
    hearing.tick(1, counts(2))
    expect(hearing.report()).toMatchObject({ lastValidAt: undefined, refusedSinceValid: 2 })
    hearing.heard(2)
    hearing.tick(2, counts(3))
    expect(hearing.report()).toMatchObject({ lastValidAt: 2, refusedSinceValid: 0 })
    hearing.tick(3, counts(7))
    expect(hearing.report()).toMatchObject({ lastValidAt: 2, refusedSinceValid: 4 })
  })

  it('goes on when the sensor is installed anew and counts from nothing', () => {
    const hearing = createHearing(HILL)
    hearing.heard(1)
    hearing.tick(1, counts(50))
    hearing.tick(2, counts(3))
    expect(hearing.report()).toMatchObject({ lastValidAt: 1, refusedSinceValid: 3 })
  })

  it('tells objects apart by whatever number they have', () => {
    const hearing = createHearing(HILL)
    const claims: Claim[] = [
      { mmsi: 375_900_001 },
      { icaoAddress: 375_900_001 },
      { uid: 'boat' },
      { mmsi: 375_900_001 },
    ]
    for (const claim of claims) hearing.plot(plot(1, claim))
    hearing.plot(plot(1, undefined, { sensorTrack: '17' }))
    hearing.plot(plot(1))
    expect(hearing.save().reception.lastObjects).toBe(5)
  })

  it('learns nothing about the sea while the sensor is silent', () => {
    const hearing = createHearing(HILL)
    for (let n = 0; n < 4 * 360; n++) {
      hearing.heard(n * 10 * SECOND)
      hearing.plot(plot(n * 10 * SECOND, { mmsi: 1 }))
      hearing.tick(n * 10 * SECOND, counts(0))
    }
    const { usual } = hearing.save().reception
    expect(usual.mean).toBeCloseTo(1, 6)
    for (let n = 4 * 360; n < 20 * 360; n++) hearing.tick(n * 10 * SECOND, counts(0))
    expect(hearing.save().reception.usual).toEqual(usual)
  })
})

describe('the hearing of all sensors', () => {
  it('stays with a sensor that is opened anew', () => {
    const hearings = createHearings()
    expect(hearings.of(HILL)).toBe(hearings.of({ ...HILL }))
  })

  it.each([
    ['its antenna stands elsewhere', { position: { lat: 13.2, lon: -61.2 } }],
    ['nobody says any more where it stands', { position: undefined }],
    ['it is of another kind', { kind: 'asterix' }],
    ['it is an exercise now', { simulated: true }],
  ])('begins afresh when %s', (_why, change) => {
    const hearings = createHearings()
    const before = hearings.of(HILL)
    expect(hearings.of({ ...HILL, ...change })).not.toBe(before)
  })

  it('is taken up from an earlier run, for the antenna it was learned at only', () => {
    const hearings = createHearings()
    const hearing = hearings.of(HILL)
    hear(hearing, ...every(HOUR, 20))
    hearing.plot(plot(1, { mmsi: 1 }))
    const saved = JSON.parse(JSON.stringify([hearing.save()]))
    const { normalIntervalMs } = hearing.report()
    expect(createHearings(saved).of(HILL).report().normalIntervalMs).toBe(normalIntervalMs)
    expect(createHearings(saved).of(HILL).save().reception.cells).toHaveLength(1)
    expect(
      createHearings(saved)
        .of({ ...HILL, kind: 'asterix' })
        .report().normalIntervalMs,
    ).toBeUndefined()
  })

  it('is not remembered of ever more sensors', () => {
    const hearings = createHearings()
    const first = hearings.of(HILL)
    for (let n = 0; n < 600; n++) hearings.of({ ...HILL, id: `sensor-${n}` })
    expect(hearings.of(HILL)).not.toBe(first)
  })
})
