import { describe, expect, it } from 'vitest'
import { createDice } from './chance.ts'
import { createNames } from './names.ts'

describe('names', () => {
  it('are given once only', () => {
    const nameFor = createNames(createDice(1))
    const names = Array.from({ length: 300 }, () => nameFor('yacht'))
    expect(new Set(names).size).toBe(300)
  })

  it('fit message 5 and the six-bit alphabet', () => {
    const nameFor = createNames(createDice(2))
    for (const kind of ['ferry', 'tanker', 'trader', 'fishing', 'superyacht', 'longliner', 'cruise'] as const) {
      for (let i = 0; i < 12; i++) expect(nameFor(kind)).toMatch(/^[A-Z0-9 ]{3,20}$/)
    }
  })

  it('tell the trade, as owners’ names do', () => {
    const nameFor = createNames(createDice(3))
    expect(nameFor('tug')).toMatch(/^TUG /)
    expect(nameFor('ferry')).toMatch(/ EXPRESS$/)
    expect(nameFor('pilot')).toMatch(/^PILOT \d\d$/)
    expect(nameFor('yacht')).toMatch(/^[A-Z]+ [A-Z]+$/)
  })

  it('are the same for the same seed', () => {
    const three = (seed: number) => {
      const nameFor = createNames(createDice(seed))
      return [nameFor('yacht'), nameFor('bulker'), nameFor('fishing')]
    }
    expect(three(9)).toEqual(three(9))
    expect(three(9)).not.toEqual(three(10))
  })

  it('run out rather than repeat themselves', () => {
    const nameFor = createNames(createDice(4))
    const pilots = () => Array.from({ length: 100 }, () => nameFor('pilot'))
    expect(pilots).toThrow('no names left for a pilot')
  })
})
