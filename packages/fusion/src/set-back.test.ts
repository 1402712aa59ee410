import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from './fixtures/followed.ts'
import { bequia, HOUR, plot } from './fixtures/watch.ts'
import { holdClaim } from './claims.ts'
import { setBack, setSceneBack } from './set-back.ts'

/** Everything about it is dated an hour ahead. */
function ahead() {
  const scene = emptyScene()
  const track = followed(scene, bequia, { time: HOUR })
  const scanner = scene.scannerOf('radar')
  scanner.hear(plot('radar', HOUR, bequia))
  track.heardAt = track.firstAt = track.lastEchoAt = track.lastReportAt = HOUR
  track.lastReport = { time: HOUR, ...bequia, vx: 0, vy: 0 }
  track.looks.push({ scanner, lastAt: HOUR, seenAt: HOUR, looks: 1, seen: 1, misses: 0 })
  track.contributors.push({ sensorId: 'radar', plots: 1, lastAt: HOUR })
  track.conflicts.push({ sensorId: 'ais', time: HOUR, position: bequia, impliedSpeed: 1 })
  holdClaim(track, { name: 'ADMIRAL BAY' }, 'ais', HOUR)
  return { scene, scanner, track }
}

describe('when our clock was ahead and has been set', () => {
  it('what a track dated later than now is dated now', () => {
    const { track } = ahead()
    setBack(track, 1000)
    expect(track).toMatchObject({
      heardAt: 1000, firstAt: 1000, lastEchoAt: 1000, lastReportAt: 1000, lastReport: { time: 1000 },
      looks: [{ lastAt: 1000, seenAt: 1000 }], contributors: [{ lastAt: 1000 }],
      conflicts: [{ time: 1000 }], claims: [{ time: 1000 }], gridAt: 1000,
    })
    expect(track.body!.time).toBe(1000)
  })

  it('what was dated before stays as it is', () => {
    const { track } = ahead()
    setBack(track, 2 * HOUR)
    expect(track).toMatchObject({ heardAt: HOUR, looks: [{ seenAt: HOUR }], claims: [{ time: HOUR }] })
    expect(track.body!.time).toBe(HOUR)
  })

  it('a track that nobody was heard of stays so', () => {
    const track = emptyScene().start(HOUR)
    setBack(track, 1000)
    expect(track).toMatchObject({
      heardAt: 1000, lastReportAt: -Infinity, lastEchoAt: -Infinity, lastReport: undefined,
    })
  })

  it('sensors and identities are set back too, with what waits to be taken in', () => {
    const { scene, scanner } = ahead()
    const identity = scene.identityOf(377_000_001)
    identity.lastAt = identity.receivedAt = identity.movedAt = HOUR
    setSceneBack(scene, 1000)
    expect(identity).toMatchObject({ lastAt: 1000, receivedAt: 1000, movedAt: 1000 })
    expect(scanner).toMatchObject({ latest: 1000, heardAt: 1000 })
    expect(scanner.pending.map(({ time }) => time)).toEqual([1000])
  })
})
