import { geodesicFrom } from '@csii/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClutterMap } from './clutter-map.ts'
import { DetectionMap } from './detection-map.ts'
import { ScanClock } from './scan-clock.ts'

const here = { lat: 13.01, lon: -61.24 }
const far = geodesicFrom(here, 90, 30_000)
const EXPECTED = 2e-8

describe('the map of clutter', () => {
  it('says what is expected as long as nothing was seen', () => {
    expect(new ClutterMap().at(here, 0, EXPECTED)).toBeCloseTo(EXPECTED, 12)
  })

  it('is denser where false plots come, and there only', () => {
    const map = new ClutterMap()
    for (let scan = 0; scan < 50; scan++) for (let n = 0; n < 5; n++) map.count(geodesicFrom(here, n * 72, 500), scan)
    expect(map.at(here, 50, EXPECTED)).toBeGreaterThan(5 * EXPECTED)
    expect(map.at(far, 50, EXPECTED)).toBeLessThan(EXPECTED)
  })

  it('is about as dense as what comes: five in each scan on some five square kilometres', () => {
    const map = new ClutterMap()
    for (let scan = 0; scan < 300; scan++) for (let n = 0; n < 5; n++) map.count(here, scan)
    const density = map.at(here, 300, EXPECTED)
    expect(density).toBeGreaterThan(1e-7)
    expect(density).toBeLessThan(2e-6)
  })

  it('forgets what is long ago', () => {
    const map = new ClutterMap()
    for (let scan = 0; scan < 50; scan++) map.count(here, scan)
    const lately = map.at(here, 50, EXPECTED)
    expect(map.at(here, 600, EXPECTED)).toBeLessThan(lately / 10)
  })

  it('never believes that nothing false can come', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.double({ min: 0, max: 1e-6, noNaN: true }), (scan, expected) => {
        expect(new ClutterMap().at(here, scan, expected)).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the map of detection', () => {
  it('says what a coastal radar is taken to see before it has shown what it sees', () => {
    expect(new DetectionMap().at(here)).toBe(0.85)
  })

  it('learns how often the sensor sees what is there, by place', () => {
    const map = new DetectionMap()
    for (let look = 0; look < 500; look++) map.learn(here.lat, here.lon, look % 10 < 6)
    expect(map.at(here)).toBeCloseTo(0.6, 1)
    expect(map.at(far)).toBe(0.85)
  })

  it('learns anew when what is seen changes', () => {
    const map = new DetectionMap()
    for (let look = 0; look < 2000; look++) map.learn(here.lat, here.lon, true)
    for (let look = 0; look < 2000; look++) map.learn(here.lat, here.lon, false)
    expect(map.at(here)).toBeLessThan(0.1)
  })

  it('is a probability whatever it is told', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 1000 }), (looks) => {
        const map = new DetectionMap()
        for (const isSeen of looks) map.learn(here.lat, here.lon, isSeen)
        expect(map.at(here)).toBeGreaterThan(0)
        expect(map.at(here)).toBeLessThan(1)
      }),
    )
  })
})

describe('the clock of a scan', () => {
  it('says what it was told until it has learnt', () => {
    const clock = new ScanClock(3)
    clock.learn(2.4)
    expect(clock.period).toBe(3)
  })

  it('learns one turn from gaps of one, a few of two or more, and a plot too many', () => {
    const clock = new ScanClock(3)
    for (let n = 0; n < 64; n++) clock.learn(n % 5 === 0 ? 4.8 : n % 11 === 0 ? 0.3 : 2.4 + 0.02 * (n % 3))
    expect(clock.period).toBeGreaterThan(2.39)
    expect(clock.period).toBeLessThan(2.45)
  })

  it('learns that the radar turns slower from now on', () => {
    const clock = new ScanClock(2)
    for (let n = 0; n < 40; n++) clock.learn(2)
    for (let n = 0; n < 40; n++) clock.learn(5)
    expect(clock.period).toBe(5)
  })

  it('learns nothing of gaps that are no turn', () => {
    const clock = new ScanClock(3)
    for (let n = 0; n < 40; n++) clock.learn(n % 2 === 0 ? 0.01 : 600)
    expect(clock.period).toBe(3)
  })
})
