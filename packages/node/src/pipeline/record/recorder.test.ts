import { createTracker } from '@csii/fusion'
import { geodesicFrom } from '@csii/geo'
import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { readBatch } from './batch-reader.ts'
import { createRecorder } from './recorder.ts'
import type { Batch } from './records.ts'

const t0 = Date.UTC(2026, 10, 24, 2, 10)
const bequia = { lat: 13.01, lon: -61.24 }
/** Eastward at 10 m/s, with this many seconds on the way to us. */
const report = (seconds: number, delay = 0, more: Partial<Plot> = {}): Plot => ({
  sensorId: 'kingstown', time: t0 + seconds * 1000, receivedAt: t0 + (seconds + delay) * 1000, simulated: false,
  position: geodesicFrom(bequia, 90, 10 * seconds), covariance: { ee: 100, en: 0, nn: 100 }, speed: 10, courseDeg: 90,
  claim: { mmsi: 377_000_001 }, ...more,
})

function recording() {
  const batches: Batch[] = []
  let now = t0
  const recorder = createRecorder(7, (id, since) => tracker.past(id, since), ({ bytes }) => batches.push(readBatch(bytes)))
  const tracker = createTracker({ maxTracks: 100, factsOf: () => ({ means: 'ais' }) }, {
    changed: (track) => recorder.changed(track, now),
    forgotten: (track, into) => recorder.forgotten(track, into, now),
  })
  return {
    tracker,
    hear(...plots: readonly Plot[]) {
      for (const plot of plots) {
        recorder.plot(plot)
        tracker.plot(plot)
        tracker.advance((now = plot.receivedAt))
      }
      recorder.flush()
      return batches.splice(0)
    },
    forget(at: number) {
      tracker.forget((now = at))
      recorder.flush()
      return batches.splice(0)
    },
  }
}

describe('the record', () => {
  it('has every plot, and what was believed after it', () => {
    const plots = [0, 10, 20].map((seconds) => report(seconds))
    const [batch, ...more] = recording().hear(...plots)
    expect(more).toEqual([])
    expect(batch).toMatchObject({ run: 7, firstAt: t0, lastAt: t0 + 20_000, plots })
    expect(batch!.states).toMatchObject(
      plots.map(({ time }) => ({ serial: 1, knownAt: time, time, isRevision: false, simulated: false, speed: expect.closeTo(10, 0) })),
    )
  })

  it('says what a track is called once, and again when that changes', () => {
    const sea = recording()
    const [first] = sea.hear(report(0), report(10))
    expect(first!.infos).toMatchObject([{ serial: 1, claim: { mmsi: 377_000_001 }, contributors: [{ sensorId: 'kingstown' }] }])
    const [second] = sea.hear(report(20), report(30, 0, { claim: { mmsi: 377_000_001, name: 'HUGH MULZAC' } }))
    expect(second!.infos).toMatchObject([{ knownAt: t0 + 30_000, claim: { name: 'HUGH MULZAC' } }])
  })

  it('tells the past again when a late plot has changed it', () => {
    const sea = recording()
    sea.hear(...[0, 10, 20, 60, 70].map((seconds) => report(seconds)))
    const late = report(40, 31, { sensorId: 'sentinel', position: geodesicFrom(bequia, 90, 450) })
    const [batch] = sea.hear(late)
    const knownAt = t0 + 71_000
    expect(batch!.states.filter(({ isRevision }) => isRevision).map(({ time }) => time)).toEqual([t0 + 40_000, t0 + 60_000])
    expect(batch!.states.at(-1)).toMatchObject({ knownAt, time: t0 + 70_000, isRevision: false })
  })

  it('says nothing of a track of which nothing is new', () => {
    const sea = recording()
    sea.hear(report(0), report(10))
    const [batch] = sea.hear(report(10, 1))
    expect(batch!.states).toEqual([])
  })

  it('says when a track is gone', () => {
    const sea = recording()
    sea.hear(report(0), report(10))
    const knownAt = t0 + 26 * 3_600_000
    expect(sea.forget(knownAt)).toMatchObject([{ ends: [{ serial: 1, knownAt }] }])
  })
})
