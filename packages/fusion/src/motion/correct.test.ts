import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correct } from './correct.ts'
import { packedIndex } from './packed.ts'

const fit = { distanceSquared: 0, logLikelihood: 0, gain: 0 }
/** Of four or five components, each with this variance. */
function believed(size: number, variance: number): Float64Array {
  const s = new Float64Array(size + (size * (size + 1)) / 2)
  for (let i = 0; i < size; i++) s[size + packedIndex(size)[i * size + i]!] = variance
  return s
}

describe('a correction', () => {
  it.each([4, 5])('of %d components halves the error where the measurement is as good as what is believed', (size) => {
    const s = believed(size, 100)
    correct(s, 0, size, size, 0, 10, -20, 100, 0, 100, fit)
    expect([...s.subarray(0, 2)]).toEqual([5, -10])
    expect(s[size]).toBeCloseTo(50, 9)
    expect(fit.gain).toBe(0.5)
    // (10² + 20²) / 200, and ln N(ν; 0, S) with |S| = 200².
    expect(fit.distanceSquared).toBeCloseTo(2.5, 9)
    expect(fit.logLikelihood).toBeCloseTo(-1.25 - Math.log(200) - Math.log(2 * Math.PI), 9)
  })

  it('leaves alone what the measurement says nothing of', () => {
    const s = believed(4, 100)
    correct(s, 0, 4, 4, 0, 10, -20, 100, 0, 100, fit)
    expect([s[2], s[3]]).toEqual([0, 0])
    expect(s[4 + packedIndex(4)[2 * 4 + 2]!]).toBeCloseTo(100, 9)
  })

  it('takes in a velocity as it does a place', () => {
    const s = believed(4, 9)
    correct(s, 0, 4, 4, 2, 6, 0, 9, 0, 9, fit)
    expect([...s.subarray(0, 4)]).toEqual([0, 0, 3, 0])
  })

  it('never makes anything less sure, and never impossible, however precise or poor it is', () => {
    const sigma = fc.constantFrom(1e-3, 1, 100, 1e5)
    fc.assert(
      fc.property(sigma, sigma, fc.double({ min: -0.99, max: 0.99, noNaN: true }), (own, theirs, correlation) => {
        const s = believed(4, own ** 2)
        for (let n = 0; n < 20; n++) {
          const before = [s[4]!, s[8]!]
          correct(s, 0, 4, 4, 0, n, -n, theirs ** 2, correlation * theirs ** 2, theirs ** 2, fit)
          const [xx, xy, yy] = [s[4]!, s[5]!, s[8]!]
          expect(xx).toBeLessThanOrEqual(before[0]! * (1 + 1e-9))
          expect(yy).toBeLessThanOrEqual(before[1]! * (1 + 1e-9))
          expect(xx * yy - xy * xy).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('comes to the same whichever of two measurements is first', () => {
    const [one, other] = [believed(4, 400), believed(4, 400)]
    const sights = [[10, 5, 100, 30, 50], [-4, 8, 20, -5, 90]] as const
    for (const [a, b, raa, rab, rbb] of sights) correct(one, 0, 4, 4, 0, a, b, raa, rab, rbb, fit)
    for (const [a, b, raa, rab, rbb] of sights.toReversed()) correct(other, 0, 4, 4, 0, a, b, raa, rab, rbb, fit)
    one.forEach((value, at) => expect(value).toBeCloseTo(other[at]!, 9))
  })
})
