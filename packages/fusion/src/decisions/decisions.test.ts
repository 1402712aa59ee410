import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decided } from '../fixtures/decided.ts'
import { off, plot, report, watch, type Watch } from '../fixtures/watch.ts'

/** Three vessels by AIS, the first of which radar sees too. */
function go(sea: Watch, from: number, to: number) {
  for (let n = from; n < to; n++) {
    sea.hear(plot('radar', n * 3000, off(n * 15)))
    for (const [at, mmsi] of [1, 2, 3].entries()) sea.hear(report(n * 3000 + 500 + at, off(n * 15 + 3 + at * 4000), { courseDeg: 90, claim: { mmsi } }))
  }
  sea.settle(to * 3000)
}
const started = () => {
  const sea = watch()
  go(sea, 0, 12)
  return sea
}

describe('the decisions that stand', () => {
  it('are told where they concern a track, newest first, and until they are undone', () => {
    const sea = started()
    const pin = decided('D-1', { kind: 'pin', trackId: 'T-1', identity: '1' })
    const split = decided('D-2', { kind: 'split', trackId: 'T-1', sensorId: 'radar' })
    const merge = decided('D-3', { kind: 'merge', trackId: 'T-2', otherId: 'T-3' })
    for (const judgement of [pin, split, merge]) expect(sea.tracker.decide(judgement)).toBeUndefined()
    go(sea, 12, 14)
    expect(sea.tracker.explain('T-1')!.judgements).toEqual([split, pin])
    expect(sea.tracker.explain('T-2')!.judgements).toEqual([merge])
    expect(sea.tracker.explain('T-4')!.judgements).toEqual([split])
    expect(sea.tracker.undo('D-2')).toBe(true)
    expect(sea.tracker.explain('T-1')!.judgements).toEqual([pin])
  })

  it('go along when the track that they are about is joined with another', () => {
    const sea = started()
    const pin = decided('D-1', { kind: 'pin', trackId: 'T-3', identity: '3' })
    sea.tracker.decide(pin)
    sea.tracker.decide(decided('D-2', { kind: 'merge', trackId: 'T-2', otherId: 'T-3' }))
    sea.settle(36_000)
    expect(sea.tracker.explain('T-2')!.judgements.map(({ id }) => id)).toEqual(['D-2', 'D-1'])
    expect(sea.shown.get('T-2')).toMatchObject({ claim: { mmsi: 3 }, identity: { isPinned: true } })
    sea.tracker.undo('D-1')
    sea.settle(36_000)
    expect(sea.shown.get('T-2')!.identity).toMatchObject({ isPinned: false })
  })

  it('are of one world: those of an exercise touch nothing real', () => {
    const sea = started()
    sea.hear(report(36_600, off(0), { simulated: true, claim: { mmsi: 1 } }))
    const [id] = [...sea.shown.keys()].filter((each) => each.startsWith('SIM'))
    expect(sea.tracker.decide(decided('D-1', { kind: 'pin', trackId: id!, identity: '1' }))).toBeUndefined()
    sea.settle(37_000)
    expect([sea.shown.get(id!)!.identity!.isPinned, sea.shown.get('T-1')!.identity!.isPinned]).toEqual([true, false])
    expect(sea.tracker.undo('D-1')).toBe(true)
  })

  it('are shown at once', () => {
    const sea = started()
    const told = sea.changes.length
    sea.tracker.decide(decided('D-1', { kind: 'pin', trackId: 'T-2', identity: '2' }))
    sea.tracker.advance(36_500)
    expect(sea.changes.slice(told)).toContain('T-2')
  })

  it('leave the tracker whole, in whatever order they are made and undone', () => {
    const acts = fc.array(
      fc.record({
        kind: fc.constantFrom('split', 'merge', 'pin', 'undo'), id: fc.integer({ min: 1, max: 6 }), track: fc.integer({ min: 1, max: 6 }),
        other: fc.integer({ min: 1, max: 6 }), sensorId: fc.constantFrom('radar', 'kingstown'), identity: fc.constantFrom('1', '2', '3'),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(acts, (all) => {
        const sea = started()
        let turn = 12
        for (const { kind, id, track, other, sensorId, identity } of all) {
          const trackId = `T-${track}`
          if (kind === 'undo') sea.tracker.undo(`D-${id}`)
          if (kind === 'split') sea.tracker.decide(decided(`D-${id}`, { kind, trackId, sensorId }))
          if (kind === 'merge') sea.tracker.decide(decided(`D-${id}`, { kind, trackId, otherId: `T-${other}` }))
          if (kind === 'pin') sea.tracker.decide(decided(`D-${id}`, { kind, trackId, identity }))
          go(sea, turn, ++turn)
        }
        for (const id of [1, 2, 3, 4, 5, 6]) sea.tracker.undo(`D-${id}`)
        go(sea, turn, turn + 2)
        expect([...sea.tracker.tracks.keys()].toSorted()).toEqual([...sea.shown.keys()].toSorted())
        for (const [id, { fix, existence }] of sea.shown) {
          expect(Number.isFinite(fix!.position.lat + fix!.covariance.ee + existence)).toBe(true)
          expect(sea.tracker.explain(id)!.judgements).toEqual([])
        }
        const heardNow = [...sea.shown.values()].filter(({ heardAt }) => heardAt > turn * 3000)
        expect(new Set(heardNow.map(({ claim }) => claim.mmsi).filter((mmsi) => mmsi !== undefined)).size).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 40 },
    )
  })
})
