import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correct } from './correct.ts'
import { packedIndex } from './packed.ts'
import { predictSteady, predictTurn } from './predict.ts'

type Matrix = readonly (readonly number[])[]
const times = (a: Matrix, b: Matrix): number[][] => a.map(
  (row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)),
)
const transposed = (a: Matrix): number[][] => a[0]!.map((_, j) => a.map((row) => row[j]!))
const plus = (a: Matrix, b: Matrix): number[][] => a.map((row, i) => row.map((value, j) => value + b[i]![j]!))
const identity = (size: number): number[][] => Array.from(
  { length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
)

/** A state as the filter keeps it: mean, then the packed covariance. */
function packed(mean: readonly number[], cov: Matrix): Float64Array {
  const size = mean.length
  const s = new Float64Array(size + (size * (size + 1)) / 2)
  s.set(mean)
  for (let i = 0; i < size; i++) for (let j = i; j < size; j++) s[size + packedIndex(size)[i * size + j]!] = cov[i]![j]!
  return s
}
const unpacked = (s: Float64Array, size: number): number[][] =>
  Array.from(
    { length: size }, (_, i) => Array.from({ length: size }, (_, j) => s[size + packedIndex(size)[i * size + j]!]!),
  )

/** Any covariance: a random factor times its transpose, and a little more. */
const covariances = (size: number) =>
  fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: size * size, maxLength: size * size }).map((entries) => {
    const factor = Array.from({ length: size }, (_, i) => entries.slice(i * size, (i + 1) * size))
    return plus(times(factor, transposed(factor)), identity(size))
  })
const means = (size: number) => fc.array(
  fc.double({ min: -500, max: 500, noNaN: true }), { minLength: size, maxLength: size },
)

function close(actual: Matrix, expected: Matrix): void {
  const scale = Math.max(1, ...expected.flat().map(Math.abs))
  actual.forEach(
    (row, i) => row.forEach((value, j) => expect(Math.abs(value - expected[i]![j]!)).toBeLessThan(1e-9 * scale)),
  )
}

describe('a correction', () => {
  it.each([[4, 0], [4, 2], [5, 0], [5, 2]])('of a state of %i by its components from %i on is the textbook\'s', (size, at) => {
    fc.assert(
      fc.property(means(size), covariances(size), covariances(2), fc.tuple(fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: -500, max: 500, noNaN: true })), (mean, P, R, [a, b]) => {
        const s = packed(mean, P)
        const out = { distanceSquared: 0, logLikelihood: 0, gain: 0 }
        correct(s, 0, size, size, at, Float64Array.of(a, b, R[0]![0]!, R[0]![1]!, R[1]![1]!), out)

        const H = [identity(size)[at]!, identity(size)[at + 1]!]
        const S = plus(times(times(H, P), transposed(H)), R)
        const determinant = S[0]![0]! * S[1]![1]! - S[0]![1]! ** 2
        const inverse = [
          [S[1]![1]! / determinant, -S[0]![1]! / determinant], [-S[0]![1]! / determinant, S[0]![0]! / determinant],
        ]
        const K = times(times(P, transposed(H)), inverse)
        const innovation = [[a - mean[at]!], [b - mean[at + 1]!]]
        close([[...s.subarray(0, size)]], transposed(plus(mean.map((value) => [value]), times(K, innovation))))
        close(unpacked(s, size), plus(P, times(times(K, H), P).map((row) => row.map((value) => -value))))
        const distance = times(times(transposed(innovation), inverse), innovation)[0]![0]!
        expect(out.distanceSquared).toBeCloseTo(distance, 4)
        expect(out.logLikelihood).toBeCloseTo(-distance / 2 - Math.log(determinant) / 2 - Math.log(2 * Math.PI), 4)
      }),
    )
  })

  it('never makes a component less certain', () => {
    fc.assert(
      fc.property(means(4), covariances(4), covariances(2), (mean, P, R) => {
        const s = packed(mean, P)
        correct(s, 0, 4, 4, 0, Float64Array.of(0, 0, R[0]![0]!, R[0]![1]!, R[1]![1]!), { distanceSquared: 0, logLikelihood: 0, gain: 0 })
        unpacked(s, 4).forEach((row, i) => expect(row[i]!).toBeLessThanOrEqual(P[i]![i]! * (1 + 1e-9)))
      }),
    )
  })
})

describe('a foresight', () => {
  it('of steady motion is the textbook\'s', () => {
    fc.assert(
      fc.property(means(4), covariances(4), fc.double({ min: 0.01, max: 60, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (mean, P, dt, q) => {
        const s = packed(mean, P)
        predictSteady(s, s, 0, 4, dt, q)
        const F = [[1, 0, dt, 0], [0, 1, 0, dt], [0, 0, 1, 0], [0, 0, 0, 1]]
        const [q3, q2, q1] = [(q * dt ** 3) / 3, (q * dt ** 2) / 2, q * dt]
        const Q = [[q3, 0, q2, 0], [0, q3, 0, q2], [q2, 0, q1, 0], [0, q2, 0, q1]]
        close([[...s.subarray(0, 4)]], transposed(times(F, mean.map((value) => [value]))))
        close(unpacked(s, 4), plus(times(times(F, P), transposed(F)), Q))
      }),
    )
  })

  it('of a turn goes round the circle', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 60, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }), (speed, rate, dt) => {
        const s = packed([0, 0, speed, 0, rate], identity(5))
        predictTurn(s, s, 0, 5, dt, 0, 0)
        const turned = rate * dt
        // The chord of the arc, at half the angle.
        const chord = Math.abs(turned) < 1e-6 ? speed * dt : (2 * speed * Math.sin(turned / 2)) / rate
        expect(s[0]).toBeCloseTo(chord * Math.cos(turned / 2), 3)
        expect(s[1]).toBeCloseTo(chord * Math.sin(turned / 2), 3)
        expect(Math.hypot(s[2]!, s[3]!)).toBeCloseTo(speed, 6)
      }),
    )
  })

  it('of a turn spreads as its neighbours do: its slope is that of small steps aside', () => {
    const from = [10, -20, 12, 5, 0.08]
    const at = (state: readonly number[]) => {
      const s = packed(state, identity(5))
      predictTurn(s, s, 0, 5, 4, 0, 0)
      return [...s.subarray(0, 5)]
    }
    const step = 1e-5
    const columns = from.map((_, k) => {
      const [up, down] = [1, -1].map((sign) => at(from.map((value, i) => (i === k ? value + sign * step : value))))
      return up!.map((value, i) => (value - down![i]!) / (2 * step))
    })
    const F = transposed(columns)
    const P = plus(identity(5).map((row, i) => row.map((value) => value * (i + 1))), identity(5))
    const s = packed(from, P)
    predictTurn(s, s, 0, 5, 4, 0, 0)
    const expected = times(times(F, P), transposed(F))
    unpacked(s, 5).forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, 2)))
  })

  it('of no turn is straight', () => {
    const s = packed([0, 0, 10, 5, 0], identity(5))
    predictTurn(s, s, 0, 5, 3, 0, 0)
    expect([...s.subarray(0, 4)].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([30, 15, 10, 5])
  })
})
