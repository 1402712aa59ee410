import type { Claim, Plot, SensorCounts } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { createHearing, createHearings, type ListeningSensor } from './hearing.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const HILL: ListeningSensor = { id: 'hill', kind: 'ais', simulated: false, position: { lat: 13.15, lon: -61.22 } }
const NONE = { framing: 0, checksum: 0, length: 0, value: 0, unsupported: 0, incomplete: 0, overflow: 0 }

const counts = (decoded: number, duplicates = 0, refused = 0): SensorCounts => ({
  received: decoded + duplicates + refused, decoded, duplicates, pending: 0, problems: { ...NONE, framing: refused },
})
const plot = (receivedAt: number, claim?: Claim, more: Partial<Plot> = {}): Plot => ({
  sensorId: 'hill', time: receivedAt, receivedAt, simulated: false, position: { lat: 13, lon: -61 },
  covariance: { ee: 1, en: 0, nn: 1 }, ...(claim && { claim }), ...more,
})

describe('the hearing of a sensor', () => {
  it('is unknown before anything is heard', () => {
    expect(createHearing(HILL).report()).toEqual({
      normalIntervalMs: undefined, lastValidAt: undefined, refusedSinceValid: 0,
      normalPlotIntervalMs: undefined, lastPlotAt: undefined, lag: undefined,
    })
  })

  it('learns its interval from valid messages, those heard before by another receiver too', () => {
    const hearing = createHearing(HILL)
    for (let n = 1; n <= 20; n++) hearing.read(counts(1, n), n * 10 * SECOND)
    expect(hearing.report()).toMatchObject({ lastValidAt: 200 * SECOND, normalPlotIntervalMs: undefined })
    expect(hearing.report().normalIntervalMs).toBeGreaterThanOrEqual(10 * SECOND)
  })

  it('counts what was refused since the last valid message', () => {
    const hearing = createHearing(HILL)
    hearing.read(counts(1, 0, 2), 1)
    hearing.read(counts(1, 0, 5), 2)
    expect(hearing.report()).toMatchObject({ lastValidAt: 1, refusedSinceValid: 3 })
    hearing.read(counts(2, 0, 5), 3)
    expect(hearing.report()).toMatchObject({ lastValidAt: 3, refusedSinceValid: 0 })
  })

  it('goes on when a fresh reader counts from nothing', () => {
    const hearing = createHearing(HILL)
    hearing.read(counts(50, 0, 9), 1)
    hearing.read(counts(0, 0, 2), 2)
    expect(hearing.report()).toMatchObject({ lastValidAt: 1, refusedSinceValid: 2 })
    hearing.read(counts(3, 0, 2), 3)
    expect(hearing.report()).toMatchObject({ lastValidAt: 3, refusedSinceValid: 0 })
  })

  it('tells objects apart by whatever number they have', () => {
    const hearing = createHearing(HILL)
    const claims: Claim[] = [{ mmsi: 375_900_001 }, { icaoAddress: 375_900_001 }, { uid: 'boat' }, { mmsi: 375_900_001 }]
    for (const claim of claims) hearing.plot(plot(1, claim))
    hearing.plot(plot(1, undefined, { sensorTrack: '17' }))
    hearing.plot(plot(1))
    expect(hearing.save().reception.lastObjects).toBe(5)
  })

  it('knows how late plots come', () => {
    const hearing = createHearing(HILL)
    for (let n = 0; n < 20; n++) hearing.plot(plot(n * SECOND, undefined, { time: n * SECOND - 700 }))
    expect(hearing.report().lag).toEqual({ low: 700, median: 700, high: 700 })
  })

  it('learns nothing about the sea while the sensor is silent', () => {
    const hearing = createHearing(HILL)
    for (let n = 0; n < 4 * 360; n++) {
      hearing.read(counts(n + 1), n * 10 * SECOND)
      hearing.plot(plot(n * 10 * SECOND, { mmsi: 1 }))
      hearing.tick(n * 10 * SECOND)
    }
    const { usual } = hearing.save().reception
    expect(usual.mean).toBeCloseTo(1, 6)
    for (let n = 4 * 360; n < 20 * 360; n++) hearing.tick(n * 10 * SECOND)
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
    expect(hearings.save()).toHaveLength(1)
  })

  it('is taken up from an earlier run, for the antenna it was learned at only', () => {
    const hearings = createHearings()
    const hearing = hearings.of(HILL)
    for (let n = 1; n <= 20; n++) hearing.read(counts(n), n * HOUR)
    hearing.plot(plot(1, { mmsi: 1 }))
    const saved = JSON.parse(JSON.stringify(hearings.save()))
    const { normalIntervalMs } = hearing.report()
    expect(createHearings(saved).of(HILL).report().normalIntervalMs).toBe(normalIntervalMs)
    expect(createHearings(saved).of(HILL).save().reception.cells).toHaveLength(1)
    expect(createHearings(saved).of({ ...HILL, kind: 'asterix' }).report().normalIntervalMs).toBeUndefined()
  })
})
