import { describe, expect, it } from 'vitest'
import { backOff } from './back-off.ts'

describe('the wait before calling the node again', () => {
  it('doubles with each attempt', () => {
    expect([0, 1, 2, 3].map((attempt) => backOff(attempt, 1))).toEqual([500, 1000, 2000, 4000])
  })

  it('never exceeds a quarter of a minute', () => {
    expect(backOff(40, 1)).toBe(15_000)
  })

  it('is spread by chance over its upper half', () => {
    expect(backOff(3, 0)).toBe(2000)
    expect(backOff(3, 0.5)).toBe(3000)
  })
})
