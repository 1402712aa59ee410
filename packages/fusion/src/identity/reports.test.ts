import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { bequia, HOUR, MINUTE, off, plot, report, watch } from '../fixtures/watch.ts'

const SCAN = 3000

describe('a report by AIS', () => {
  it('is a track at once, and there for certain', () => {
    const sea = watch()
    sea.hear(report(0, bequia))
    expect(sea.only()).toMatchObject({ existence: expect.closeTo(1, 3), fix: { means: 'ais' }, identity: { probability: 1, isConflicting: false, isPinned: false } })
  })

  it('that two receivers hear is one measurement, and both contribute', () => {
    const alone = watch()
    const both = watch()
    for (let n = 0; n < 10; n++) {
      const heard = report(n * 5000, off(n * 25), { courseDeg: 90 })
      alone.hear(heard)
      both.hear(heard, { ...heard, sensorId: 'castries', receivedAt: heard.receivedAt + 800 })
    }
    expect(both.only().fix).toEqual(alone.only().fix)
    expect(both.only().contributors.map(({ plots }) => plots)).toEqual([10, 10])
    expect(both.shown.size).toBe(1)
  })

  it('does not become surer without end: the receiver on board errs for minutes', () => {
    const sea = watch()
    for (let n = 0; n < 200; n++) sea.hear(report(n * 2000, bequia, { speed: 0, courseDeg: 0 }))
    expect(Math.sqrt(sea.only().fix!.covariance.ee)).toBeGreaterThan(5)
  })

  it('takes over the echo that is just there, and its track', () => {
    const sea = watch()
    for (let n = 0; n < 10; n++) sea.hear(plot('radar', n * SCAN, off(n * 15)))
    sea.settle(9 * SCAN)
    const { id } = sea.only()
    sea.hear(report(9 * SCAN + 500, off(140), { courseDeg: 90 }))
    expect([...sea.shown.keys()]).toEqual([id])
    expect(sea.only().claim.mmsi).toBe(377_000_001)
  })

  it('does not take over an echo that moves otherwise', () => {
    const sea = watch()
    for (let n = 0; n < 20; n++) sea.hear(plot('radar', n * SCAN, off(n * 15)))
    sea.settle(19 * SCAN)
    sea.hear(report(19 * SCAN + 500, off(288), { courseDeg: 270, speed: 9 }))
    expect([...sea.shown.values()].map(({ claim }) => claim.mmsi)).toEqual([undefined, 377_000_001])
  })

  it('does not take over an echo that states another identity just now', () => {
    const sea = watch()
    for (let n = 0; n < 20; n++) sea.hear(plot('radar', n * SCAN, off(n * 15)), report(n * SCAN + 500, off(n * 15 + 2), { courseDeg: 90 }))
    sea.hear(report(19 * SCAN + 900, off(289), { courseDeg: 90, claim: { mmsi: 2 } }))
    expect([...sea.shown.values()].map(({ claim }) => claim.mmsi)).toEqual([377_000_001, 2])
  })

  it('minutes old, by satellite, is of the vessel that has gone on since', () => {
    const sea = watch()
    for (let second = 0; second <= 300; second += 10) sea.hear(report(second * 1000, off(second * 5), { courseDeg: 90 }))
    sea.hear(report(120_000, off(600), { sensorId: 'sentinel', receivedAt: 301_000, courseDeg: 90, covariance: { ee: 2500, en: 0, nn: 2500 } }))
    expect(sea.shown.size).toBe(1)
    expect(sea.only()).toMatchObject({ conflicts: [], fix: { time: 300_000 } })
    expect(distanceBetween(sea.only().fix!.position, off(1500))).toBeLessThan(20)
  })

  it('of a vessel lost for a while, near where it can have gone, goes on with its track', () => {
    const sea = watch()
    for (let n = 0; n < 10; n++) sea.hear(report(n * 10_000, off(n * 50), { courseDeg: 90 }))
    sea.hear(report(20 * MINUTE, off(1200 * 5), { courseDeg: 90 }))
    expect([...sea.shown.keys()]).toEqual(['T-1'])
    expect(sea.only().conflicts).toEqual([])
  })

  it('of a large ship is of the echo anywhere along its hull', () => {
    const sea = watch()
    const dimensions = { bow: 250, stern: 50, port: 20, starboard: 20 }
    sea.tracker.statement({ ...report(0, bequia), claim: { mmsi: 377_000_001, dimensions } })
    for (let n = 0; n < 30; n++) sea.hear(plot('radar', n * SCAN, off(n * 15)), report(n * SCAN + 1000, off(n * 15 - 95), { courseDeg: 90, speed: 5, claim: { mmsi: 377_000_001, dimensions } }))
    sea.settle(30 * SCAN)
    const recent = [...sea.shown.values()].filter(({ heardAt }) => heardAt > 28 * SCAN)
    expect(recent.length).toBeLessThanOrEqual(2)
    expect(recent.some(({ claim }) => claim.mmsi === 377_000_001)).toBe(true)
  })
})

describe('a report of a vessel whose echo was followed as another\'s', () => {
  it('joins both once they prove to be one', () => {
    const sea = watch()
    // At first the vessel states to be 300 m ahead, then rightly.
    for (let n = 0; n < 40; n++) {
      sea.hear(plot('radar', n * SCAN, off(n * 15)), report(n * SCAN + 1000, off(n * 15 + 5 + (n < 10 ? 300 : 0)), { courseDeg: 90 }))
    }
    sea.settle(40 * SCAN)
    const recent = [...sea.shown.values()].filter(({ heardAt }) => heardAt > 38 * SCAN)
    expect(recent).toHaveLength(1)
    expect(recent[0]!.contributors.map(({ sensorId }) => sensorId).toSorted()).toEqual(['kingstown', 'radar'])
  })
})

describe('aircraft', () => {
  const claim = { icaoAddress: 0x4840d6, station: 'aircraft' } as const

  it('are followed as fast as they fly and turn', () => {
    const sea = watch()
    for (let n = 0; n < 60; n++) {
      const turned = Math.max(0, n - 30) * 3
      const radians = (turned * Math.PI) / 180
      const x = n <= 30 ? n * 200 : 6000 + (200 / 0.0524) * Math.sin(radians)
      const south = n <= 30 ? 0 : (200 / 0.0524) * (1 - Math.cos(radians))
      sea.hear(plot('receiver', n * 1000, { lat: bequia.lat - south / 110_640, lon: bequia.lon + x / 108_480 }, { claim, altitude: 3000, covariance: { ee: 900, en: 0, nn: 900 }, speed: 200, courseDeg: 90 + turned }))
    }
    expect(sea.shown.size).toBe(1)
    expect(sea.only()).toMatchObject({ conflicts: [], contributors: [{ plots: 60 }] })
    expect(sea.only().speed).toBeGreaterThan(180)
    expect(sea.only().speed).toBeLessThan(220)
  })

  it('are not taken for dark, nor for what a surface radar should see', () => {
    const sea = watch({ receptionAt: () => 0.9 })
    for (let n = 0; n < 40; n++) sea.hear(plot('radar', n * SCAN, off(9000, 200)), plot('receiver', n * SCAN + 500, off(n * 450), { claim, altitude: 3000, speed: 150, courseDeg: 90 }))
    sea.settle(40 * SCAN)
    const flying = [...sea.shown.values()].find(({ altitude }) => altitude)!
    expect([flying.darkness, flying.suspicion]).toEqual([undefined, undefined])
    sea.tracker.forget(40 * SCAN + HOUR)
    expect(sea.shown.has(flying.id)).toBe(false)
  })
})
