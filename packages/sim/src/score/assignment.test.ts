import { describe, expect, it } from 'vitest'
import { chance } from '../chance.ts'
import { assign } from './assignment.ts'

/** The least that any pairing of the smaller side costs, by trying all. */
function leastCost(cost: Float64Array, rows: number, columns: number): number {
  const isTall = rows > columns
  const at = (a: number, b: number) => cost[isTall ? b * columns + a : a * columns + b]!
  const [small, large] = isTall ? [columns, rows] : [rows, columns]
  const taken = new Set<number>()
  const from = (a: number): number => {
    if (a === small) return 0
    let least = Infinity
    for (let b = 0; b < large; b++) {
      if (taken.has(b)) continue
      taken.add(b)
      least = Math.min(least, at(a, b) + from(a + 1))
      taken.delete(b)
    }
    return least
  }
  return from(0)
}

function costOf(columnOf: Int32Array, cost: Float64Array, columns: number): number {
  return [...columnOf.entries()].reduce(
    (sum, [row, column]) => sum + (column === -1 ? 0 : cost[row * columns + column]!),
    0,
  )
}

function random(rows: number, columns: number, seed: number, levels: number): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, index) => {
    const value = chance(seed, index, rows, columns)
    return levels > 0 ? Math.floor(value * levels) - levels / 2 : value * 1000 - 500
  })
}

const SIZES = Array.from({ length: 36 }, (_, index) => [1 + (index % 6), 1 + Math.floor(index / 6)] as const)

describe('an assignment', () => {
  it.each(SIZES)(
    'of %i rows to %i columns costs as little as the best of all, each column given once',
    (rows, columns) => {
      for (let seed = 0; seed < 40; seed++) {
        const cost = random(rows, columns, seed, seed % 2 === 0 ? 0 : 4)
        const columnOf = assign(cost, rows, columns)
        const given = [...columnOf].filter((column) => column !== -1)
        expect(given.length).toBe(Math.min(rows, columns))
        expect(new Set(given).size).toBe(given.length)
        expect(costOf(columnOf, cost, columns)).toBeCloseTo(leastCost(cost, rows, columns), 9)
      }
    },
  )

  it('of hundreds cannot be bettered by exchanging two or by taking a free column', () => {
    const [rows, columns] = [200, 260]
    const cost = random(rows, columns, 7, 0)
    const columnOf = assign(cost, rows, columns)
    const at = (row: number, column: number) => cost[row * columns + column]!
    const free = Array.from({ length: columns }, (_, column) => column).filter((column) => !columnOf.includes(column))
    for (let row = 0; row < rows; row++) {
      const own = columnOf[row]!
      expect(Math.min(...free.map((column) => at(row, column)))).toBeGreaterThanOrEqual(at(row, own))
      for (let other = 0; other < row; other++) {
        const theirs = columnOf[other]!
        expect(at(row, theirs) + at(other, own)).toBeGreaterThanOrEqual(at(row, own) + at(other, theirs) - 1e-9)
      }
    }
  })

  it('is the same when rows and columns change places', () => {
    const cost = random(5, 9, 3, 0)
    const turned = Float64Array.from(cost, (_, index) => cost[(index % 5) * 9 + Math.floor(index / 5)]!)
    const columnOf = assign(cost, 5, 9)
    const rowOf = assign(turned, 9, 5)
    for (const [row, column] of columnOf.entries()) expect(rowOf[column]).toBe(row)
  })

  it('takes the first columns in order where all cost the same', () => {
    expect([...assign(new Float64Array(12), 3, 4)]).toEqual([0, 1, 2])
    expect([...assign(new Float64Array(12), 4, 3)]).toEqual([0, 1, 2, -1])
  })

  it('of nothing is nothing', () => {
    expect([...assign(new Float64Array(0), 0, 5)]).toEqual([])
    expect([...assign(new Float64Array(0), 3, 0)]).toEqual([-1, -1, -1])
  })

  it('is refused when the costs do not fill the table or are not finite', () => {
    expect(() => assign(new Float64Array(5), 2, 3)).toThrow('5 costs are not 2 by 3')
    expect(() => assign(Float64Array.of(NaN, NaN), 1, 2)).toThrow('row 0 has a cost that is not finite')
  })
})
