import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOff } from './back-off.ts'

describe('the wait before the next attempt', () => {
  it('doubles from one second to one minute', () => {
    expect([1, 2, 3, 6, 7, 100].map((failures) => backOff(failures, 1))).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000])
  })

  it('is between half and all of that, by chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const wait = backOff(failures, chance)
        expect(wait).toBeGreaterThanOrEqual(backOff(failures, 1) / 2)
        expect(wait).toBeLessThanOrEqual(60_000)
      }),
    )
  })
})
