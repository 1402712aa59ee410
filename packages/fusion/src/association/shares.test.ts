import { describe, expect, it } from 'vitest'
import { sharesOf } from './shares.ts'

const cost = (...rows: number[][]): Float64Array => Float64Array.from(rows.flat())
const missCost = Float64Array.from([2.3, 2.3])
const chosen = Int32Array.from([0, 1])

describe('how far a track believes the plot that it was assigned', () => {
  it('is nearly wholly where no other arrangement is likely', () => {
    const shares = sharesOf(cost([-9, 3], [3, -9]), 2, 2, missCost, chosen)!
    expect(shares[0]).toBeGreaterThan(0.99)
    expect(shares[1]).toBeGreaterThan(0.99)
  })

  it('is half where the plots could as well be exchanged', () => {
    const shares = sharesOf(cost([-9, -9], [-9, -9]), 2, 2, missCost, chosen)!
    expect(shares[0]).toBeCloseTo(0.5, 2)
    expect(shares[1]).toBeCloseTo(0.5, 2)
  })

  it('is never less than a tenth, and whole where a track has no plot', () => {
    const shares = sharesOf(cost([0, -9], [-9, 0]), 2, 2, missCost, Int32Array.from([0, -1]))!
    expect(shares[0]).toBe(0.1)
    expect(shares[1]).toBe(1)
  })

  it('is not asked of one track alone, nor of a crowd', () => {
    expect(sharesOf(cost([-9]), 1, 1, missCost, chosen)).toBeUndefined()
    const crowd = new Float64Array(36).fill(-1)
    expect(sharesOf(crowd, 6, 6, new Float64Array(6).fill(2.3), new Int32Array(6))).toBeUndefined()
  })
})
