import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { readRows } from './stored-rows.ts'

describe('rows of the store', () => {
  it('are read but for those that are damaged, which are spoken of', () => {
    const said: string[] = []
    const facts: object[] = []
    const error = (fact: object, text: string) => void [facts.push(fact), said.push(text)]
    const log = { ...createLog('silent'), error }
    const isName = (value: unknown) => typeof value === 'string'
    expect(readRows(['"Bequia"', '{"na', '7', '"Union"'], isName, 'a name', log)).toEqual(['Bequia', 'Union'])
    expect(facts).toEqual([{ characters: 4 }, { characters: 1 }])
    expect(said).toEqual(Array(2).fill('A row of the store is damaged and left out: a name is missing'))
  })
})
