import { distanceBetween, geodesicBetween, geodesicFrom } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { bequia, off, plot, report, site } from './fixtures/watch.ts'
import { measureEcho, measureReport, newMeasure } from './measure.ts'

const reported = (more: Parameters<typeof report>[2] = {}, isAirborne = false) => {
  const measure = newMeasure()
  measureReport(report(5000, bequia, more), 3, isAirborne, measure)
  return measure
}
const NONE = { range: 0, bearingDeg: 0, time: 0, rangeVariance: 0, bearingVarianceDeg2: 0, isApplied: true }
const echoed = (correction: Partial<typeof NONE> | undefined, place = off(4000)) => {
  const { distance, bearingDeg } = geodesicBetween(site, place)
  const measure = newMeasure()
  measureEcho(plot('radar', 5000, place, { polar: { from: site, range: distance, bearingDeg, rangeSigma: 20, bearingSigmaDeg: 0.3 } }), 1, correction && { ...NONE, ...correction }, measure)
  return measure
}

describe('what a report says of motion', () => {
  it('is where it was and with what error', () => {
    expect(reported()).toMatchObject({ time: 5000, ...bequia, rxx: 100, rxy: 0, ryy: 100, sensor: 3 })
  })

  it('is of when it came, where its clock is ahead', () => {
    expect(reported({ time: 90_000, receivedAt: 6000 }).time).toBe(6000)
  })

  it('is a velocity only where both speed and course are stated', () => {
    expect(reported({ courseDeg: 90 })).toMatchObject({ vx: expect.closeTo(5, 9), vy: expect.closeTo(0, 9) })
    expect(reported({ courseDeg: 90 }).velocityVariance).toBeGreaterThan(0)
    expect(reported().velocityVariance).toBe(0)
  })

  it('is less sure of a fast one, and of an aircraft', () => {
    const slow = reported({ courseDeg: 0, speed: 1 }).velocityVariance
    expect(reported({ courseDeg: 0, speed: 30 }).velocityVariance).toBeGreaterThan(slow)
    expect(reported({ courseDeg: 0, speed: 1 }, true).velocityVariance).toBe(2.25)
  })

  it('has an error of which a part lasts', () => {
    expect(reported().lasting).toBeGreaterThan(0)
    expect(echoed(undefined).lasting).toBe(0)
  })
})

describe('what an echo says of motion', () => {
  it('is what the radar says, as long as nothing is known to be wrong with it', () => {
    expect(echoed(undefined)).toMatchObject({ time: 5000, ...off(4000), rxx: 900, ryy: 900, velocityVariance: 0 })
    expect(echoed({})).toMatchObject({ lat: expect.closeTo(off(4000).lat, 9), lon: expect.closeTo(off(4000).lon, 9) })
  })

  it('is put right where the radar measures too far, turned or late', () => {
    const { distance, bearingDeg } = geodesicBetween(site, off(4000))
    const right = echoed({ range: 100, bearingDeg: 0.5, time: 0.4 })
    expect(distanceBetween(right, geodesicFrom(site, bearingDeg - 0.5, distance - 100))).toBeLessThan(2)
    expect(right.time).toBe(4600)
  })

  it('is left where it is while that is not sure', () => {
    expect(echoed({ range: 100, bearingDeg: 0.5, isApplied: false })).toMatchObject(off(4000))
  })

  it('owns what of the setting is still uncertain, along and across', () => {
    const north = geodesicFrom(site, 0, 6000)
    const { exx, exy, eyy } = echoed({ rangeVariance: 64, bearingVarianceDeg2: 0.01 }, north)
    expect(eyy).toBeCloseTo(64, 3)
    expect(exx).toBeCloseTo(0.01 * ((Math.PI / 180) * 6000) ** 2, 0)
    expect(exy).toBeCloseTo(0, 1)
  })
})
