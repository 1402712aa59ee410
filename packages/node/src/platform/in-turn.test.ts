import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTurn } from './in-turn.ts'

describe('work that is done in turn', () => {
  it('never overlaps, and gives each its own result', async () => {
    const inTurn = createTurn()
    const seen: string[] = []
    const work = (name: string) =>
      inTurn(async () => {
        seen.push(`${name} begins`)
        await setImmediate()
        seen.push(`${name} ends`)
        return name
      })
    expect(await Promise.all([work('a'), work('b')])).toEqual(['a', 'b'])
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('goes on when one of them fails, and tells only whoever asked', async () => {
    const inTurn = createTurn()
    const failing = inTurn(() => Promise.reject(new Error('sunk')))
    const next = inTurn(async () => 'afloat')
    await expect(failing).rejects.toThrow('sunk')
    expect(await next).toBe('afloat')
  })
})
