import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { decided } from '../fixtures/decided.ts'
import { bequia, HOUR, off, plot, report, watch, type Watch } from '../fixtures/watch.ts'

const PIN = decided('D-1', { kind: 'pin', trackId: 'T-1', identity: '377000001' })
/** A vessel that radar and AIS tell of. */
function vessel() {
  const sea = watch()
  go(sea, 0, 20)
  return sea
}
function go(sea: Watch, from: number, to: number, mmsi = 377_000_001) {
  for (let n = from; n < to; n++) {
    sea.hear(
      plot('radar', n * 3000, off(n * 15)),
      report(n * 3000 + 1000, off(n * 15 + 5), { courseDeg: 90, claim: { mmsi } }),
    )
  }
  sea.settle(to * 3000)
}

describe('an identity pinned to the track that has it', () => {
  it('is certain, and shown as a person\'s word', () => {
    const sea = vessel()
    expect(sea.tracker.decide(PIN)).toBeUndefined()
    sea.settle(60_000)
    expect(sea.only().identity).toEqual({ probability: 1, isConflicting: false, isPinned: true })
    expect(sea.tracker.explain('T-1')).toMatchObject({
      identities: [{ identity: '377000001', probability: 1 }], judgements: [PIN],
    })
  })

  it('stays with it whatever comes from elsewhere, and that is a track in conflict', () => {
    const sea = vessel()
    sea.tracker.decide(PIN)
    for (let n = 20; n < 60; n++) {
      sea.hear(plot('radar', n * 3000, off(n * 15)), report(n * 3000 + 1000, off(20_000 + n * 15), { courseDeg: 90 }))
    }
    sea.settle(180_000)
    const pinned = sea.shown.get('T-1')!
    expect(pinned.identity).toEqual({ probability: 1, isConflicting: true, isPinned: true })
    expect(distanceBetween(pinned.fix!.position, off(59 * 15))).toBeLessThan(40)
    const other = [...sea.shown.values()].find(({ id }) => id !== 'T-1')!
    expect(other).toMatchObject({ claim: { mmsi: 377_000_001 }, identity: { isConflicting: true, isPinned: false } })
  })

  it('outlives a flood of places', () => {
    const sea = watch()
    sea.hear(report(0, bequia, { courseDeg: 90 }))
    sea.tracker.decide(PIN)
    for (let n = 0; n < 60; n++) {
      for (const place of [0, 1, 2, 3, 4]) {
        sea.hear(report(1000 + n * 1000 + place, off(50_000 + n, place * 70), { courseDeg: 90, speed: 1 }))
      }
    }
    expect(sea.shown.get('T-1')!.identity).toMatchObject({ isPinned: true })
  })

  it('is not changed for one that the vessel states later', () => {
    const sea = vessel()
    sea.tracker.decide(PIN)
    go(sea, 20, 60, 636_000_001)
    expect(sea.shown.get('T-1')).toMatchObject({ claim: { mmsi: 377_000_001 }, identity: { isPinned: true } })
  })

  it('is as open as before when that is undone', () => {
    const sea = vessel()
    sea.tracker.decide(PIN)
    expect(sea.tracker.undo('D-1')).toBe(true)
    expect(sea.tracker.undo('D-1')).toBe(false)
    go(sea, 20, 60, 636_000_001)
    expect(sea.shown.get('T-1')).toMatchObject({ claim: { mmsi: 636_000_001 }, identity: { isPinned: false } })
  })

  it('is forgotten with the track', () => {
    const sea = vessel()
    sea.tracker.decide(PIN)
    sea.tracker.forget(60_000 + 2 * HOUR)
    expect(sea.shown.size).toBe(0)
    expect(sea.tracker.undo('D-1')).toBe(true)
  })
})

describe('an identity pinned to another track', () => {
  /** Radar sees a vessel; two kilometres off, where it sees nothing, another MMSI states to be. */
  function liar() {
    const sea = watch()
    for (let n = 0; n < 20; n++) {
      sea.hear(
        plot('radar', n * 3000, off(n * 15)),
        report(
          n * 3000 + 1000, off(2000 + n * 15), { courseDeg: 90, claim: { mmsi: 377_000_001, name: 'ADMIRAL BAY' } },
        ),
      )
    }
    sea.settle(60_000)
    const echo = [...sea.shown.values()].find(({ claim }) => claim.mmsi === undefined)!.id
    return { sea, echo, pin: decided('D-1', { kind: 'pin', trackId: echo, identity: '377000001' }) }
  }

  it('is that track\'s, with what was heard of it, and what states it elsewhere is in conflict', () => {
    const { sea, echo, pin } = liar()
    expect(sea.tracker.decide(pin)).toBeUndefined()
    sea.settle(60_000)
    expect(sea.shown.get(echo)).toMatchObject({
      claim: { mmsi: 377_000_001, name: 'ADMIRAL BAY' }, identity: { isPinned: true, isConflicting: true },
    })
  })

  it('is taken from it again when that is undone, unless it has earned it', () => {
    const { sea, echo, pin } = liar()
    sea.tracker.decide(pin)
    sea.tracker.undo('D-1')
    sea.settle(60_000)
    expect(sea.shown.get(echo)).toMatchObject({ claim: {}, identity: undefined })

    sea.tracker.decide(pin)
    for (let n = 20; n < 30; n++) {
      sea.hear(plot('radar', n * 3000, off(n * 15)), report(n * 3000 + 1000, off(n * 15 + 5), { courseDeg: 90 }))
    }
    sea.tracker.undo('D-1')
    sea.settle(90_000)
    expect(sea.shown.get(echo)).toMatchObject({ claim: { mmsi: 377_000_001 }, identity: { isPinned: false } })
  })

  it('gives back the one that it stated before', () => {
    const sea = watch()
    sea.hear(report(0, bequia), report(100, off(3000), { claim: { mmsi: 2, name: 'OTHER' } }))
    sea.tracker.decide(decided('D-1', { kind: 'pin', trackId: 'T-1', identity: '2' }))
    sea.settle(100)
    expect(sea.shown.get('T-1')!.claim).toEqual({ mmsi: 2, name: 'OTHER' })
    sea.tracker.undo('D-1')
    sea.settle(100)
    expect(sea.shown.get('T-1')!.claim).toEqual({ mmsi: 377_000_001 })
    sea.hear(report(5000, bequia))
    expect(sea.shown.get('T-1')!.fix!.time).toBe(5000)
  })
})

describe('a pin that cannot be', () => {
  it.each([
    ['there is no such track', 'T-9', '377000001', 'There is no track T-9.'],
    ['nobody states the identity', 'T-1', '999', 'Nothing that is followed states the identity 999.'],
  ])('is refused in one sentence where %s', (_why, trackId, identity, sentence) => {
    expect(vessel().tracker.decide(decided('D-1', { kind: 'pin', trackId, identity }))).toBe(sentence)
  })

  it('is refused where it is pinned to another, or the track has another pinned', () => {
    const sea = vessel()
    sea.hear(report(61_000, off(9000), { claim: { mmsi: 2 } }))
    sea.tracker.decide(PIN)
    const [, other] = [...sea.shown.keys()]
    expect(sea.tracker.decide(decided('D-2', { kind: 'pin', trackId: other!, identity: '377000001' }))).toBe(
      '377000001 is pinned to T-1: undo that first.',
    )
    expect(sea.tracker.decide(decided('D-3', { kind: 'pin', trackId: 'T-1', identity: '2' }))).toBe(
      'T-1 has another identity, pinned by a person: undo that first.',
    )
  })
})
