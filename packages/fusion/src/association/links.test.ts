import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grown, Links } from './links.ts'

describe('a list of links', () => {
  it('keeps every one, however many', () => {
    fc.assert(
      fc.property(fc.nat(2000), (count) => {
        const links = new Links()
        for (let n = 0; n < count; n++) links.add(2 * n, 2 * n + 1, n / 7)
        expect(links.count).toBe(count)
        for (let n = 0; n < count; n++) {
          expect([links.track[n], links.plot[n], links.cost[n]]).toEqual([2 * n, 2 * n + 1, n / 7])
        }
      }),
      { numRuns: 20 },
    )
  })

  it('tells them from the cheapest to the dearest, of like ones by track and plot', () => {
    const links = new Links()
    links.add(4, 1, 5)
    links.add(2, 3, -1)
    links.add(2, 1, 5)
    links.add(0, 1, Infinity)
    expect([...links.byCost()]).toEqual([1, 2, 0, 3])
  })

  it('is empty again when its count is', () => {
    const links = new Links()
    links.add(0, 1, 5)
    links.count = 0
    expect([...links.byCost()]).toEqual([])
    links.add(2, 3, 7)
    expect([...links.byCost()].map((place) => links.track[place])).toEqual([2])
  })
})

describe('numbers that are given more room', () => {
  it('are the same, and the rest is filled', () => {
    expect([...grown(Int32Array.from([1, 2]), 5, -1)]).toEqual([1, 2, -1, -1, -1])
    expect([...grown(Int32Array.from([1, 2]), 3)]).toEqual([1, 2, 0])
  })
})
