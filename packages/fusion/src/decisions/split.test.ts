import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { decided } from '../fixtures/decided.ts'
import { off, plot, report, watch, type Watch } from '../fixtures/watch.ts'

const SPLIT = decided('D-1', { kind: 'split', trackId: 'T-1', sensorId: 'radar' })
const step = (n: number) => off(n * 15)
/** Radar and AIS tell of one vessel, from turn to turn. */
function go({ hear, settle }: Watch, from: number, to: number, sensors = ['radar', 'kingstown']) {
  for (let n = from; n < to; n++) {
    for (const sensorId of sensors) {
      if (sensorId === 'kingstown') hear(report(n * 3000 + 1000, step(n + 1 / 3), { courseDeg: 90 }))
      else hear(plot(sensorId, n * 3000 + (sensorId === 'radar' ? 0 : 500), step(n)))
    }
  }
  settle(to * 3000)
}
const sensorsOf = (sea: Watch, id: string) => sea.shown.get(id)?.contributors.map(({ sensorId, plots }) => `${sensorId} ${plots}`).toSorted()

describe('a radar split off from a vessel that it and AIS tell of', () => {
  it('has a track of its own, which takes over its echoes and begins where they lie', () => {
    const sea = watch()
    go(sea, 0, 20)
    expect(sensorsOf(sea, 'T-1')).toEqual(['kingstown 20', 'radar 20'])
    expect(sea.tracker.decide(SPLIT)).toBeUndefined()
    sea.settle(60_000)
    expect(sensorsOf(sea, 'T-1')).toEqual(['kingstown 20'])
    expect(sensorsOf(sea, 'T-2')).toEqual(['radar 20'])
    expect(distanceBetween(sea.shown.get('T-2')!.fix!.position, step(19))).toBeLessThan(30)
    expect(sea.shown.get('T-2')).toMatchObject({ claim: {}, identity: undefined })
    expect(sea.shown.get('T-1')).toMatchObject({ claim: { mmsi: 377_000_001 } })
  })

  it('is held apart from then on, however well both fit', () => {
    const sea = watch()
    go(sea, 0, 20)
    sea.tracker.decide(SPLIT)
    go(sea, 20, 80)
    expect([...sea.shown.keys()]).toEqual(['T-1', 'T-2'])
    expect(sensorsOf(sea, 'T-1')).toEqual(['kingstown 80'])
    expect(sensorsOf(sea, 'T-2')).toEqual(['radar 80'])
    expect(sea.tracker.explain('T-1')!.rejected[0]).toMatchObject({ sensorId: 'radar', because: 'held-apart' })
    expect(sea.tracker.explain('T-1')!.judgements).toEqual([SPLIT])
    expect(sea.tracker.explain('T-2')!.judgements).toEqual([SPLIT])
  })

  it('leaves the single echo of another radar with the vessel', () => {
    const sea = watch()
    const all = ['radar', 'kingstown', 'other-radar']
    go(sea, 0, 20, all)
    sea.tracker.decide(SPLIT)
    go(sea, 20, 60, all)
    expect(sensorsOf(sea, 'T-1')).toEqual(['kingstown 60', 'other-radar 60'])
    expect(sensorsOf(sea, 'T-2')).toEqual(['radar 60'])
  })

  it('is one with it again when that is undone', () => {
    const sea = watch()
    go(sea, 0, 20)
    sea.tracker.decide(SPLIT)
    go(sea, 20, 30)
    expect(sea.tracker.undo('D-1')).toBe(true)
    go(sea, 30, 50)
    expect([...sea.shown.keys()]).toEqual(['T-1'])
    expect(sensorsOf(sea, 'T-1')).toEqual(['kingstown 50', 'radar 50'])
    expect(sea.tracker.explain('T-1')!.judgements).toEqual([])
  })

  it('stays two when that is undone after they have parted', () => {
    const sea = watch()
    go(sea, 0, 20)
    sea.tracker.decide(SPLIT)
    for (let n = 20; n < 60; n++) {
      sea.hear(plot('radar', n * 3000, off(300 + (n - 20) * 15, 45)), report(n * 3000 + 1000, step(n + 1 / 3), { courseDeg: 90 }))
    }
    sea.tracker.undo('D-1')
    sea.settle(180_000)
    expect(sea.shown.size).toBeGreaterThanOrEqual(2)
    expect(sensorsOf(sea, 'T-1')).toEqual(['kingstown 60'])
  })

  it('takes its number along', () => {
    const sea = watch()
    const both = (n: number) => sea.hear(plot('radar', n * 3000, step(n), { sensorTrack: '7' }), report(n * 3000 + 1000, step(n + 1 / 3), { courseDeg: 90 }))
    for (let n = 0; n < 10; n++) both(n)
    sea.settle(30_000)
    sea.tracker.decide(SPLIT)
    for (let n = 10; n < 20; n++) both(n)
    sea.settle(60_000)
    expect(sensorsOf(sea, 'T-2')).toEqual(['radar 20'])
    expect(sea.shown.size).toBe(2)
  })
})

describe('AIS split off from what a radar sees', () => {
  const judgement = decided('D-2', { kind: 'split', trackId: 'T-1', sensorId: 'kingstown' })

  it('takes the identity along', () => {
    const sea = watch()
    go(sea, 0, 20)
    sea.tracker.statement({ ...report(59_000, off(0)), claim: { mmsi: 377_000_001, name: 'ADMIRAL BAY' } })
    expect(sea.tracker.decide(judgement)).toBeUndefined()
    go(sea, 20, 40)
    expect(sensorsOf(sea, 'T-1')).toEqual(['radar 40'])
    expect(sensorsOf(sea, 'T-2')).toEqual(['kingstown 40'])
    expect(sea.shown.get('T-1')).toMatchObject({ claim: {}, identity: undefined })
    expect(sea.shown.get('T-2')).toMatchObject({ claim: { mmsi: 377_000_001, name: 'ADMIRAL BAY' } })
    expect(sea.tracker.explain('T-1')!.identities).toEqual([])
  })

  it('leaves the identity with both where another receiver hears it too', () => {
    const sea = watch()
    const castries = (n: number) => sea.hear(report(n * 3000 + 1700, step(n + 17 / 30), { courseDeg: 90, sensorId: 'castries' }))
    for (let n = 0; n < 20; n++) {
      go(sea, n, n + 1)
      castries(n)
    }
    sea.tracker.decide(judgement)
    for (let n = 20; n < 40; n++) {
      go(sea, n, n + 1)
      castries(n)
    }
    sea.settle(120_000)
    expect(sensorsOf(sea, 'T-1')).toEqual(['castries 40', 'radar 40'])
    expect(sensorsOf(sea, 'T-2')).toEqual(['kingstown 40'])
    expect(sea.shown.get('T-1')!.identity).toMatchObject({ isConflicting: true })
    const apart = sea.tracker.explain('T-1')!.rejected.find(({ because }) => because === 'held-apart')
    expect(apart).toMatchObject({ sensorId: 'kingstown' })
    expect(apart!.distanceSquared).toBeLessThan(20)
  })
})

describe('a split that cannot be', () => {
  it.each([
    ['there is no such track', 'T-9', 'radar', 'There is no track T-9.'],
    ['the sensor adds nothing to it', 'T-1', 'castries', 'castries adds nothing to T-1.'],
    ['the sensor is all that it is made of', 'T-2', 'kingstown', 'T-2 is made of kingstown alone: there is nothing to split off.'],
  ])('is refused in one sentence where %s', (_why, trackId, sensorId, sentence) => {
    const sea = watch()
    go(sea, 0, 10)
    sea.hear(report(30_500, off(9000), { claim: { mmsi: 2 } }))
    expect(sea.tracker.decide(decided('D-1', { kind: 'split', trackId, sensorId }))).toBe(sentence)
    expect(sea.tracker.undo('D-1')).toBe(false)
  })
})
