import { describe, expect, it } from 'vitest'
import { scoreLine } from './score-line.ts'

describe('the line of a score', () => {
  it('has numbers to four decimals and whole ones as they are', () => {
    expect(scoreLine({ GOSPA: 104.53218, idsw: 3, seed: 123456, C: 1 })).toBe(
      '{"GOSPA":104.5322,"idsw":3,"seed":123456,"C":1}',
    )
  })

  it('rounds what is exactly between two to the even one', () => {
    expect(scoreLine([1 / 32, 3 / 32, 5 / 32, -1 / 32, 7 + 1 / 32])).toBe('[0.0312,0.0938,0.1562,-0.0312,7.0312]')
  })

  it('says null of what could not be counted, and nothing of what was not asked', () => {
    expect(scoreLine({ darkP: undefined, name: 'air' })).toBe('{"darkP":null,"name":"air"}')
    expect(scoreLine({})).toBe('{}')
  })
})
