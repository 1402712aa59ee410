import { describe, expect, it } from 'vitest'
import { bequia, off } from '../fixtures/watch.ts'
import { holdClaim } from '../claims.ts'
import { newMeasure } from '../measure.ts'
import { Scene } from '../scene.ts'
import { contribute } from './contribute.ts'
import type { Followed } from './followed.ts'
import { joinTracks } from './join.ts'

function sea() {
  let serial = 0
  const scene = new Scene(false, () => ++serial, () => ({ means: 'radar' }), () => {})
  const track = (sigma: number, more: Partial<Followed> = {}) => {
    const started = scene.start(100 * serial)
    scene.place(started, { ...newMeasure(), ...off(serial), rxx: sigma ** 2, ryy: sigma ** 2 })
    return Object.assign(started, more)
  }
  return { scene, track }
}

describe('two tracks that are joined', () => {
  it('are the first, with the surer place, and the second is gone', () => {
    const { scene, track } = sea()
    const [kept, gone] = [track(100), track(10)]
    const surer = gone.body
    joinTracks(scene, kept, gone, undefined)
    expect(kept.body).toBe(surer)
    expect([scene.tracks.has(kept), scene.tracks.has(gone), gone.body]).toEqual([true, false, undefined])
    const near: Followed[] = []
    scene.grid.near(bequia.lat, bequia.lon, (each) => near.push(each))
    expect(near).toEqual([kept])
  })

  it('keep the place of the first where that is surer', () => {
    const { scene, track } = sea()
    const [kept, gone] = [track(10), track(100)]
    const { body } = kept
    joinTracks(scene, kept, gone, undefined)
    expect(kept.body).toBe(body)
  })

  it('add up what sensors gave to both', () => {
    const { scene, track } = sea()
    const [kept, gone] = [track(10, { echoes: 3, fixes: 4, existence: 0.5 }), track(10, { echoes: 2, fixes: 2, existence: 0.9 })]
    contribute(kept, 'radar', 3, 50)
    contribute(gone, 'radar', 2, 40)
    contribute(gone, 'kingstown', 1, 60)
    joinTracks(scene, kept, gone, undefined)
    expect(kept.contributors).toEqual([{ sensorId: 'radar', plots: 5, lastAt: 50 }, { sensorId: 'kingstown', plots: 1, lastAt: 60 }])
    expect(kept).toMatchObject({ echoes: 5, fixes: 6, existence: 0.9, isConfirmed: true })
  })

  it('state one identity, and what the other was keyed by is not held beside it', () => {
    const { scene, track } = sea()
    const [kept, gone] = [track(10), track(10)]
    scene.own(kept, scene.identityOf(1))
    scene.own(gone, scene.identityOf(2))
    holdClaim(kept, { mmsi: 1 }, 'x', 1)
    holdClaim(gone, { mmsi: 2, name: 'TENDER' }, 'x', 2)
    joinTracks(scene, kept, gone, kept.identity)
    expect(kept.claim).toEqual({ mmsi: 1, name: 'TENDER' })
    expect([...scene.identities.keys()]).toEqual([1])
  })

  it('state that of the second where so is told', () => {
    const { scene, track } = sea()
    const [kept, gone] = [track(10), track(10)]
    scene.own(kept, scene.identityOf(1))
    const after = scene.identityOf(2)
    scene.own(gone, after)
    holdClaim(kept, { mmsi: 1, name: 'OLD' }, 'x', 1)
    holdClaim(gone, { mmsi: 2 }, 'y', 2)
    joinTracks(scene, kept, gone, after)
    expect(kept.identity).toBe(after)
    expect(after.tracks).toEqual([kept])
    expect(kept.claim).toEqual({ mmsi: 2, name: 'OLD' })
  })

  it('keep the identity that a person pinned, whichever has it', () => {
    const { scene, track } = sea()
    const [kept, gone] = [track(10), track(10, { isPinned: true })]
    scene.own(kept, scene.identityOf(1))
    const pinned = scene.identityOf(2)
    scene.own(gone, pinned)
    joinTracks(scene, kept, gone, kept.identity)
    expect(kept).toMatchObject({ identity: pinned, isPinned: true })
  })

  it('are held apart from all that either was held apart from', () => {
    const { scene, track } = sea()
    const [kept, gone] = [track(10, { apartFrom: new Set([7]) }), track(10, { apartFrom: new Set([8]), reluctance: new Map([['radar', Infinity]]) })]
    joinTracks(scene, kept, gone, undefined)
    expect([...kept.apartFrom!]).toEqual([7, 8])
    expect(kept.reluctance?.get('radar')).toBe(Infinity)
  })

  it('are placed where nobody had said where the first is', () => {
    const { scene, track } = sea()
    const kept = scene.start(0)
    const gone = track(10)
    joinTracks(scene, kept, gone, undefined)
    expect(kept.body).toBeDefined()
    const [one, other] = [scene.start(0), scene.start(0)]
    joinTracks(scene, one, other, undefined)
    expect(one.body).toBeUndefined()
  })
})
