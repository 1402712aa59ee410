import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { decided } from '../fixtures/decided.ts'
import { bequia, off, plot, report, watch, type Watch } from '../fixtures/watch.ts'

const MERGE = decided('D-1', { kind: 'merge', trackId: 'T-1', otherId: 'T-2' })
const vms = { uid: 'VCT 12', name: 'SEA BREEZE', marking: 'J8-12' }
/** One vessel states an MMSI by AIS, and by VMS a number of its fishery: too far beside it to be joined by itself. */
function both({ hear }: Watch, from: number, to: number) {
  for (let n = from; n < to; n++) {
    hear(
      report(n * 10_000, off(n * 50), { courseDeg: 90 }),
      plot('tak', n * 10_000 + 5000, off(n * 50 + 25), { claim: vms, speed: 5, courseDeg: 90 }),
    )
  }
}
const idsOf = ({ shown }: Watch) => [...shown.keys()]

describe('two identities of one object', () => {
  it('are two tracks until a person says that they are one', () => {
    const sea = watch()
    both(sea, 0, 10)
    expect(idsOf(sea)).toEqual(['T-1', 'T-2'])
    expect(sea.tracker.decide(MERGE)).toBeUndefined()
    sea.settle(95_000)
    expect(idsOf(sea)).toEqual(['T-1'])
    expect(sea.forgotten).toEqual(['T-2'])
    expect(sea.only()).toMatchObject({ claim: { mmsi: 377_000_001, uid: 'VCT 12', name: 'SEA BREEZE' } })
    expect(sea.only().contributors.map(({ sensorId, plots }) => [sensorId, plots])).toEqual([
      ['kingstown', 10], ['tak', 10],
    ])
  })

  it('are one from then on, and both go on adding to it', () => {
    const sea = watch()
    both(sea, 0, 10)
    sea.tracker.decide(MERGE)
    both(sea, 10, 60)
    expect(idsOf(sea)).toEqual(['T-1'])
    expect(sea.only().contributors.map(({ plots }) => plots)).toEqual([60, 60])
    expect(sea.only().conflicts).toEqual([])
    expect(sea.tracker.explain('T-1')!.judgements).toEqual([MERGE])
  })

  it('go by the name of the track that was kept, where both state an MMSI', () => {
    const sea = watch()
    const two = (n: number) => sea.hear(
      report(n * 10_000, off(n * 50), { courseDeg: 90 }),
      report(n * 10_000 + 5000, off(n * 50 + 25), { courseDeg: 90, claim: { mmsi: 2, name: 'TENDER' } }),
    )
    for (let n = 0; n < 10; n++) two(n)
    sea.tracker.decide(MERGE)
    for (let n = 10; n < 20; n++) two(n)
    expect(idsOf(sea)).toEqual(['T-1'])
    expect(sea.only().claim).toEqual({ mmsi: 377_000_001, name: 'TENDER' })
  })

  it('are two again at the next report, when that is undone', () => {
    const sea = watch()
    both(sea, 0, 10)
    sea.tracker.decide(MERGE)
    both(sea, 10, 20)
    expect(sea.tracker.undo('D-1')).toBe(true)
    sea.settle(200_000)
    expect(sea.only().claim).toEqual({ mmsi: 377_000_001 })
    both(sea, 20, 30)
    expect(idsOf(sea)).toEqual(['T-1', 'T-3'])
    expect(sea.shown.get('T-3')).toMatchObject({ claim: vms })
    expect(sea.shown.get('T-3')!.contributors).toEqual([{ sensorId: 'tak', plots: 10, lastAt: 295_000 }])
  })

  it('are one again after the track was forgotten and both come back', () => {
    const sea = watch()
    both(sea, 0, 10)
    sea.tracker.decide(MERGE)
    sea.settle(95_000)
    sea.tracker.forget(10_000_000)
    both(sea, 2000, 2010)
    expect(sea.shown.size).toBe(1)
  })
})

describe('an echo and a vessel that states where it is', () => {
  function apart(sea: Watch) {
    for (let n = 0; n < 20; n++) {
      sea.hear(plot('radar', n * 3000, off(n * 15)), report(n * 3000 + 1000, off(n * 15 + 405), { courseDeg: 90 }))
    }
    sea.settle(60_000)
    return [...sea.shown.values()].toSorted((a, b) => a.fix!.position.lon - b.fix!.position.lon).map(({ id }) => id)
  }

  it('are one by a person\'s word', () => {
    const sea = watch()
    const [echo, ais] = apart(sea)
    expect(sea.tracker.decide(decided('D-1', { kind: 'merge', trackId: echo!, otherId: ais! }))).toBeUndefined()
    sea.settle(60_000)
    expect(idsOf(sea)).toEqual([echo])
    expect(sea.only()).toMatchObject({ claim: { mmsi: 377_000_001 }, identity: { isConflicting: false } })
  })

  it('part when that is undone, and the echo has no name', () => {
    const sea = watch()
    const [echo, ais] = apart(sea)
    sea.tracker.decide(decided('D-1', { kind: 'merge', trackId: echo!, otherId: ais! }))
    sea.tracker.undo('D-1')
    for (let n = 20; n < 40; n++) {
      sea.hear(plot('radar', n * 3000, off(n * 15)), report(n * 3000 + 1000, off(n * 15 + 405), { courseDeg: 90 }))
    }
    sea.settle(120_000)
    const near = [...sea.shown.values()].filter(({ fix }) => distanceBetween(fix!.position, off(585)) < 60)
    expect(near.map(({ claim }) => claim)).toEqual([{}])
    expect([...sea.shown.values()].some(({ claim }) => claim.mmsi === 377_000_001)).toBe(true)
  })
})

describe('two numbers of one radar', () => {
  const bow = (n: number) => plot('radar', n * 3000, off(n * 15 + 130), { sensorTrack: '1' })
  const stern = (n: number) => plot('radar', n * 3000, off(n * 15), { sensorTrack: '2' })

  it('go to one track from the word on, also where both come in every turn', () => {
    const sea = watch()
    for (let n = 0; n < 10; n++) sea.hear(bow(n), stern(n))
    sea.settle(30_000)
    expect(sea.shown.size).toBe(2)
    sea.tracker.decide(MERGE)
    for (let n = 10; n < 40; n++) sea.hear(bow(n), stern(n))
    sea.settle(120_000)
    expect(idsOf(sea)).toEqual(['T-1'])
    expect(sea.only().contributors).toEqual([{ sensorId: 'radar', plots: 80, lastAt: 117_000 }])
  })

  it('part again when that is undone', () => {
    const sea = watch()
    for (let n = 0; n < 10; n++) sea.hear(bow(n), stern(n))
    sea.settle(30_000)
    sea.tracker.decide(MERGE)
    for (let n = 10; n < 20; n++) sea.hear(bow(n), stern(n))
    sea.tracker.undo('D-1')
    for (let n = 20; n < 40; n++) sea.hear(bow(n), stern(n))
    sea.settle(120_000)
    expect(sea.shown.size).toBe(2)
  })
})

describe('a merge that cannot be', () => {
  const trial = () => {
    const sea = watch()
    both(sea, 0, 10)
    sea.hear(report(95_500, bequia, { simulated: true }))
    return sea
  }

  it.each([
    ['there is no such track', 'T-9', 'T-1', 'There is no track T-9.'],
    ['there is no other', 'T-1', 'T-9', 'There is no track T-9 beside T-1.'],
    ['both are one already', 'T-1', 'T-1', 'T-1 is one track already.'],
    ['the other is of an exercise', 'T-1', 'SIM-3', 'There is no track SIM-3 beside T-1.'],
  ])('is refused in one sentence where %s', (_why, trackId, otherId, sentence) => {
    expect(trial().tracker.decide(decided('D-1', { kind: 'merge', trackId, otherId }))).toBe(sentence)
  })

  it('is refused where a person holds both apart, or has pinned both', () => {
    const { tracker, shown } = trial()
    for (const id of ['T-1', 'T-2']) {
      const identity = id === 'T-1' ? '377000001' : 'uid VCT 12'
      expect(tracker.decide(decided(id, { kind: 'pin', trackId: id, identity }))).toBeUndefined()
    }
    expect(tracker.decide(MERGE)).toBe('T-1 and T-2 have an identity each, pinned by a person: undo one first.')
    expect(shown.size).toBe(3)
  })

  it('leaves a track that is gone alone', () => {
    const { tracker } = trial()
    tracker.decide(MERGE)
    expect(tracker.decide(decided('D-2', { kind: 'merge', trackId: 'T-1', otherId: 'T-2' }))).toBe(
      'There is no track T-2 beside T-1.',
    )
    expect(tracker.decide(MERGE)).toBe('Decision D-1 stands already.')
  })
})
