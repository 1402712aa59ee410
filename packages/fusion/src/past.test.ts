import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { createTracker } from './tracker.ts'
import { decided } from './fixtures/decided.ts'
import { off, plot, report, SECOND, watch } from './fixtures/watch.ts'

const t0 = Date.UTC(2026, 10, 24, 2, 10)
/** Eastward at 10 m/s. */
const at = (seconds: number) => report(t0 + seconds * SECOND, off(10 * seconds), { speed: 10, courseDeg: 90 })

describe('the past of a track', () => {
  it('is where it was after each plot since then, oldest first', () => {
    const sea = watch()
    sea.hear(...[0, 10, 20, 30].map(at))
    const past = sea.tracker.past(sea.only().id, t0 + 10 * SECOND)
    expect(past.map(({ time }) => time)).toEqual([10, 20, 30].map((seconds) => t0 + seconds * SECOND))
    past.forEach(({ position }, index) => expect(distanceBetween(position, off(100 * (index + 1)))).toBeLessThan(5))
    expect(past.at(-1)!.velocity.east).toBeCloseTo(10, 0)
  })

  it('changes when a plot comes late', () => {
    const sea = watch()
    sea.hear(...[0, 10, 20, 60, 70].map(at))
    const { id } = sea.only()
    const before = sea.tracker.past(id, t0)
    const late = plot('sentinel', t0 + 40 * SECOND, off(450), { claim: { mmsi: 377_000_001 }, receivedAt: t0 + 71 * SECOND })
    sea.hear(late)
    const after = sea.tracker.past(id, t0)
    expect(after).toHaveLength(before.length + 1)
    expect(sea.only()).toMatchObject({ revision: 1, revisedFrom: late.time })
    for (const index of [0, 1]) expect(distanceBetween(after[index]!.position, before[index]!.position)).toBeLessThan(0.01)
    expect(after[3]!.position.lon).toBeGreaterThan(before[2]!.position.lon)
  })

  it('is nothing of a track that is not there', () => {
    expect(watch().tracker.past('T-1', 0)).toEqual([])
  })
})

describe('a track that is gone', () => {
  it('names the one that was taken for the same object', () => {
    const ends: [string, string | undefined][] = []
    const tracker = createTracker(
      { maxTracks: 100, factsOf: () => ({ means: 'ais' }) },
      { changed() {}, forgotten: ({ id }, into) => void ends.push([id, into?.id]) },
    )
    for (let turn = 0; turn < 5; turn++) {
      const time = t0 + turn * 10 * SECOND
      for (const mmsi of [1, 2]) tracker.plot(report(time, off(4000 * mmsi), { speed: 0, claim: { mmsi } }))
      tracker.advance(time + SECOND)
    }
    tracker.decide(decided('D-1', { kind: 'merge', trackId: 'T-1', otherId: 'T-2' }))
    tracker.advance(t0 + 60 * SECOND)
    expect(ends).toEqual([['T-2', 'T-1']])
  })
})
