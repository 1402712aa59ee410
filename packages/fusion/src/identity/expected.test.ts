import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bequia, off } from '../fixtures/watch.ts'
import { newMeasure } from '../measure.ts'
import { Scene } from '../scene.ts'
import type { Followed } from '../tracks/followed.ts'
import { expectedInterval, speedOf } from './expected.ts'
import { HearingMap } from './hearing-map.ts'
import { hearReport, newIdentity } from './identity.ts'

let serial = 0
const scene = new Scene(false, () => ++serial, () => ({ means: 'ais' }), () => 100)
function moving(speed: number): Followed {
  const track = scene.start(0)
  scene.place(track, { ...newMeasure(), ...bequia, rxx: 100, ryy: 100, vx: speed, velocityVariance: 0.01 })
  return track
}
function heard(...times: number[]) {
  const identity = newIdentity(377_000_001)
  for (const time of times) hearReport(identity, time * 1000, time * 1000, {})
  return identity
}

describe('how long an object stays silent between reports', () => {
  it('is as the standard says for how it moves', () => {
    expect(expectedInterval(moving(5), heard(0))).toBe(10)
    expect(expectedInterval(moving(0), heard(0))).toBe(180)
    expect(expectedInterval(moving(5), undefined)).toBe(30)
    expect(expectedInterval(moving(5), { ...heard(0), isClassB: true })).toBe(30)
  })

  it('is longer where it has shown to report less often', () => {
    expect(expectedInterval(moving(5), heard(...Array.from({ length: 30 }, (_, n) => n * 60)))).toBeCloseTo(60, 0)
    expect(expectedInterval(moving(5), heard(...Array.from({ length: 30 }, (_, n) => n * 2)))).toBe(10)
  })

  it('is never shorter for having heard less', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3600), { minLength: 1 }), (times) => {
        expect(expectedInterval(moving(5), heard(...times.toSorted((a, b) => a - b)))).toBeGreaterThanOrEqual(10)
      }),
    )
  })

  it('is not learnt from a silence of a quarter of an hour', () => {
    expect(heard(0, 10, 20, 5000).interval).toBeCloseTo(10, 0)
  })

  it('knows no speed of what nobody has placed', () => {
    expect(speedOf(scene.start(0))).toBe(0)
    expect(speedOf(moving(7))).toBeCloseTo(7, 1)
  })
})

describe('an identity', () => {
  it('remembers the longest that a report took to arrive, less and less', () => {
    const identity = newIdentity(1)
    hearReport(identity, 0, 60_000, {})
    expect(identity.delay).toBe(60_000)
    for (let n = 0; n < 200; n++) hearReport(identity, n * 10_000, n * 10_000 + 500, {})
    expect(identity.delay).toBeLessThan(2000)
    expect(identity.delay).toBeGreaterThanOrEqual(500)
  })

  it('is of class B once it has said so', () => {
    const identity = newIdentity(1)
    hearReport(identity, 0, 0, { station: 'class-b' })
    hearReport(identity, 1000, 1000, {})
    expect(identity).toMatchObject({ isClassB: true, reports: 2, lastAt: 1000 })
  })

  it('is not heard earlier for a report that comes late', () => {
    const identity = heard(100)
    hearReport(identity, 50_000, 101_000, {})
    expect(identity).toMatchObject({ lastAt: 100_000, receivedAt: 101_000 })
  })
})

describe('the map of hearing', () => {
  it('knows that reports are received about where they were lately', () => {
    const map = new HearingMap()
    map.hear(bequia, 0)
    expect(map.at(off(10_000), 60_000)).toBe(0.9)
    expect(map.at(off(100_000), 60_000)).toBe(0)
  })

  it('takes the receiver for deaf when nothing came for ten usual gaps, and knows since when it hears again', () => {
    const map = new HearingMap()
    for (let second = 0; second <= 600; second += 10) map.hear(bequia, second * 1000)
    expect([map.at(bequia, 690_000), map.at(bequia, 720_000)]).toEqual([0.9, 0])
    map.hear(bequia, 800_000)
    expect([map.at(bequia, 805_000), map.resumedAt(bequia)]).toEqual([0.9, 800_000])
  })

  it('is not kept from hearing by a clock that was ahead', () => {
    const map = new HearingMap()
    map.hear(bequia, 1e12)
    expect(map.at(bequia, 0)).toBe(0)
    map.hear(bequia, 1000)
    expect(map.at(bequia, 2000)).toBe(0.9)
  })
})
