import { describe, expect, it } from 'vitest'
import { Held } from './held.ts'

describe('held bytes', () => {
  it('are all there, however many, and gone when cleared', () => {
    const held = new Held(1_000_000)
    for (let i = 0; i < 300_000; i++) held.add(i & 255)
    expect(held.length).toBe(300_000)
    expect(held.bytes().every((byte, index) => byte === (index & 255))).toBe(true)
    held.clear()
    expect([held.length, held.first(), held.bytes().length]).toEqual([0, undefined, 0])
    held.add(7)
    expect(held.first()).toBe(7)
  })

  it('are never more than one above what was asked for', () => {
    const held = new Held(5000)
    for (let i = 0; i < 20_000; i++) held.add(1)
    expect(held.length).toBe(5001)
  })
})
