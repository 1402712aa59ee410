import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Assigner, EXACT_CELLS } from './assignment.ts'

interface Case {
  readonly rows: number
  readonly columns: number
  readonly cost: readonly number[]
  readonly miss: readonly number[]
}

/** The least total over every way to give the rows from `row` on one free column each, or none. */
function leastTotal({ rows, columns, cost, miss }: Case, row = 0, used: readonly number[] = []): number {
  if (row === rows) return 0
  const rest = { rows, columns, cost, miss }
  let least = miss[row]! + leastTotal(rest, row + 1, used)
  for (let column = 0; column < columns; column++) {
    if (used.includes(column)) continue
    least = Math.min(least, cost[row * columns + column]! + leastTotal(rest, row + 1, [...used, column]))
  }
  return least
}

function solve(assigner: Assigner, { rows, columns, cost, miss }: Case) {
  const out = new Int32Array(rows).fill(77)
  const total = assigner.solve(Float64Array.from(cost), rows, columns, Float64Array.from(miss), out)
  return { out: [...out], total }
}

function totalOf({ columns, cost, miss }: Case, out: readonly number[]): number {
  return out.reduce((sum, column, row) => sum + (column < 0 ? miss[row]! : cost[row * columns + column]!), 0)
}

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -30, max: 30, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -2, max: 2 }) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
)
const cases = (most: number): fc.Arbitrary<Case> =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })).chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      cost: fc.array(cell, { minLength: rows * columns, maxLength: rows * columns }),
      miss: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: rows, maxLength: rows }),
    }),
  )

/** Chance that repeats exactly: a linear congruential generator (Numerical Recipes, § 7.1). */
function chance(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

/** As many plots as tracks, as far apart as their errors: each track has about a dozen plots in its gate. */
function crowdedWater(tracks: number, seed: number): Case {
  const next = chance(seed)
  const side = Math.sqrt(tracks)
  const places = Array.from({ length: tracks }, () => ({ east: next() * side, north: next() * side }))
  const error = () => next() + next() - 1
  const plots = places.map(({ east, north }) => ({ east: east + error(), north: north + error() }))
  const cost = places.flatMap((track) =>
    plots.map((plot) => {
      const distanceSquared = 4 * ((track.east - plot.east) ** 2 + (track.north - plot.north) ** 2)
      return distanceSquared < 16 ? distanceSquared : Infinity
    }),
  )
  return { rows: tracks, columns: tracks, cost, miss: places.map(() => 9) }
}

describe('an assignment', () => {
  it('costs as little as the best of all that are possible', () => {
    const assigner = new Assigner()
    fc.assert(
      fc.property(cases(5), (problem) => {
        expect(solve(assigner, problem).total).toBeCloseTo(leastTotal(problem), 9)
      }),
      { numRuns: 2000 },
    )
  })

  it('costs what its pairs cost, gives no column twice and none that a row cannot have', () => {
    const assigner = new Assigner()
    fc.assert(
      fc.property(cases(30), (problem) => {
        const { out, total } = solve(assigner, problem)
        const taken = out.filter((column) => column >= 0)
        expect(new Set(taken).size).toBe(taken.length)
        expect(total).toBeCloseTo(totalOf(problem, out), 9)
        expect(total).toBeLessThan(Infinity)
      }),
    )
  })

  it('costs the same whatever the order of the columns', () => {
    const assigner = new Assigner()
    fc.assert(
      fc.property(cases(12), (problem) => {
        const { rows, columns, cost } = problem
        const turned = cost.map((_, at) => cost[at - (at % columns) + (columns - 1 - (at % columns))]!)
        const backwards = { ...problem, rows, cost: turned }
        expect(solve(assigner, backwards).total).toBeCloseTo(solve(assigner, problem).total, 9)
      }),
    )
  })

  it('does not depend on what was solved before', () => {
    const assigner = new Assigner()
    fc.assert(
      fc.property(cases(8), cases(8), (first, second) => {
        solve(assigner, first)
        expect(solve(assigner, second)).toEqual(solve(new Assigner(), second))
      }),
    )
  })

  it('gives equals the lowest column, and a plot rather than none', () => {
    const assigner = new Assigner()
    expect(solve(assigner, { rows: 1, columns: 3, cost: [4, 2, 2], miss: [2] }).out).toEqual([1])
    expect(solve(assigner, { rows: 2, columns: 2, cost: [1, 1, 1, 1], miss: [1, 1] }).out).toEqual([0, 1])
    expect(solve(assigner, { rows: 1, columns: 1, cost: [3], miss: [3] }).out).toEqual([0])
  })

  it('leaves a track without a plot where every plot is dearer, or out of its gate', () => {
    const assigner = new Assigner()
    const two = { rows: 2, columns: 1, cost: [Infinity, 8], miss: [5, 7] }
    expect(solve(assigner, two)).toEqual({ out: [-1, -1], total: 12 })
    expect(solve(assigner, { rows: 1, columns: 0, cost: [], miss: [5] })).toEqual({ out: [-1], total: 5 })
  })

  it('lets a track go without when another needs the only plot more', () => {
    const first = { rows: 2, columns: 1, cost: [1, 2], miss: [3, 9] }
    expect(solve(new Assigner(), first)).toEqual({ out: [-1, 0], total: 5 })
  })
})

describe('a cluster too large to be solved exactly', () => {
  it('is still assigned, on crowded water within 2 % of the least cost', () => {
    for (const [seed, size] of [[1, 210], [2, 300], [3, 400]] as const) {
      const problem = crowdedWater(size, seed)
      expect(size * size).toBeGreaterThan(EXACT_CELLS)
      const { out, total } = solve(new Assigner(), problem)
      const least = solve(new Assigner(Infinity), problem).total
      expect(least).toBeLessThan(totalOf(problem, problem.miss.map(() => -1)) / 2)
      const taken = out.filter((column) => column >= 0)
      expect(new Set(taken).size).toBe(taken.length)
      expect(total).toBeGreaterThanOrEqual(least - 1e-9)
      expect(total).toBeLessThan(least * 1.02)
    }
  })

  it('is assigned without a plot used twice, whatever the costs', () => {
    const hasty = new Assigner(0)
    fc.assert(
      fc.property(cases(40), (problem) => {
        const { out, total } = solve(hasty, problem)
        const taken = out.filter((column) => column >= 0)
        expect(new Set(taken).size).toBe(taken.length)
        expect(total).toBeCloseTo(totalOf(problem, out), 9)
        expect(total).toBeLessThan(Infinity)
      }),
    )
  })
})
