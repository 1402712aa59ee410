import { distanceBetween, geodesicBetween, geodesicFrom } from '@csii/geo'
import type { Plot } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bequia, plot, report, site } from './fixtures/watch.ts'
import { measureEcho, measureReport, newMeasure } from './measure.ts'
import type { Correction } from './registration/bias-pair.ts'

function reported(more: Partial<Plot>, isAirborne = false) {
  const out = newMeasure()
  measureReport(report(5000, bequia, more), 3, isAirborne, out)
  return out
}

describe('what a report says of motion', () => {
  it('is its place, its time and its sensor, with the error that it states', () => {
    expect(reported({})).toMatchObject({ time: 5000, ...bequia, rxx: 100, rxy: 0, ryy: 100, sensor: 3 })
  })

  it('is a velocity where it states speed and course', () => {
    const { vx, vy } = reported({ speed: 5, courseDeg: 90 })
    expect([vx, vy]).toEqual([5, expect.closeTo(0, 12)])
    expect(reported({ speed: 5, courseDeg: 180 }).vy).toBeCloseTo(-5, 12)
  })

  it.each([['course', { speed: 5 }], ['speed', { courseDeg: 90 }]])(
    'is no velocity where it states no %s', (_what, more) => {
      const out = newMeasure()
      measureReport(plot('kingstown', 5000, bequia, more), 3, false, out)
      expect(out).toMatchObject({ vx: 0, vy: 0, velocityVariance: 0 })
    },
  )

  it('is a surer velocity the slower, and never one surer than a receiver is', () => {
    const sigma = (speed: number, isAirborne = false) =>
      Math.sqrt(reported({ speed, courseDeg: 0 }, isAirborne).velocityVariance)
    expect(sigma(0)).toBeCloseTo(0.12, 12)
    expect(sigma(10)).toBeCloseTo(0.27, 12)
    expect(sigma(10, true)).toBeCloseTo(1.5, 12)
    expect(sigma(200, true)).toBeCloseTo(5.4, 12)
  })

  it('has an error of which a third lasts; an echo has none that does', () => {
    expect(reported({}).lasting).toBe(0.35)
    const out = newMeasure()
    measureEcho(plot('radar', 0, bequia), 0, undefined, out)
    expect(out.lasting).toBe(0)
  })

  it('is of when we heard it, where its clock is ahead of ours', () => {
    expect(reported({ time: 9000, receivedAt: 6000 }).time).toBe(6000)
  })
})

const CORRECTION: Correction = {
  range: 50, bearingDeg: 0.5, time: 0.25, rangeVariance: 100, bearingVarianceDeg2: 0.01, isApplied: true,
}

/** The echo of something so far from the radar, on that bearing. */
function echo(range: number, bearingDeg: number, correction?: Correction) {
  const out = newMeasure()
  const polar = { from: site, range, bearingDeg, rangeSigma: 30, bearingSigmaDeg: 0.3 }
  measureEcho(plot('radar', 5000, geodesicFrom(site, bearingDeg, range), { polar }), 0, correction, out)
  return out
}

describe('what an echo says of motion', () => {
  it('is where the radar shows it, as long as nothing is known to be wrong with the radar', () => {
    expect(echo(6000, 30)).toMatchObject({ time: 5000, exx: 0, exy: 0, eyy: 0, ...geodesicFrom(site, 30, 6000) })
  })

  it('is nearer, to the left and earlier where the radar shows all too far, to the right and too late', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 359, noNaN: true }), (bearingDeg) => {
        const corrected = echo(6000, bearingDeg, CORRECTION)
        const seen = geodesicBetween(site, corrected)
        expect(seen.distance).toBeGreaterThan(5948)
        expect(seen.distance).toBeLessThan(5953)
        const expected = geodesicFrom(site, bearingDeg - 0.5, 5950)
        expect(distanceBetween(corrected, expected)).toBeLessThan(2)
        expect(corrected.time).toBe(4750)
      }),
    )
  })

  it('stays where it is while the correction is not sure enough, but may be off by more', () => {
    const unsure = echo(6000, 0, { ...CORRECTION, isApplied: false })
    expect(distanceBetween(unsure, geodesicFrom(site, 0, 6000))).toBe(0)
    // To the north the range is along y: 10 m; 0.1 degrees at 6 km are 10.5 m across.
    expect(Math.sqrt(unsure.eyy)).toBeCloseTo(10, 9)
    expect(Math.sqrt(unsure.exx)).toBeCloseTo(10.47, 2)
  })

  it('has nothing to be corrected by where only its place is known', () => {
    const out = newMeasure()
    measureEcho(plot('radar', 5000, bequia), 0, CORRECTION, out)
    expect(out).toMatchObject({ time: 5000, ...bequia, exx: 0, eyy: 0 })
  })

  it('leaves nothing of the plot before it', () => {
    const out = { ...newMeasure(), vx: 9, vy: 9, velocityVariance: 9, lasting: 1, exx: 9, exy: 9, eyy: 9 }
    measureEcho(plot('radar', 5000, bequia), 0, undefined, out)
    expect(out).toMatchObject({ vx: 0, vy: 0, velocityVariance: 0, lasting: 0, exx: 0, exy: 0, eyy: 0 })
  })
})
