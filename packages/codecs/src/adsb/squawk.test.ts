import { describe, expect, it } from 'vitest'
import { squawk13, squawkOf13 } from './squawk.ts'

describe('a Mode A code', () => {
  it('arrives as it was sent, all 4,096 of them', () => {
    for (let code = 0; code < 4096; code++) {
      const squawk = code.toString(8).padStart(4, '0')
      expect(squawkOf13(squawk13(squawk))).toBe(squawk)
    }
  })

  it('does not read the bit between the pulses', () => {
    expect(squawkOf13(squawk13('7700') | 0x40)).toBe('7700')
  })
})
