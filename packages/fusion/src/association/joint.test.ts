import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JointProblem } from './joint-events.ts'
import { associateJointly } from './joint.ts'

interface Case {
  readonly ratio: readonly (readonly number[])[]
  readonly detection: readonly number[]
  readonly existence: readonly number[]
}

const problemOf = ({ ratio, detection, existence }: Case): JointProblem => ({
  rows: ratio.length,
  columns: ratio[0]?.length ?? 0,
  ratio: Float64Array.from(ratio.flat()),
  detection: Float64Array.from(detection),
  existence: Float64Array.from(existence),
})

const rounded = (numbers: Float64Array) => [...numbers].map((value) => Math.round(value * 1e9) / 1e9)

/** By another way: whether each object exists, whether it is seen and which plot it has; clutter is what is left. */
function bySpellingOut({ ratio, detection, existence }: Case) {
  const columns = ratio[0]?.length ?? 0
  const exists = ratio.map(() => 0)
  const has = ratio.map(() => Array<number>(columns + 1).fill(0))
  let total = 0
  const spell = (row: number, weight: number, plots: readonly (number | undefined)[]): void => {
    if (row === ratio.length) {
      total += weight
      plots.forEach((plot, at) => {
        if (plot === undefined) return
        exists[at]! += weight
        has[at]![plot]! += weight
      })
      return
    }
    spell(row + 1, weight * (1 - existence[row]!), [...plots, undefined])
    spell(row + 1, weight * existence[row]! * (1 - detection[row]!), [...plots, columns])
    for (let plot = 0; plot < columns; plot++) {
      if (plots.includes(plot)) continue
      spell(row + 1, weight * existence[row]! * detection[row]! * ratio[row]![plot]!, [...plots, plot])
    }
  }
  spell(0, 1, [])
  return {
    existence: exists.map((weight) => weight / total),
    association: has.flatMap((weights, row) => weights.map((weight) => weight / exists[row]!)),
  }
}

const chance = fc.double({ min: 0.05, max: 0.98, noNaN: true })
const likelihood = fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 500, noNaN: true }))
const cases = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 })).chain(([rows, columns]) => {
  const perRow = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: rows, maxLength: rows })
  const row = fc.array(likelihood, { minLength: columns, maxLength: columns })
  return fc.record({ ratio: perRow(row), detection: perRow(chance), existence: perRow(chance) })
})

describe('joint association', () => {
  it('is what spelling out every way the world can be gives', () => {
    fc.assert(
      fc.property(cases, (problem) => {
        const { association, existence } = associateJointly(problemOf(problem))!
        const expected = bySpellingOut(problem)
        existence.forEach((value, row) => expect(value).toBeCloseTo(expected.existence[row]!, 9))
        association.forEach((value, at) => expect(value).toBeCloseTo(expected.association[at]!, 9))
      }),
      { numRuns: 500 },
    )
  })

  it('of one track and one plot is IPDA, computed by hand', () => {
    // Pd·Pg·r = 0.45. With the plot 0.45 · 3 = 1.35, without 0.55, of which (1 − 0.9) · 0.5 = 0.05 is an object unseen.
    const problem = { ratio: [[3]], detection: [0.9], existence: [0.5] }
    const { association, existence } = associateJointly(problemOf(problem))!
    expect(rounded(existence)).toEqual([0.736842105])
    expect(rounded(association)).toEqual([0.964285714, 0.035714286])
  })

  it('of two tracks with one plot between them, computed by hand', () => {
    // Events: none 0.5 · 0.5, first 0.5 · 4 · 0.5, second 0.5 · 0.5 · 2: 0.25, 1 and 0.5 of 1.75.
    const problem = { ratio: [[4], [2]], detection: [0.5, 0.5], existence: [1, 1] }
    expect(rounded(associateJointly(problemOf(problem))!.association)).toEqual([
      0.571428571, 0.428571429, 0.285714286, 0.714285714,
    ])
  })

  it('gives each track one fate, and each plot one track at most', () => {
    fc.assert(
      fc.property(cases, (problem) => {
        const columns = problem.ratio[0]!.length
        const { association, existence } = associateJointly(problemOf(problem))!
        const perPlot = Array<number>(columns).fill(0)
        problem.ratio.forEach((_, row) => {
          const own = association.subarray(row * (columns + 1), (row + 1) * (columns + 1))
          expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
          for (let plot = 0; plot < columns; plot++) perPlot[plot]! += own[plot]! * existence[row]!
        })
        for (const taken of perPlot) expect(taken).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  it('believes less in an object that was not seen where it would have been', () => {
    const unseen = (detection: number) =>
      associateJointly(problemOf({ ratio: [[]], detection: [detection], existence: [0.8] }))!
    // 0.1 · 0.8 / (1 − 0.9 · 0.8)
    expect(rounded(unseen(0.9).existence)).toEqual([0.285714286])
    expect(rounded(unseen(0).existence)).toEqual([0.8])
  })

  it('never doubts what certainly exists, nor believes in what certainly does not', () => {
    const problem = { ratio: [[2], [2]], detection: [0.9, 0.9], existence: [1, 0] }
    const { association, existence } = associateJointly(problemOf(problem))!
    expect(rounded(existence)).toEqual([1, 0])
    expect([...association].every((value) => value >= 0 && value <= 1)).toBe(true)
  })
})

describe('two neighbours', () => {
  it('are each believed to have the nearer plot a little more than the other', () => {
    const neighbours = { ratio: [[10, 9], [9, 10]], detection: [0.9, 0.9], existence: [1, 1] }
    const { association } = associateJointly(problemOf(neighbours))!
    expect(association[0]).toBeGreaterThan(0.5)
    expect(association[0]).toBeLessThan(0.6)
    expect(association[4]).toBeCloseTo(association[0]!, 9)
  })
})

describe('a cluster that is too much', () => {
  const crowd = (tracks: number, plots: number) =>
    problemOf({
      ratio: Array.from({ length: tracks }, () => Array<number>(plots).fill(1)),
      detection: Array<number>(tracks).fill(0.9),
      existence: Array<number>(tracks).fill(0.9),
    })

  it('is left to others: too many tracks, plots or events', () => {
    expect(associateJointly(crowd(8, 1))).toBeDefined()
    expect(associateJointly(crowd(9, 1))).toBeUndefined()
    expect(associateJointly(crowd(1, 40))).toBeDefined()
    expect(associateJointly(crowd(1, 41))).toBeUndefined()
    expect(associateJointly(crowd(8, 8))).toBeUndefined()
    expect(associateJointly(crowd(2, 2), 6)).toBeUndefined()
    expect(associateJointly(crowd(2, 2), 7)).toBeDefined()
  })

  it('is left to others where no event is possible', () => {
    const problem = { ratio: [[1], [1]], detection: [1, 1], existence: [1, 1] }
    expect(associateJointly(problemOf(problem))).toBeUndefined()
  })

  it('is weighed even where likelihoods are of very different size', () => {
    const problem = { ratio: [[1e200, 1e-200], [1e200, 1e200]], detection: [0.9, 0.9], existence: [0.5, 0.5] }
    const { association } = associateJointly(problemOf(problem))!
    expect(rounded(association)).toEqual([1, 0, 0, 0, 1, 0])
  })
})
