import { describe, expect, it } from 'vitest'
import { UU, UV, VV, XU, XV, XX, XY, YU, YV, YY } from './layout.ts'
import { packedIndex } from './packed.ts'

describe('a packed symmetric matrix', () => {
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

  it.each([4, 5])('of order %d has position and velocity in their named places', (size) => {
    const rows = [[XX, XY, XU, XV], [XY, YY, YU, YV], [XU, YU, UU, UV], [XV, YV, UV, VV]]
    rows.forEach((row, i) => row.forEach((at, j) => expect(packedIndex(size)[i * size + j]).toBe(at)))
  })

  it('of order 5 has its fifth column at the end', () => {
    expect([0, 1, 2, 3, 4].map((i) => packedIndex(5)[i * 5 + 4])).toEqual([10, 11, 12, 13, 14])
  })
})
