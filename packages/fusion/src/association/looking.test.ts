import { geodesicFrom } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { off, site } from '../fixtures/watch.ts'
import { newMeasure } from '../measure.ts'
import { Scene } from '../scene.ts'
import type { Followed } from '../tracks/followed.ts'
import { detectionOf, passTurns, seeIn } from './looking.ts'

const FACTS = { means: 'radar', position: site, range: 20_000, period: 3 } as const
const PERIOD = 3000

function sea() {
  let serial = 0
  const scene = new Scene(false, () => ++serial, () => FACTS, () => {})
  const radar = scene.scannerOf('radar')
  const at = (place = off(0), more: Partial<Followed> = {}): Followed => {
    const track = scene.start(0)
    scene.place(track, { ...newMeasure(), ...place, rxx: 100, ryy: 100, velocityVariance: 0.01 })
    return Object.assign(track, { isConfirmed: true, existence: 0.99, ...more })
  }
  /** Something far off is seen at this time, and the turn passes. */
  const turnAt = (time: number) => {
    radar.latest = time
    radar.heardAt = time
    passTurns(scene, radar)
  }
  return { scene, radar, at, turnAt }
}

describe('a look without an echo', () => {
  it('makes what the radar has seen less likely, the more the oftener', () => {
    const { scene, radar, at, turnAt } = sea()
    const track = at()
    seeIn(scene, track, radar, 0, off(0))
    const believed = [1, 2, 3, 4].map((turn) => {
      turnAt(turn * 1.5 * PERIOD + 500)
      return track.existence
    })
    expect(believed).toEqual(believed.toSorted((a, b) => b - a))
    expect(believed.at(-1)).toBeLessThan(0.7)
    expect(track.looks[0]!.misses).toBeGreaterThanOrEqual(3)
  })

  it('says nothing of what lies beyond the radar\'s range, where another keeps it', () => {
    const { at, turnAt } = sea()
    const track = at(geodesicFrom(site, 0, 25_000))
    for (let turn = 1; turn < 20; turn++) turnAt(turn * PERIOD)
    expect([track.existence, track.looks]).toEqual([0.99, []])
  })

  it('leaves little of what has gone out of the only radar\'s sight', () => {
    const { scene, radar, at, turnAt } = sea()
    const track = at(geodesicFrom(site, 0, 25_000))
    seeIn(scene, track, radar, 0, off(0))
    for (let turn = 1; turn < 40; turn++) turnAt(turn * PERIOD)
    expect(track.existence).toBeLessThan(0.1)
  })

  it('says nothing of what states that it is there', () => {
    const { scene, radar, at, turnAt } = sea()
    const track = at(off(0), { lastReportAt: 55_000 })
    scene.own(track, scene.identityOf(1))
    seeIn(scene, track, radar, 0, off(0))
    for (let turn = 1; turn < 20; turn++) turnAt(turn * PERIOD)
    expect(track.existence).toBe(0.99)
    expect(track.looks[0]!.misses).toBeGreaterThan(10)
  })

  it('says nothing while the radar is silent', () => {
    const { scene, radar, at, turnAt } = sea()
    const track = at()
    seeIn(scene, track, radar, 0, off(0))
    radar.latest = 0
    for (let turn = 1; turn < 20; turn++) passTurns(scene, radar)
    expect(track.existence).toBe(0.99)
    turnAt(100)
    expect(track.looks[0]!.misses).toBe(0)
  })

  it('says nothing of what a person took from this radar', () => {
    const { at, turnAt } = sea()
    const track = at(off(0), { reluctance: new Map([['radar', Infinity]]) })
    for (let turn = 1; turn < 20; turn++) turnAt(turn * PERIOD)
    expect([track.existence, track.looks]).toEqual([0.99, []])
  })

  it('counts for three turns at most after a pause of all', () => {
    const { scene, radar, at, turnAt } = sea()
    const track = at()
    seeIn(scene, track, radar, 0, off(0))
    turnAt(1000 * PERIOD)
    expect(track.looks[0]!.misses).toBeLessThanOrEqual(3)
  })
})

describe('how likely the radar is to see an object', () => {
  it('is what it sees there, before it has looked', () => {
    const { radar, at } = sea()
    expect(detectionOf(at(), radar, off(0))).toBe(0.85)
  })

  it('rises with each echo and falls with each miss', () => {
    const { scene, radar, at, turnAt } = sea()
    const track = at()
    seeIn(scene, track, radar, 0, off(0))
    const once = detectionOf(track, radar, off(0))
    for (let turn = 1; turn < 20; turn++) seeIn(scene, track, radar, turn * PERIOD, off(0))
    const often = detectionOf(track, radar, off(0))
    for (let turn = 20; turn < 40; turn++) turnAt(turn * PERIOD)
    expect(often).toBeGreaterThanOrEqual(once)
    expect(detectionOf(track, radar, off(0))).toBeLessThan(often)
    expect(detectionOf(track, radar, off(0))).toBeGreaterThanOrEqual(0.02)
  })

  it('is next to nothing beyond its range', () => {
    const { radar, at } = sea()
    expect(detectionOf(at(), radar, geodesicFrom(site, 0, 25_000))).toBeLessThan(0.01)
  })

  it('teaches the radar how long its turn is', () => {
    const { scene, radar, at } = sea()
    const track = at()
    for (let turn = 0; turn < 40; turn++) seeIn(scene, track, radar, turn * 2400, off(0))
    expect(radar.period).toBe(2400)
  })
})
