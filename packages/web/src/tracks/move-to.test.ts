import { describe, expect, it } from 'vitest'
import { moveTo } from './move-to.ts'

const move = (key: string, at: number) => moveTo(key, at, 100, 10)

describe('in a list of a hundred', () => {
  it('the arrows move by one and stop at the ends', () => {
    expect([move('ArrowDown', 3), move('ArrowDown', 99), move('ArrowUp', 3), move('ArrowUp', 0)]).toEqual([4, 99, 2, 0])
  })

  it('the first press of an arrow leads to the first row', () => {
    expect([move('ArrowDown', -1), move('ArrowUp', -1)]).toEqual([0, 0])
  })

  it('Page Up and Page Down move by what is visible', () => {
    expect([move('PageDown', 3), move('PageDown', 95), move('PageUp', 13), move('PageUp', 4)]).toEqual([13, 99, 3, 0])
  })

  it('Home and End lead to the ends', () => {
    expect([move('Home', 50), move('End', 50)]).toEqual([0, 99])
  })

  it('other keys lead nowhere', () => {
    expect([move('a', 3), move('Tab', 3), moveTo('End', -1, 0, 10)]).toEqual([undefined, undefined, undefined])
  })
})
