import { describe, expect, it } from 'vitest'
import { createTurnstile } from './turnstile.ts'

describe('a turnstile', () => {
  it('has whoever comes while it is held pass when it is released', () => {
    let passed = 0
    const turnstile = createTurnstile(() => passed++)
    turnstile.pass()
    turnstile.hold()
    turnstile.pass()
    turnstile.pass()
    expect(passed).toBe(1)
    turnstile.release()
    expect(passed).toBe(3)
    turnstile.pass()
    expect(passed).toBe(4)
  })
})
