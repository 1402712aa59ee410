import type { Claim } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from './fixtures/followed.ts'
import { bequia, HOUR, MINUTE, SECOND } from './fixtures/watch.ts'
import { isForgotten, isGone, isOverConflict } from './lifetime.ts'
import type { Scene } from './scene.ts'
import type { Followed } from './tracks/followed.ts'

function identified(claim: Claim, speed = 5): Followed {
  const scene = emptyScene()
  const track = followed(scene, bequia, { vx: speed })
  scene.own(track, scene.identityOf(377_000_001))
  track.claim = claim
  return track
}

/** Whether it is forgotten just after so long, and not just before. */
function isKeptFor(track: Followed, milliseconds: number): boolean {
  return !isForgotten(track, track.heardAt + milliseconds) && isForgotten(track, track.heardAt + milliseconds + 1)
}

describe('a track is forgotten', () => {
  it('an hour after it was heard under way', () => {
    expect(isKeptFor(identified({}), HOUR)).toBe(true)
  })

  it.each<[string, Claim, number]>([
    ['lies still', {}, 0],
    ['says that it lies at anchor, whatever its speed', { navigationStatus: 1 }, 1],
    ['says that it is moored', { navigationStatus: 5 }, 1],
    ['is a buoy', { station: 'aton' }, 1],
    ['is a base station', { station: 'base' }, 1],
  ])('a day after, where it %s', (_what, claim, speed) => {
    expect(isKeptFor(identified(claim, speed), 24 * HOUR)).toBe(true)
  })

  it('5 minutes after, where it flies', () => {
    const track = identified({ icaoAddress: 1 })
    track.isAirborne = true
    expect(isKeptFor(track, 5 * MINUTE)).toBe(true)
  })

  it('a day after, where it is seen only now and then, whoever it is', () => {
    const track = followed(emptyScene())
    track.isOccasional = true
    expect(isKeptFor(track, 24 * HOUR)).toBe(true)
  })

  it('2 minutes after, where only a radar sees it, and 30 seconds where it was hardly seen', () => {
    const track = followed(emptyScene())
    expect(isKeptFor(track, 2 * MINUTE)).toBe(true)
    track.isConfirmed = false
    expect(isKeptFor(track, 30 * SECOND)).toBe(true)
  })

  it('and a conflict after an hour', () => {
    expect([isOverConflict(0, HOUR), isOverConflict(0, HOUR + 1)]).toEqual([false, true])
  })
})

/** A track that the radar has seen and has missed so often since. */
function missed(scene: Scene, misses: number, more: Partial<Followed> = {}): Followed {
  const track = followed(scene)
  const scanner = scene.scannerOf('radar')
  track.looks.push({ scanner, lastAt: 0, seenAt: 0, looks: misses + 1, seen: 1, misses })
  return Object.assign(track, more)
}

describe('a track of a radar is gone', () => {
  it('when it was seen once and missed twice', () => {
    const once = { isConfirmed: false, existence: 0.1, fixes: 1 }
    expect([1, 2].map((misses) => isGone(missed(emptyScene(), misses, once)))).toEqual([false, true])
  })

  it('when it was seen more often, not confirmed, and missed three times', () => {
    const twice = { isConfirmed: false, existence: 0.1, fixes: 2 }
    expect([2, 3].map((misses) => isGone(missed(emptyScene(), misses, twice)))).toEqual([false, true])
  })

  it('when it is confirmed and unlikely to exist, however seldom it was missed', () => {
    expect(isGone(missed(emptyScene(), 10, { existence: 0.06 }))).toBe(false)
    expect(isGone(missed(emptyScene(), 0, { existence: 0.04 }))).toBe(true)
  })

  it('never, where it states who it is or nobody has said where it is', () => {
    const track = identified({})
    track.existence = 0
    expect(isGone(track)).toBe(false)
    expect(isGone(emptyScene().start(0))).toBe(false)
  })
})
