import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitAt, bitsAt, putBits } from './bits.ts'

describe('a field of bits', () => {
  it('counts from one, the highest first', () => {
    const bytes = Uint8Array.of(0b1000_0001, 0b0100_0000)
    expect([bitAt(bytes, 1), bitAt(bytes, 2), bitAt(bytes, 8), bitAt(bytes, 10)]).toEqual([true, false, true, true])
    expect(bitsAt(bytes, 8, 3)).toBe(0b101)
  })

  it('is read as it was written, and touches nothing beside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 26 }), fc.integer({ min: 1, max: 31 }), fc.nat(), (first, count, any) => {
        const bytes = new Uint8Array(7)
        const value = any % 2 ** count
        putBits(bytes, first, count, value)
        expect(bitsAt(bytes, first, count)).toBe(value)
        const set = bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
        expect(set).toBe(value.toString(2).replaceAll('0', '').length)
      }),
    )
  })
})
