import type { Plot } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bequia, off, plot } from '../fixtures/watch.ts'
import { batchEnd, inOrder, inOrderOfArrival } from './batch.ts'

const at = (time: number, more: Partial<Plot> = {}): Plot => plot('radar', time, bequia, more)

describe('the order of plots', () => {
  it('is by time, then by place, then by the sensor’s number', () => {
    const [north, south] = [plot('radar', 5, off(10, 0)), plot('radar', 5, off(10, 180))]
    const plots = [at(9), at(5, { sensorTrack: '2' }), at(5, { sensorTrack: '1' }), north, south]
    expect(plots.toSorted(inOrder).map((each) => plots.indexOf(each))).toEqual([4, 2, 1, 3, 0])
  })

  it('is by arrival first for plots of several sensors', () => {
    const [late, early] = [at(5, { receivedAt: 20 }), at(9, { receivedAt: 10 })]
    expect([late, early].toSorted(inOrderOfArrival)).toEqual([early, late])
  })

  it('is the same whatever order they come in, unless they are alike in all', () => {
    const plots = fc.array(
      fc.record({
        sensorId: fc.constantFrom('radar', 'other-radar'), time: fc.nat(3), receivedAt: fc.nat(3), metres: fc.nat(2),
        mmsi: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 12 },
    ).map((all) => all.map(({ metres, mmsi, ...each }) =>
      plot(each.sensorId, each.time, off(metres), { ...each, claim: { mmsi } })))
    fc.assert(
      fc.property(plots, (all) => {
        const orders = [all, all.toReversed()].map((each) => JSON.stringify(each.toSorted(inOrderOfArrival)))
        expect(orders[0]).toBe(orders[1])
      }),
    )
  })
})

describe('a batch of a radar that turns in 3 seconds', () => {
  const ends = (times: readonly number[], limit = Infinity, from = 0) =>
    batchEnd(times.map((time) => at(time)), from, limit, 3000)

  it('ends at the first gap of more than a hundredth of a turn', () => {
    expect(ends([0, 10, 20, 60, 70])).toBe(3)
    expect(ends([0, 30, 61])).toBe(2)
    expect(ends([0, 10, 20, 60, 70], Infinity, 3)).toBe(5)
  })

  it('ends in a crowd at the widest gap within a twentieth of a turn', () => {
    const crowd = Array.from({ length: 30 }, (_, n) => n * 10 + (n > 9 ? 15 : 0))
    expect(ends(crowd)).toBe(10)
  })

  it('is none while more of it may come', () => {
    expect(ends([0, 10, 20], 15)).toBe(0)
    expect(ends([0, 10, 20, 60], 25)).toBe(3)
  })

  it('is all that is left when nothing comes any more', () => {
    expect(ends([0, 10, 20])).toBe(3)
  })

  it('always takes at least one, and never one twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 1, maxLength: 80 }), (times) => {
        const sorted = times.toSorted((a, b) => a - b)
        let from = 0
        for (let batches = 0; from < sorted.length; batches++) {
          const to = ends(sorted, Infinity, from)
          expect(to).toBeGreaterThan(from)
          expect(batches).toBeLessThan(sorted.length)
          from = to
        }
        expect(from).toBe(sorted.length)
      }),
    )
  })
})
