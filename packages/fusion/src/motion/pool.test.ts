import { describe, expect, it } from 'vitest'
import { Pool } from './pool.ts'

describe('a pool of stretches', () => {
  it('gives out each once, of the length asked for', () => {
    const pool = new Pool(7)
    const taken = Array.from({ length: 1000 }, () => pool.take())
    taken.forEach((stretch, at) => stretch.fill(at))
    expect(taken.every((stretch, at) => stretch.length === 7 && stretch.every((value) => value === at))).toBe(true)
  })

  it('gives out again what was given back', () => {
    const pool = new Pool(7)
    const stretch = pool.take()
    pool.give(stretch)
    expect(pool.take()).toBe(stretch)
    expect(pool.take()).not.toBe(stretch)
  })
})
