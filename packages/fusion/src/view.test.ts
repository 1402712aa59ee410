import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from './fixtures/followed.ts'
import { bequia } from './fixtures/watch.ts'
import type { Hearing } from './identity/darkness.ts'
import { identityProbability, viewOf } from './view.ts'

const hearing: Hearing = { receptionAt: () => 0.9, resumedAt: () => -Infinity, farShare: 0 }

describe('a track as the rest of the system sees it', () => {
  it('is the same object each time', () => {
    const track = followed(emptyScene())
    expect(viewOf(track, hearing, 1000)).toBe(viewOf(track, hearing, 2000))
  })

  it('is where it was last seen, how fast and whither', () => {
    const track = followed(emptyScene())
    const { fix, speed, courseDeg } = viewOf(track, hearing, 1000)
    expect(fix).toMatchObject({ time: 0, position: bequia, covariance: { ee: 100, en: 0, nn: 100 } })
    expect(speed).toBeCloseTo(5, 1)
    expect(courseDeg).toBeCloseTo(90, 6)
  })

  it.each([[0, 5, 0], [5, 0, 90], [0, -5, 180], [-5, 0, 270]])(
    'goes %d m/s east and %d m/s north on course %d', (vx, vy, courseDeg) => {
      const { courseDeg: shown } = viewOf(followed(emptyScene(), bequia, { vx, vy }), hearing, 1000)
      expect(((shown! - courseDeg + 540) % 360) - 180).toBeCloseTo(0, 6)
      expect(shown).toBeGreaterThanOrEqual(0)
      expect(shown).toBeLessThan(360)
    },
  )

  it('has at rest the course that it states, or none', () => {
    const track = followed(emptyScene(), bequia, { vx: 0.1 })
    expect(viewOf(track, hearing, 1000).courseDeg).toBeUndefined()
    track.statedCourseDeg = 270
    expect(viewOf(track, hearing, 1000).courseDeg).toBe(270)
  })

  it('has no place, speed or course while nobody has said where it is', () => {
    const view = viewOf(emptyScene().start(0), hearing, 1000)
    expect(view).toMatchObject({ fix: undefined, speed: undefined, courseDeg: undefined, identity: undefined })
  })
})

describe('how sure an identity is', () => {
  function stated(...pinned: boolean[]) {
    const scene = emptyScene()
    const tracks = pinned.map((isPinned) => Object.assign(followed(scene), { isPinned }))
    for (const track of tracks) scene.own(track, scene.identityOf(377_000_001))
    return tracks
  }

  it('is certain of the only track that states it, and of the one that a person gave it to', () => {
    expect(identityProbability(stated(false)[0]!)).toBe(1)
    const [own, other] = stated(true, false)
    expect(identityProbability(own!)).toBe(1)
    expect(identityProbability(other!)).toBeLessThan(1)
  })

  it('is the less the more tracks state it', () => {
    const shares = [1, 2, 3].map((count) => identityProbability(stated(...Array<boolean>(count).fill(false))[0]!))
    expect(shares).toEqual([1, expect.closeTo(2 / 3, 9), 0.5])
  })

  it('is the less the more its position is suspect', () => {
    const [track] = stated(false)
    track!.suspicion = { probability: 0.9, reason: 'no-echo', since: 0 }
    expect(identityProbability(track!)).toBeCloseTo(0.1, 9)
  })

  it('is told with whether others state it', () => {
    const [track] = stated(false, false)
    expect(viewOf(track!, hearing, 1000).identity).toMatchObject({ isConflicting: true, isPinned: false })
  })
})
