import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combined, inverseOf, times, traceOfProduct, type Covariance } from './covariance.ts'
import { chanceFrom, covariances, logDeterminant, normal } from './fixtures/estimates.ts'
import { intersectionOf } from './intersection.ts'

describe('covariance intersection', () => {
  it('finds the weight that makes the determinant least', () => {
    fc.assert(
      fc.property(covariances, covariances, (A, B) => {
        const { covariance, informationA, informationB } = intersectionOf(A, B)!
        for (let omega = 0; omega <= 1; omega += 0.02) {
          const other = inverseOf(combined(omega, informationA, 1 - omega, informationB))!.inverse
          expect(logDeterminant(covariance)).toBeLessThanOrEqual(logDeterminant(other) + 1e-6)
        }
      }),
    )
  })

  it('of a covariance with itself is itself', () => {
    fc.assert(
      fc.property(covariances, (A) => {
        const { covariance } = intersectionOf(A, A)!
        const most = Math.max(...A)
        covariance.forEach((value, at) => expect(Math.abs(value - A[at]!) / most).toBeLessThan(1e-9))
      }),
    )
  })

  it('is never surer than the truth, however the two are correlated', () => {
    fc.assert(
      fc.property(covariances, covariances, fc.double({ min: -1, max: 1, noNaN: true }), (common, own, share) => {
        // A = C + own, B = s²C + own: errors c + u and s·c + v of independent c, u, v: their covariance is s·C.
        const A = combined(1, common, 1, own)
        const B = combined(share * share, common, 1, own)
        const { omega, covariance, informationA, informationB } = intersectionOf(A, B)!
        for (const direction of [[1, 0, 0, 0], [0, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [3, -1, 2, 1]]) {
          const pulled = times(covariance, direction)
          const [byA, byB] = [times(informationA, pulled), times(informationB, pulled)].map((vector, i) =>
            vector.map((value) => value * (i === 0 ? omega : 1 - omega)),
          )
          const under = (matrix: Covariance, x: number[], y: number[]) =>
            times(matrix, x).reduce((sum, value, i) => sum + value * y[i]!, 0)
          const truth = under(A, byA!, byA!) + under(B, byB!, byB!) + 2 * share * under(common, byA!, byB!)
          expect(truth).toBeLessThanOrEqual(under(covariance, direction, direction) * (1 + 1e-6))
        }
      }),
    )
  })

  it('has an error within its ellipse over thousands of correlated pairs', () => {
    const draw = normal(chanceFrom(7))
    const sigmas = [80, 40, 2, 1]
    const diagonal = (values: readonly number[]): Covariance => {
      const [a, b, c, d] = values.map((value) => value * value)
      return [a!, 0, 0, 0, b!, 0, 0, c!, 0, d!]
    }
    const A = diagonal(sigmas.map((sigma) => sigma * Math.SQRT2))
    const B = diagonal(sigmas.map((sigma, i) => Math.hypot(sigma, sigma * (i % 2 === 0 ? 0.3 : 1.7))))
    const { omega, covariance, informationA, informationB } = intersectionOf(A, B)!
    const precision = inverseOf(covariance)!.inverse
    const RUNS = 4000
    let squared = 0
    for (let run = 0; run < RUNS; run++) {
      const common = sigmas.map((sigma) => sigma * draw())
      const a = common.map((value, i) => value + sigmas[i]! * draw())
      const b = common.map((value, i) => value + sigmas[i]! * (i % 2 === 0 ? 0.3 : 1.7) * draw())
      const pulled = times(informationA, a).map((value, i) => omega * value + (1 - omega) * times(informationB, b)[i]!)
      const error = times(covariance, pulled)
      squared += times(precision, error).reduce((sum, value, i) => sum + value * error[i]!, 0)
    }
    expect(squared / RUNS).toBeLessThan(4)
    expect(squared / RUNS).toBeGreaterThan(2)
  })

  it('is not made of what is no covariance', () => {
    expect(intersectionOf([1, 2, 0, 0, 1, 0, 0, 1, 0, 1], [1, 0, 0, 0, 1, 0, 0, 1, 0, 1])).toBeUndefined()
  })
})

describe('the inverse of a covariance', () => {
  it('times the covariance is one', () => {
    fc.assert(
      fc.property(covariances, (A) => {
        expect(traceOfProduct(A, inverseOf(A)!.inverse)).toBeCloseTo(4, 6)
      }),
    )
  })
})
