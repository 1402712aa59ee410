import type { Track } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sigmaAt, sigmaOf } from './sigma.ts'

const fixed = (speed?: number): Track => ({
  id: 'T-1', serial: 1, simulated: false, heardAt: 0, speed, claim: {}, claims: [], contributors: [], conflicts: [],
  existence: 1, revision: 0,
  fix: { time: 0, position: { lat: 13, lon: -61 }, covariance: { ee: 100, en: 0, nn: 100 }, means: 'ais' },
})

describe('the uncertainty of a position', () => {
  it('is the mean of its two axes', () => {
    expect(sigmaOf({ ee: 100, en: 0, nn: 100 })).toBe(10)
    expect(sigmaOf({ ee: 200, en: 50, nn: 0 })).toBe(10)
  })

  it('is that of the fix when the fix is fresh', () => {
    expect(sigmaAt(fixed(10), 0)).toBe(10)
  })

  it('grows with the way a ship can have gone', () => {
    expect(sigmaAt(fixed(5), 60_000)).toBeCloseTo(Math.hypot(10, 300))
    expect(sigmaAt(fixed(), 60_000)).toBeCloseTo(Math.hypot(10, 300))
  })

  it('stays where it is for a ship that says it lies still', () => {
    expect(sigmaAt(fixed(0), 3_600_000)).toBe(10)
  })

  it('never shrinks as time passes', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(1e8), fc.nat(1e8), (speed, t, more) => {
        expect(sigmaAt(fixed(speed), t + more)!).toBeGreaterThanOrEqual(sigmaAt(fixed(speed), t)!)
      }),
    )
  })

  it('is unknown while the place is', () => {
    expect(sigmaAt({ ...fixed(5), fix: undefined }, 0)).toBeUndefined()
  })
})
