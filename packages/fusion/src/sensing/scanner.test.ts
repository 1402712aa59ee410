import { geodesicFrom } from '@csii/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bequia, off, plot, site } from '../fixtures/watch.ts'
import { Scanner, type SensorFacts } from './scanner.ts'

const radar = (facts: Partial<SensorFacts> = {}) => new Scanner('radar', 0, { means: 'radar', ...facts })
const heard = (time: number, delay = 0, place = bequia) => plot('radar', time, place, { receivedAt: time + delay })

describe('how much the arrival of plots differs', () => {
  it('is taken to be a quarter of a second before any came', () => {
    expect(radar().jitter).toBe(250)
  })

  it('is no less though all took the same time, however long', () => {
    const scanner = radar()
    for (let n = 0; n < 100; n++) scanner.hear(heard(n * 30, 4000))
    expect(scanner.jitter).toBeGreaterThanOrEqual(200)
    expect(scanner.jitter).toBeLessThan(400)
  })

  it('grows with the latest, and shrinks again when they come evenly', () => {
    const scanner = radar()
    for (let n = 0; n < 100; n++) scanner.hear(heard(n * 30, n % 20 === 0 ? 2000 : 100))
    expect(scanner.jitter).toBeGreaterThan(1700)
    for (let n = 100; n < 2000; n++) scanner.hear(heard(n * 30, 100))
    expect(scanner.jitter).toBeLessThan(400)
  })

  it('is never negative', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: -5000, max: 5000 }))), (plots) => {
        const scanner = radar()
        for (const [time, delay] of plots) {
          scanner.hear(heard(time, delay))
          expect(scanner.jitter).toBeGreaterThanOrEqual(0)
          expect(scanner.latest).toBeLessThanOrEqual(scanner.heardAt)
        }
      }),
    )
  })
})

describe('a sensor that turns', () => {
  it('takes as long for a turn as it was told, else as radars do', () => {
    expect(radar({ period: 2.4 }).period).toBe(2400)
    expect(radar().period).toBe(3000)
  })

  it('counts its turns by the times of its plots', () => {
    const scanner = radar({ period: 3 })
    for (let time = 0; time <= 30_000; time += 100) scanner.hear(heard(time))
    expect(scanner.scans).toBeCloseTo(10, 6)
  })

  it('expects less and less that it has not seen yet', () => {
    const scanner = radar({ period: 3 })
    const first = scanner.unseen
    let before = first
    for (let time = 0; time <= 60_000; time += 1000) {
      scanner.hear(heard(time))
      expect(scanner.unseen).toBeLessThanOrEqual(before)
      before = scanner.unseen
    }
    expect(before).toBeLessThan(first / 100)
    expect(before).toBeGreaterThan(0)
  })

  it('hears what its clock dates later than now when it came', () => {
    const scanner = radar()
    scanner.hear(heard(600_000, -590_000))
    expect(scanner.latest).toBe(10_000)
    expect(scanner.pending[0]!.time).toBe(10_000)
  })

  it('begins again from now when our clock was ahead', () => {
    const scanner = radar()
    scanner.hear(heard(1e9))
    scanner.setBack(5000)
    expect([scanner.latest, scanner.heardAt, scanner.pending[0]!.time]).toEqual([5000, 5000, 5000])
  })
})

describe('what a sensor covers', () => {
  it('is what lies within its range, where that is told', () => {
    const scanner = radar({ position: site, range: 10_000 })
    expect(scanner.covers(geodesicFrom(site, 40, 9_900))).toBe(true)
    expect(scanner.covers(geodesicFrom(site, 40, 10_100))).toBe(false)
  })

  it('is nothing while nobody knows where it stands', () => {
    const scanner = radar()
    scanner.hear(heard(0))
    expect(scanner.covers(bequia)).toBe(false)
  })

  it('is a little more than it has shown, where its range is not told', () => {
    const scanner = radar({ position: site })
    scanner.hear(heard(0, 0, geodesicFrom(site, 0, 8000)))
    expect(scanner.covers(geodesicFrom(site, 90, 8300))).toBe(true)
    expect(scanner.covers(geodesicFrom(site, 90, 8500))).toBe(false)
  })

  it('moves with a radar on a vessel', () => {
    const scanner = radar()
    const polar = { range: 5000, bearingDeg: 0, rangeSigma: 20, bearingSigmaDeg: 0.5 }
    scanner.hear({ ...heard(0), polar: { ...polar, from: bequia } })
    expect(scanner.covers(off(4000))).toBe(true)
    scanner.hear({ ...heard(3000), polar: { ...polar, from: off(50_000) } })
    expect(scanner.covers(off(4000))).toBe(false)
    expect(scanner.covers(off(48_000))).toBe(true)
  })
})

describe('what a sensor that is new makes of its first plots', () => {
  it('is that few are real until some were seen again', () => {
    const scanner = radar({ period: 3 })
    for (let time = 0; time <= 6000; time += 100) scanner.hear(heard(time))
    const unproven = scanner.realShare
    for (let n = 0; n < 10; n++) scanner.confirmNew()
    expect(unproven).toBe(0)
    expect(scanner.realShare).toBeGreaterThan(0.5)
    for (let n = 0; n < 100; n++) scanner.begin()
    expect(scanner.realShare).toBeLessThan(0.2)
  })
})
