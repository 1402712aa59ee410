import { describe, expect, it } from 'vitest'
import { bequia, HOUR, MINUTE, SECOND } from './fixtures/watch.ts'
import { newIdentity } from './identity/identity.ts'
import { isForgotten, isGone, isOverConflict } from './lifetime.ts'
import { newMeasure } from './measure.ts'
import { Scene } from './scene.ts'
import { Scanner } from './sensing/scanner.ts'
import type { Followed, Look } from './tracks/followed.ts'

let serial = 0
const scene = new Scene(false, () => ++serial, () => ({ means: 'radar' }), () => {})
function track(more: Partial<Followed> = {}, speed = 5): Followed {
  const started = scene.start(0)
  scene.place(started, { ...newMeasure(), ...bequia, rxx: 100, ryy: 100, vx: speed, velocityVariance: 0.01 })
  return Object.assign(started, { isConfirmed: true, existence: 0.99, ...more })
}
const named = newIdentity(377_000_001)
/** For how long it is kept, to the second. */
function keptFor(one: Followed): number {
  let seconds = 0
  while (!isForgotten(one, (seconds + 1) * SECOND)) seconds++
  return seconds * SECOND
}
const radar = new Scanner('radar', 0, { means: 'radar' })
const look = (misses: number, seenAt = 0): Look => ({ scanner: radar, lastAt: 0, seenAt, looks: 5, seen: 1, misses })

describe('a track that nothing is heard of', () => {
  it.each<[string, Partial<Followed>, number]>([
    ['an hour where it states who it is', { identity: named }, HOUR],
    ['a day where it lies at anchor by its own word', { identity: named, claim: { navigationStatus: 1 } }, 24 * HOUR],
    ['a day where it is a mark', { identity: named, claim: { station: 'aton' } }, 24 * HOUR],
    ['five minutes where it flies', { identity: named, isAirborne: true }, 5 * MINUTE],
    ['two minutes where radar alone saw it', {}, 2 * MINUTE],
    ['half a minute where that was not sure', { isConfirmed: false }, 30 * SECOND],
    ['a day where it is seen only now and then', { isOccasional: true }, 24 * HOUR],
  ])('is kept %s', (_how, more, time) => {
    expect(keptFor(track(more))).toBe(time)
  })

  it('is kept a day where it lies still, by what it does', () => {
    expect(keptFor(track({ identity: named }, 0.1))).toBe(24 * HOUR)
  })

  it('is not taken to lie still for want of knowing', () => {
    const started = scene.start(0)
    scene.place(started, { ...newMeasure(), ...bequia, rxx: 100, ryy: 100 })
    expect(keptFor(Object.assign(started, { identity: named }))).toBe(HOUR)
  })
})

describe('a track that a radar does not see any more', () => {
  it('is gone when it has become unlikely', () => {
    expect(isGone(track({ existence: 0.04 }))).toBe(true)
    expect(isGone(track({ existence: 0.5 }))).toBe(false)
  })

  it('is never gone where it states who it is', () => {
    expect(isGone(track({ existence: 0.01, identity: named }))).toBe(false)
    expect(isGone(track({ existence: 0.01, isOccasional: true }))).toBe(true)
  })

  it('is gone after two turns without an echo where it was seen once, after three where oftener', () => {
    const tentative = { isConfirmed: false, existence: 0.3 }
    expect(isGone(track({ ...tentative, fixes: 1, looks: [look(1)] }))).toBe(false)
    expect(isGone(track({ ...tentative, fixes: 1, looks: [look(2)] }))).toBe(true)
    expect(isGone(track({ ...tentative, fixes: 2, looks: [look(2)] }))).toBe(false)
    expect(isGone(track({ ...tentative, fixes: 2, looks: [look(3)] }))).toBe(true)
  })
})

describe('a conflict', () => {
  it('marks its track for an hour', () => {
    expect([isOverConflict(0, HOUR), isOverConflict(0, HOUR + 1)]).toEqual([false, true])
  })
})
