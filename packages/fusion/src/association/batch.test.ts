import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bequia, off, plot, report } from '../fixtures/watch.ts'
import { batchEnd, inOrder, inOrderOfArrival } from './batch.ts'

const at = (...times: number[]) => times.map((time) => plot('radar', time, bequia))
const ends = (times: number[], limit = Infinity, period = 3000) => {
  const pending = at(...times)
  const found: number[] = []
  for (let from = 0; from < pending.length; ) {
    const to = batchEnd(pending, from, limit, period)
    if (to === from) break
    found.push((from = to))
  }
  return found
}

describe('a batch of plots that are weighed together', () => {
  it('ends at a gap of a hundredth of a turn', () => {
    expect(ends([0, 10, 20, 100, 110, 300])).toEqual([3, 5, 6])
  })

  it('waits while more of it may come', () => {
    expect(ends([0, 10, 20, 100, 110], 105)).toEqual([3])
    expect(ends([0, 10, 20], 15)).toEqual([])
  })

  it('ends in a crowd at the widest gap of a twentieth of a turn', () => {
    const crowd = Array.from({ length: 40 }, (_, n) => n * 10 + (n > 6 ? 15 : 0))
    expect(ends(crowd)[0]).toBe(7)
  })

  it('leaves none out and none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 100 }), (times) => {
        const found = ends(times.toSorted((a, b) => a - b))
        expect(found).toEqual(found.toSorted((a, b) => a - b))
        expect(new Set(found).size).toBe(found.length)
        expect(found.at(-1)).toBe(times.length)
      }),
    )
  })
})

describe('the order of plots', () => {
  const plots = [
    plot('radar', 0, off(10)), plot('radar', 0, off(20)), plot('radar', 0, off(10, 0)), plot('radar', 5, off(0)),
    plot('other-radar', 0, off(10)), plot('radar', 0, off(10), { sensorTrack: '1' }), plot('radar', 0, off(10), { sensorTrack: '2' }),
    report(0, off(10), { claim: { mmsi: 1 } }), report(0, off(10), { claim: { mmsi: 2 } }), report(0, off(10), { receivedAt: 9 }),
  ]

  it('is the same however they were handed over', () => {
    const sorted = plots.toSorted(inOrderOfArrival)
    fc.assert(
      fc.property(fc.shuffledSubarray(plots, { minLength: plots.length }), (shuffled) => {
        expect(shuffled.toSorted(inOrderOfArrival)).toEqual(sorted)
      }),
    )
  })

  it('is by arrival, and among those that came together by what they tell of', () => {
    expect(inOrderOfArrival(report(5, bequia, { receivedAt: 9 }), report(8, bequia, { receivedAt: 8 }))).toBeGreaterThan(0)
    expect(inOrder(plot('radar', 5, off(0)), plot('radar', 4, off(0)))).toBeGreaterThan(0)
    expect(inOrder(plot('radar', 5, off(0)), plot('radar', 5, off(0)))).toBe(0)
  })
})
