import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covarianceOfEllipse, ellipseOfCovariance, sigmasAt } from './ellipse.ts'

describe('an error ellipse', () => {
  it('reaches as many standard deviations as its probability says', () => {
    // Quantiles of the chi-square distribution with two degrees of freedom, from any table.
    expect(sigmasAt(0.5) ** 2).toBeCloseTo(1.386, 3)
    expect(sigmasAt(0.9) ** 2).toBeCloseTo(4.605, 3)
    expect(sigmasAt(0.95) ** 2).toBeCloseTo(5.991, 3)
    expect(sigmasAt(0.99) ** 2).toBeCloseTo(9.21, 3)
    expect(sigmasAt(1 - Math.exp(-0.5))).toBeCloseTo(1, 12)
  })

  it('lies north and south, or east and west, or between', () => {
    const axes = { semiMajor: sigmasAt(0.95) * 300, semiMinor: sigmasAt(0.95) * 100 }
    const north = covarianceOfEllipse({ ...axes, orientationDeg: 0 }, 0.95)
    expect([Math.sqrt(north.ee), Math.sqrt(north.nn)]).toEqual([expect.closeTo(100, 6), expect.closeTo(300, 6)])
    const east = covarianceOfEllipse({ ...axes, orientationDeg: 90 }, 0.95)
    expect([Math.sqrt(east.ee), Math.sqrt(east.nn)]).toEqual([expect.closeTo(300, 6), expect.closeTo(100, 6)])
    expect(covarianceOfEllipse({ ...axes, orientationDeg: 45 }, 0.95).en).toBeCloseTo((300 ** 2 - 100 ** 2) / 2, 3)
    expect(covarianceOfEllipse({ ...axes, orientationDeg: 135 }, 0.95).en).toBeCloseTo(-(300 ** 2 - 100 ** 2) / 2, 3)
  })

  it('is the same after it was a covariance', () => {
    const ellipses = fc.record({
      semiMinor: fc.double({ min: 10, max: 1000, noNaN: true }),
      longer: fc.double({ min: 1.05, max: 20, noNaN: true }),
      orientationDeg: fc.double({ min: 0, max: 179.99, noNaN: true }),
    })
    fc.assert(
      fc.property(
        ellipses,
        fc.double({ min: 0.1, max: 0.999, noNaN: true }),
        ({ semiMinor, longer, orientationDeg }, level) => {
          const semiMajor = semiMinor * longer
          const back = ellipseOfCovariance(covarianceOfEllipse({ semiMajor, semiMinor, orientationDeg }, level), level)
          expect(back.semiMajor / semiMajor).toBeCloseTo(1, 6)
          expect(back.semiMinor / semiMinor).toBeCloseTo(1, 4)
          const turn = Math.abs(back.orientationDeg - orientationDeg)
          expect(Math.min(turn, 180 - turn)).toBeLessThan(1e-4)
        },
      ),
    )
  })

  it('holds the share of plots that its probability says', () => {
    // Sixty-four by sixty-four equally likely steps of a standard normal pair: radius by its distribution, and angle.
    const ellipse = { semiMajor: 3000, semiMinor: 800, orientationDeg: 30 }
    const { ee, en, nn } = covarianceOfEllipse(ellipse, 0.95)
    let inside = 0
    for (let ring = 0; ring < 64; ring++) {
      for (let turn = 0; turn < 64; turn++) {
        const radius = Math.sqrt(-2 * Math.log(1 - (ring + 0.5) / 64))
        const [u, v] = [radius * Math.cos((turn * Math.PI) / 32), radius * Math.sin((turn * Math.PI) / 32)]
        const [east, north] = [Math.sqrt(ee) * u, (en / Math.sqrt(ee)) * u + Math.sqrt(nn - (en * en) / ee) * v]
        const angle = (30 * Math.PI) / 180
        const [along, across] = [
          east * Math.sin(angle) + north * Math.cos(angle),
          east * Math.cos(angle) - north * Math.sin(angle),
        ]
        if ((along / 3000) ** 2 + (across / 800) ** 2 <= 1) inside++
      }
    }
    expect(inside / 64 ** 2).toBeCloseTo(0.95, 1)
  })
})
