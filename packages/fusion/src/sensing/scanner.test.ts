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

  it('is not as far as one plot alone, which may be false', () => {
    const scanner = radar({ position: site })
    for (let n = 0; n < 100; n++) scanner.hear(heard(n * 30, 0, geodesicFrom(site, 3 * n, 8000)))
    scanner.hear(heard(3000, 0, geodesicFrom(site, 0, 200_000)))
    expect(scanner.covers(geodesicFrom(site, 0, 8300))).toBe(true)
    expect(scanner.covers(geodesicFrom(site, 0, 9000))).toBe(false)
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

describe('a sensor that shows more than any radar can', () => {
  it('is heard with every so many-th plot from the next second on, spread over all of it', () => {
    const scanner = new Scanner('radar', 0, { means: 'radar', period: 3 })
    for (let n = 0; n < 40_000; n++) scanner.hear(plot('radar', n / 10, bequia))
    const after = scanner.pending.filter(({ receivedAt }) => receivedAt >= 3000)
    expect(after.length).toBeLessThanOrEqual(5000)
    expect(after.length).toBeGreaterThan(4000)
    expect(after.at(-1)!.receivedAt - after[0]!.receivedAt).toBeGreaterThan(990)
  })

  it('is heard with all it says again once it says less', () => {
    const scanner = new Scanner('radar', 0, { means: 'radar', period: 3 })
    for (let n = 0; n < 20_000; n++) scanner.hear(plot('radar', n / 20, bequia))
    scanner.pending = []
    for (let n = 0; n < 100; n++) scanner.hear(plot('radar', 2000 + n, bequia))
    expect(scanner.pending).toHaveLength(100)
  })

  it('begins only so many tracks in one turn, and more in the next', () => {
    const scanner = new Scanner('radar', 0, { means: 'radar', period: 3 })
    scanner.hear(plot('radar', 0, bequia))
    const begun = () => Array.from({ length: 10_000 }, () => scanner.mayBegin(false)).filter(Boolean).length
    expect(begun()).toBe(2500)
    expect(begun()).toBe(0)
    scanner.hear(plot('radar', 3100, bequia))
    expect(begun()).toBe(2500)
  })

  it('and numbers all of it is believed in fewer once it has turned a few times', () => {
    const scanner = new Scanner('radar', 0, { means: 'radar', period: 3 })
    for (let turn = 0; turn < 8; turn++) scanner.hear(plot('radar', turn * 3000, bequia))
    expect(Array.from({ length: 10_000 }, () => scanner.mayBegin(true)).filter(Boolean)).toHaveLength(250)
  })
})

describe('a radar whose clock is off', () => {
  it.each([-86_400_000, 86_400_000])('by %d ms is heard when it was heard', (off) => {
    const scanner = radar()
    scanner.hear(plot('radar', off, bequia, { receivedAt: 0 }))
    expect(scanner.pending[0]!.time).toBe(0)
    expect(scanner.jitter).toBeLessThan(1000)
  })

  it('is not taken for one when a satellite tells of yesterday', () => {
    const scanner = new Scanner('sentinel', 0, { means: 'satellite' })
    scanner.hear(plot('sentinel', -86_400_000, bequia, { receivedAt: 0 }))
    expect(scanner.pending[0]!.time).toBe(-86_400_000)
  })

  it('once only, by minutes, is soon trusted again', () => {
    const scanner = radar()
    scanner.hear(heard(0, 500_000))
    for (let n = 0; n < 300; n++) scanner.hear(heard(500_000 + n * 30))
    expect(scanner.jitter).toBeLessThan(32_000)
  })
})
