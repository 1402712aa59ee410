import { describe, expect, it } from 'vitest'
import { COLUMN, COLUMN_4, IN_4, IN_5, packedIndex, ROW, ROW_4 } from './packed.ts'

describe('a symmetric matrix, packed by rows of its upper triangle', () => {
  it.each([4, 5])('of order %d has one place for each pair, whichever comes first', (size) => {
    const index = packedIndex(size)
    const places = new Set<number>()
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        expect(index[i * size + j]).toBe(index[j * size + i])
        places.add(index[i * size + j]!)
      }
    }
    expect([...places].toSorted((a, b) => a - b)).toEqual([...Array((size * (size + 1)) / 2).keys()])
  })

  it('knows the row and column of each place', () => {
    for (const [size, rows, columns] of [[4, ROW_4, COLUMN_4], [5, ROW, COLUMN]] as const) {
      rows.forEach((row, at) => {
        expect(row).toBeLessThanOrEqual(columns[at]!)
        expect(packedIndex(size)[row * size + columns[at]!]).toBe(at)
      })
    }
  })

  it('of order 4 lies in one of order 5 that has a row and column more', () => {
    IN_5.forEach((in5, at) => {
      expect([ROW[in5], COLUMN[in5]]).toEqual([ROW_4[at], COLUMN_4[at]])
      expect(IN_4[in5]).toBe(at)
    })
    expect([...IN_4].filter((at) => at < 0)).toHaveLength(5)
  })
})
