import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from '../fixtures/followed.ts'
import { bequia, off, plot, SECOND } from '../fixtures/watch.ts'
import { lookOf } from '../tracks/followed.ts'
import { detectionOf, passTurns, seeIn } from './looking.ts'

/** A radar that turns in 3 s and shows something far off in each turn; beside it one track, seen at first. */
function turning({ isSeen = true } = {}) {
  const scene = emptyScene()
  const scanner = scene.scannerOf('radar')
  const track = followed(scene, bequia, { vx: 0 })
  if (isSeen) seeIn(scene, track, scanner, 0, bequia)
  return {
    scene, scanner, track,
    turn(from: number, to: number) {
      for (let turn = from; turn < to; turn++) {
        scanner.hear(plot('radar', turn * 3 * SECOND, off(15_000)))
        passTurns(scene, scanner)
      }
    },
  }
}

describe('how likely a sensor sees an object when it looks', () => {
  it('is what it has shown of the place, as long as it has not looked at the object', () => {
    const { scanner, track } = turning({ isSeen: false })
    expect(detectionOf(track, scanner, bequia)).toBe(scanner.detection.at(bequia))
  })

  it('is next to nothing beyond its range', () => {
    const { scanner, track } = turning()
    expect(detectionOf(track, scanner, off(60_000))).toBe(0.001)
  })

  it('becomes what the object shows: a wooden boat is seen less often than the ships about it', () => {
    const { scene, scanner, track } = turning()
    const before = detectionOf(track, scanner, bequia)
    const look = lookOf(track, scanner)!
    Object.assign(look, { looks: 30, seen: 6 })
    expect(detectionOf(track, scanner, bequia)).toBeLessThan(before / 2)
    expect(detectionOf(followed(scene), scanner, bequia)).toBe(scanner.detection.at(bequia))
  })

  it('is never certain, nor ever impossible within its range', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (looks, share) => {
        const { scanner, track } = turning()
        Object.assign(lookOf(track, scanner)!, { looks, seen: share * looks })
        const detection = detectionOf(track, scanner, bequia)
        expect(detection).toBeGreaterThanOrEqual(0.02)
        expect(detection).toBeLessThanOrEqual(0.98)
      }),
    )
  })
})

describe('an object that a sensor sees', () => {
  it('is missed no longer, and seen once more', () => {
    const { scene, scanner, track } = turning()
    const look = lookOf(track, scanner)!
    look.misses = 4
    seeIn(scene, track, scanner, 15_000, bequia)
    expect(look).toMatchObject({ misses: 0, seenAt: 15_000, lastAt: 15_000 })
    expect(look.seen).toBeCloseTo(1.97, 9)
  })

  it('is not seen earlier by a plot that comes late', () => {
    const { scene, scanner, track } = turning()
    seeIn(scene, track, scanner, 15_000, bequia)
    seeIn(scene, track, scanner, 9_000, bequia)
    expect(lookOf(track, scanner)).toMatchObject({ seenAt: 15_000, lastAt: 15_000 })
  })

  it('teaches the sensor what it sees there once it is confirmed, and not before', () => {
    const { scene, scanner, track } = turning()
    const before = scanner.detection.at(bequia)
    track.isConfirmed = false
    for (let n = 1; n < 20; n++) seeIn(scene, track, scanner, n * 3000, bequia)
    expect(scanner.detection.at(bequia)).toBe(before)
    track.isConfirmed = true
    for (let n = 20; n < 40; n++) seeIn(scene, track, scanner, n * 3000, bequia)
    expect(scanner.detection.at(bequia)).toBeGreaterThan(before)
  })
})

describe('turns that pass', () => {
  it('make an object the less likely the more of them do not show it', () => {
    const { track, turn } = turning()
    const existences: number[] = []
    for (let n = 0; n < 6; n++) {
      turn(n * 2, n * 2 + 2)
      existences.push(track.existence)
    }
    expect(existences).toEqual(existences.toSorted((a, b) => b - a))
    expect(existences.at(-1)).toBeLessThan(0.1)
  })

  it('are counted one by one, and not before one is overdue', () => {
    const { scanner, track, turn } = turning()
    turn(0, 2)
    expect(lookOf(track, scanner)!.misses).toBe(0)
    turn(2, 6)
    expect(lookOf(track, scanner)!.misses).toBe(4)
  })

  it('say nothing while nothing comes from the sensor', () => {
    const { scene, scanner, track } = turning()
    scanner.hear(plot('radar', 0, off(15_000)))
    for (let n = 0; n < 100; n++) passTurns(scene, scanner)
    expect(track.existence).toBe(0.99)
  })

  it('do not judge by more than three what nobody looked at meanwhile', () => {
    const { scanner, track, turn } = turning()
    turn(0, 1)
    turn(1000, 1001)
    expect(lookOf(track, scanner)!.misses).toBe(3)
  })

  it('cast no doubt on the existence of what has just said that it is there', () => {
    const { scene, track, turn, scanner } = turning()
    scene.own(track, scene.identityOf(377_000_001))
    track.lastReportAt = 0
    turn(0, 10)
    expect(track.existence).toBe(0.99)
    expect(lookOf(track, scanner)!.misses).toBeGreaterThan(5)
  })

  it('do not count where a person has said that this sensor shows another object', () => {
    const { scanner, track, turn } = turning()
    track.reluctance = new Map([['radar', Infinity]])
    turn(0, 10)
    expect(lookOf(track, scanner)!.misses).toBe(0)
  })

  it('begin to count for what is within the cover though it was never seen', () => {
    const { scanner, track, turn } = turning({ isSeen: false })
    turn(0, 10)
    expect(lookOf(track, scanner)).toMatchObject({ seenAt: -Infinity })
    expect(lookOf(track, scanner)!.misses).toBeGreaterThan(5)
  })

  it('tell nothing of what is beyond the cover and was never seen', () => {
    const { scene, scanner, turn } = turning()
    const far = followed(scene, off(60_000))
    turn(0, 10)
    expect(lookOf(far, scanner)).toBeUndefined()
    expect(far.existence).toBe(0.99)
  })
})
