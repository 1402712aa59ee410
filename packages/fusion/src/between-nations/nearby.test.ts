import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf } from './estimate.ts'
import { estimateOf } from './fixtures/estimates.ts'
import { Nearby } from './nearby.ts'

const estimates = fc
  .record({
    lat: fc.double({ min: 12.9, max: 13.1, noNaN: true }), sigma: fc.double({ min: 1, max: 5000, noNaN: true }),
  })
  .map(({ lat, sigma }) =>
    estimateOf({ position: { lat, lon: -60 }, covariance: [sigma ** 2, 0, 0, 0, sigma ** 2, 0, 0, 1, 0, 1] }),
  )

describe('the search for what is near', () => {
  it('misses none that is within so many standard deviations of both', () => {
    fc.assert(
      fc.property(fc.array(estimates, { maxLength: 40 }), estimates, (held, sought) => {
        const found = new Set<number>()
        new Nearby(held, 3).each(sought, (index) => found.add(index))
        held.forEach((estimate, index) => {
          const north = differenceOf(sought, estimate)[1]!
          const isNear = north ** 2 <= 9 * (estimate.covariance[4]! + sought.covariance[4]!)
          if (isNear) expect(found).toContain(index)
        })
      }),
    )
  })

  it('visits each once, and none that is far away', () => {
    const at = (lat: number) => estimateOf({ position: { lat, lon: -60 } })
    const visited: number[] = []
    new Nearby([at(14), at(13.001), at(12), at(13), at(12.999)], 3).each(at(13), (index) => visited.push(index))
    expect(visited).toEqual([4, 3, 1])
  })
})
