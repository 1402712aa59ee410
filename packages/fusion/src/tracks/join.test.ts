import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from '../fixtures/followed.ts'
import { bequia, off, plot } from '../fixtures/watch.ts'
import { holdClaim } from '../claims.ts'
import { contribute } from './contribute.ts'
import { placeOf } from './followed.ts'
import { joinTracks } from './join.ts'
import { keepRejection, rejectionOf } from './rejected.ts'

function two() {
  const scene = emptyScene()
  return { scene, kept: followed(scene), gone: followed(scene, off(30)) }
}

describe('two tracks that become one', () => {
  it('leave one, and tell that the other is gone', () => {
    const { scene, kept, gone } = two()
    joinTracks(scene, kept, gone, undefined)
    expect([...scene.tracks]).toEqual([kept])
    expect(scene.gone).toEqual([gone])
    expect(scene.changed).toContain(kept)
  })

  it('add up in plots and keep the longer history', () => {
    const { scene, kept, gone } = two()
    Object.assign(kept, { echoes: 3, fixes: 5, firstAt: 5000, heardAt: 9000, lastEchoAt: 9000, existence: 0.8 })
    Object.assign(gone, { echoes: 2, fixes: 4, firstAt: 1000, heardAt: 8000, lastReportAt: 8000, existence: 0.9 })
    contribute(kept, 'radar', 5, 9000)
    contribute(gone, 'radar', 1, 4000)
    contribute(gone, 'ais', 3, 8000)
    joinTracks(scene, kept, gone, undefined)
    expect(kept).toMatchObject({
      echoes: 5, fixes: 9, firstAt: 1000, heardAt: 9000, lastEchoAt: 9000, lastReportAt: 8000, existence: 0.9,
      contributors: [{ sensorId: 'radar', plots: 6, lastAt: 9000 }, { sensorId: 'ais', plots: 3, lastAt: 8000 }],
    })
  })

  it('move as the surer of both did', () => {
    const { scene, kept } = two()
    const surer = followed(scene, off(30), { rxx: 1, ryy: 1 })
    const place = placeOf(surer)
    joinTracks(scene, kept, surer, undefined)
    expect(placeOf(kept)).toEqual(place)
    const poorer = followed(scene, off(60), { rxx: 1e4, ryy: 1e4 })
    joinTracks(scene, kept, poorer, undefined)
    expect(placeOf(kept)).toEqual(place)
  })

  it('have the identity that is given, unless a person gave one of them another', () => {
    const { scene, kept, gone } = two()
    scene.own(kept, scene.identityOf(1))
    scene.own(gone, scene.identityOf(2))
    joinTracks(scene, kept, gone, gone.identity)
    expect(kept.identity?.key).toBe(2)
    expect([...scene.identities.keys()]).toEqual([2])
    const pinned = followed(scene)
    scene.own(pinned, scene.identityOf(3))
    pinned.isPinned = true
    joinTracks(scene, kept, pinned, kept.identity)
    expect(kept).toMatchObject({ identity: { key: 3 }, isPinned: true })
  })

  it('state what the identity states that they keep, and not the key of the other', () => {
    const { scene, kept, gone } = two()
    scene.own(kept, scene.identityOf(1))
    scene.own(gone, scene.identityOf(2))
    holdClaim(kept, { mmsi: 1, name: 'ADMIRAL BAY' }, 'kingstown', 1000)
    holdClaim(gone, { mmsi: 2, callSign: 'J8ABC' }, 'kingstown', 2000)
    joinTracks(scene, kept, gone, kept.identity)
    expect(kept.claim).toEqual({ mmsi: 1, name: 'ADMIRAL BAY', callSign: 'J8ABC' })
  })

  it('teach how far the antenna of the one is from the echo of the other', () => {
    const { scene, kept } = two()
    const ship = followed(scene, off(80))
    ship.lastReportAt = 1000
    joinTracks(scene, kept, ship, undefined)
    // 80² less the variances of both on both axes.
    expect(kept.antenna).toBeCloseTo(80 ** 2 - 400, -1)
    const [one, other] = [followed(scene, off(5000)), followed(scene, off(5030))]
    joinTracks(scene, one, other, undefined)
    expect(one.antenna).toBe(0)
  })

  it('keep for each sensor the look that saw it last', () => {
    const { scene, kept, gone } = two()
    const scanner = scene.scannerOf('radar')
    const look = { scanner, lastAt: 0, looks: 1, seen: 1, misses: 0 }
    kept.looks.push({ ...look, seenAt: 1000 })
    gone.looks.push({ ...look, seenAt: 2000 }, { ...look, scanner: scene.scannerOf('tak'), seenAt: 0 })
    joinTracks(scene, kept, gone, undefined)
    expect(kept.looks.map(({ scanner: { id }, seenAt }) => [id, seenAt])).toEqual([['radar', 2000], ['tak', 0]])
  })

  it('hold what people decided of either', () => {
    const { scene, kept, gone } = two()
    kept.apartFrom = new Set([7])
    gone.apartFrom = new Set([8])
    gone.reluctance = new Map([['radar', Infinity]])
    joinTracks(scene, kept, gone, undefined)
    expect([...kept.apartFrom]).toEqual([7, 8])
    expect(kept.reluctance?.get('radar')).toBe(Infinity)
  })
})

describe('what a track turned away', () => {
  it('is remembered a dozen deep, the oldest forgotten first', () => {
    const track = followed(emptyScene())
    for (let n = 0; n < 20; n++) keepRejection(track, rejectionOf(plot('radar', n, bequia), 30, 'impossible-move'))
    expect(track.rejected.map(({ time }) => time)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  })
})
