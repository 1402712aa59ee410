import { describe, expect, it } from 'vitest'
import { keepName, nameOn } from './use-name.ts'

function shelf() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
}
const forbidden = {
  getItem(): string {
    throw new Error('SecurityError')
  },
  setItem(): void {
    throw new Error('QuotaExceededError')
  },
}

describe('the name of who decides', () => {
  it('is kept by the browser, and is none at first', () => {
    const own = shelf()
    expect(nameOn(own)).toBe('')
    keepName(own, 'Sgt. Browne')
    expect(nameOn(own)).toBe('Sgt. Browne')
  })

  it('is typed again where the browser keeps nothing', () => {
    expect(() => keepName(forbidden, 'JB')).not.toThrow()
    expect([nameOn(forbidden), nameOn(undefined)]).toEqual(['', ''])
  })
})
