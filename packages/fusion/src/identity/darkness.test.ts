import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE, off, plot, report, watch, type Watch } from '../fixtures/watch.ts'
import type { TrackerOptions } from '../tracking.ts'

const everywhere: Partial<TrackerOptions> = { receptionAt: () => 0.9 }
/** A radar sees something go east at 5 m/s, for so long. */
function see({ hear, settle }: Watch, fromSecond: number, toSecond: number, speed = 5) {
  for (let second = fromSecond; second < toSecond; second += 3) hear(plot('radar', second * 1000, off(second * speed)))
  settle(toSecond * 1000)
}
function report5(sea: Watch, second: number, more: Parameters<typeof report>[2] = {}) {
  sea.hear(report(second * 1000, off(second * 5), { courseDeg: 90, ...more }))
}
const receptions = fc.double({ min: 0.3, max: 0.99, noNaN: true })
const darkOf = (sea: Watch) => sea.only().darkness

describe('an object that radar sees and nobody hears', () => {
  it('is half likely dark at first, and the surer the longer it is silent', () => {
    const sea = watch(everywhere)
    const probabilities: number[] = []
    for (let second = 0; second < 300; second += 30) {
      see(sea, second, second + 30)
      probabilities.push(darkOf(sea)!.probability)
    }
    expect(probabilities[0]).toBeGreaterThan(0.5)
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => a - b))
    expect(probabilities.at(-1)).toBeGreaterThan(0.98)
    expect(probabilities.at(-1)).toBeLessThanOrEqual(0.995)
  })

  it('has missed as many reports as it should have sent, less those that are not received', () => {
    const sea = watch(everywhere)
    see(sea, 0, 300)
    // One in 30 seconds at most, nine of ten received.
    expect(darkOf(sea)).toMatchObject({ since: 0, missedReports: 9 })
  })

  it('is not called dark where reports would not be heard: silence there says nothing', () => {
    const sea = watch({ receptionAt: () => 0.1 })
    see(sea, 0, 600)
    expect(darkOf(sea)).toBeUndefined()
  })

  it('is less surely dark the worse reception is', () => {
    fc.assert(
      fc.property(receptions, receptions, (a, b) => {
        const probability = (reception: number) => {
          const sea = watch({ receptionAt: () => reception })
          see(sea, 0, 60)
          return darkOf(sea)!.probability
        }
        if (a < b) expect(probability(a)).toBeLessThanOrEqual(probability(b))
      }),
      { numRuns: 20 },
    )
  })

  it('is judged by where reports were heard lately when nobody tells how reception is', () => {
    const sea = watch()
    see(sea, 0, 60)
    expect(darkOf(sea)).toBeUndefined()
    sea.hear(report(60_000, off(9000), { claim: { mmsi: 2 } }))
    see(sea, 60, 120)
    expect(darkOf(sea)?.probability).toBeGreaterThan(0.7)
  })

  it('takes longer to be called dark where satellites alone hear many', () => {
    const [near, far] = [0, 0.4].map((farShare) => {
      const sea = watch({ ...everywhere, farShare })
      see(sea, 0, 120)
      return darkOf(sea)!.probability
    })
    expect(far).toBeLessThan(near!)
  })

  it('takes longer to be called dark at rest, where reports are minutes apart', () => {
    const [moving, resting] = [5, 0].map((speed) => {
      const sea = watch(everywhere)
      see(sea, 0, 120, speed)
      return darkOf(sea)!.probability
    })
    expect(resting).toBeLessThan(moving!)
  })

  it('is not called dark when it flies', () => {
    const sea = watch(everywhere)
    see(sea, 0, 120, 60)
    expect(sea.only().speed).toBeGreaterThan(40)
    expect(darkOf(sea)).toBeUndefined()
  })
})

describe('a vessel that was heard', () => {
  it('is not dark while it reports', () => {
    const sea = watch(everywhere)
    for (let second = 0; second < 120; second += 6) {
      see(sea, second, second + 6)
      report5(sea, second + 4)
    }
    expect(darkOf(sea)!.probability).toBeLessThan(0.1)
    expect(darkOf(sea)!.missedReports).toBe(0)
  })

  it('is dark once several reports in a row are missed, since the last', () => {
    const sea = watch(everywhere)
    for (let second = 0; second < 120; second += 6) {
      see(sea, second, second + 6)
      report5(sea, second + 4)
    }
    see(sea, 120, 180)
    expect(darkOf(sea)).toMatchObject({ since: 118_000 })
    expect(darkOf(sea)!.probability).toBeGreaterThan(0.9)
    report5(sea, 181)
    see(sea, 180, 184)
    expect(darkOf(sea)!.probability).toBeLessThan(0.1)
  })

  it('is not dark for reports that are only late', () => {
    const sea = watch(everywhere)
    const late = { receivedAt: 0 }
    for (let second = 0; second < 120; second += 6) {
      see(sea, second, second + 6)
      if (second >= 42) report5(sea, second + 5 - 40, { ...late, receivedAt: (second + 5) * 1000 })
    }
    expect(darkOf(sea)!.probability).toBeLessThan(0.2)
  })

  it('is not judged when no radar sees it', () => {
    const sea = watch(everywhere)
    report5(sea, 0)
    report5(sea, 10)
    sea.settle(10 * MINUTE)
    sea.tracker.statement({ ...report(10 * MINUTE, off(0)), claim: { mmsi: 377_000_001 } })
    sea.settle(10 * MINUTE)
    expect(darkOf(sea)).toBeUndefined()
  })
})
