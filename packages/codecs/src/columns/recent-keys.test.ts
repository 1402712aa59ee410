import { describe, expect, it } from 'vitest'
import { RecentKeys } from './recent-keys.ts'

describe('what was told', () => {
  it('is known when it is told again', () => {
    const keys = new RecentKeys()
    expect([keys.tell('a'), keys.tell('b'), keys.tell('a')]).toEqual([false, false, true])
  })

  it('is known for as many as it may hold, and then forgotten', () => {
    const keys = new RecentKeys(4)
    keys.tell('first')
    for (const key of ['1', '2', '3']) keys.tell(key)
    expect(keys.tell('first')).toBe(true)
    for (const key of ['4', '5', '6', '7', '8', '9', '10', '11']) keys.tell(key)
    expect(keys.tell('first')).toBe(false)
  })

  it('stays known while it is told again and again', () => {
    const keys = new RecentKeys(4)
    keys.tell('buoy')
    for (let each = 0; each < 100; each++) {
      keys.tell(String(each))
      expect(keys.tell('buoy')).toBe(true)
    }
  })

  it('is told apart though it is long', () => {
    const keys = new RecentKeys()
    expect([keys.tell('x'.repeat(500)), keys.tell('x'.repeat(501)), keys.tell('x'.repeat(500))]).toEqual([
      false,
      false,
      true,
    ])
  })
})
