import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UU, UV, VV, XU, XV, XX, XY, YU, YV, YY } from './layout.ts'
import { packedIndex } from './packed.ts'
import { predictSteady, predictTurn } from './predict.ts'

const rate = fc.double({ min: -30, max: 30, noNaN: true })
const seconds = fc.double({ min: 0.1, max: 20, noNaN: true })

/** A mean, and after it a covariance with these variances and nothing beside them. */
function state(mean: readonly number[], variances: readonly number[]): Float64Array {
  const size = mean.length
  const s = new Float64Array(size + (size * (size + 1)) / 2)
  s.set(mean)
  variances.forEach((variance, i) => (s[size + packedIndex(size)[i * size + i]!] = variance))
  return s
}

describe('nearly constant velocity', () => {
  const steady = (mean: readonly number[], dt: number, q: number) => {
    const s = state(mean, [100, 100, 4, 4])
    predictSteady(s, s, 0, 4, dt, q)
    return { mean: [...s.subarray(0, 4)], cov: s.subarray(4) }
  }

  it('goes straight on', () => {
    fc.assert(
      fc.property(rate, rate, seconds, (u, v, dt) => {
        expect(steady([10, 20, u, v], dt, 0).mean).toEqual([10 + dt * u, 20 + dt * v, u, v])
      }),
    )
  })

  it('makes the place less sure as the velocity is unsure and as accelerations add up: q dt³ / 3', () => {
    const { cov } = steady([0, 0, 0, 0], 10, 0.3)
    expect(cov[XX]).toBeCloseTo(100 + 100 * 4 + (0.3 * 1000) / 3, 9)
    expect(cov[YY]).toBeCloseTo(cov[XX]!, 9)
    expect(cov[XU]).toBeCloseTo(10 * 4 + (0.3 * 100) / 2, 9)
    expect(cov[YV]).toBeCloseTo(cov[XU]!, 9)
    expect([cov[UU], cov[VV]]).toEqual([7, 7])
    expect([cov[XY], cov[XV], cov[YU], cov[UV]]).toEqual([0, 0, 0, 0])
  })

  it('comes to the same in two steps as in one', () => {
    fc.assert(
      fc.property(rate, rate, seconds, seconds, (u, v, first, second) => {
        const once = steady([0, 0, u, v], first + second, 0.3)
        const s = state([0, 0, u, v], [100, 100, 4, 4])
        predictSteady(s, s, 0, 4, first, 0.3)
        predictSteady(s, s, 0, 4, second, 0.3)
        once.cov.forEach(
          (value, at) => expect(s[4 + at]! / Math.max(1, value)).toBeCloseTo(value / Math.max(1, value), 9),
        )
      }),
    )
  })
})

describe('a coordinated turn', () => {
  const turned = (mean: readonly number[], dt: number) => {
    const s = state(mean, [100, 100, 4, 4, 1e-4])
    predictTurn(s, s, 0, 5, dt, 0, 0)
    return s
  }

  it('keeps its speed', () => {
    fc.assert(
      fc.property(rate, rate, fc.double({ min: -0.2, max: 0.2, noNaN: true }), seconds, (u, v, turn, dt) => {
        const s = turned([0, 0, u, v, turn], dt)
        expect(Math.hypot(s[2]!, s[3]!)).toBeCloseTo(Math.hypot(u, v), 9)
      }),
    )
  })

  it('comes round to where it was, counter-clockwise', () => {
    const turn = 0.1
    const round = (2 * Math.PI) / turn
    const quarter = turned([0, 0, 10, 0, turn], round / 4)
    // A circle of 100 m about (0, 100).
    expect([...quarter.subarray(0, 4)]).toEqual([100, 100, 0, 10].map((value) => expect.closeTo(value, 9)))
    expect([...turned([0, 0, 10, 0, turn], round).subarray(0, 4)]).toEqual(
      [0, 0, 10, 0].map((value) => expect.closeTo(value, 9)),
    )
  })

  it('goes straight where its turn rate is nothing', () => {
    expect([...turned([1, 2, 10, -5, 0], 4).subarray(0, 5)]).toEqual([41, -18, 10, -5, 0])
    const [slight, none] = [turned([0, 0, 10, -5, 2e-5], 10), turned([0, 0, 10, -5, 0], 10)]
    slight.subarray(5).forEach((value, at) => expect(Math.abs(value - none[5 + at]!)).toBeLessThan(0.05))
  })

  it('spreads as one does whose turn rate is a little other: the derivative is right', () => {
    const [dt, step] = [5, 1e-6]
    const place = (turn: number) => [...turned([0, 0, 10, 3, turn], dt).subarray(0, 2)]
    const [less, more] = [place(0.05 - step), place(0.05 + step)]
    const [byX, byY] = [(more[0]! - less[0]!) / (2 * step), (more[1]! - less[1]!) / (2 * step)]
    const cov = (variance: number) => {
      const s = state([0, 0, 10, 3, 0.05], [0, 0, 0, 0, variance])
      predictTurn(s, s, 0, 5, dt, 0, 0)
      return s.subarray(5)
    }
    expect(cov(1)[0]).toBeCloseTo(byX * byX, 3)
    expect(cov(1)[1]).toBeCloseTo(byX * byY, 3)
    expect(cov(1)[packedIndex(5)[6]!]).toBeCloseTo(byY * byY, 3)
  })
})
