import { FLAG } from '@csii/contract'
import { STATIONS } from '@csii/model'
import ms from 'milsymbol'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import { identityOf, symbolCode } from './symbol-code.ts'

describe('the symbol of a contact', () => {
  it('tells real from simulated', () => {
    expect(symbolCode(ferry())[2]).toBe('0')
    expect(symbolCode(ferry({ flags: FLAG.simulated }))[2]).toBe('2')
  })

  it('of a passenger ship is neutral and on the sea', () => {
    expect(symbolCode(ferry({ shipType: 60 }))).toBe('10043000001401100000')
  })

  it('of a search and rescue aircraft is in the air', () => {
    expect(symbolCode(ferry({ station: STATIONS.indexOf('sar-aircraft') })).slice(4, 6)).toBe('01')
  })

  it('is one that the standard has, whatever the ship type', () => {
    for (let shipType = 0; shipType < 100; shipType++) {
      const code = symbolCode(ferry({ shipType }))
      expect(new ms.Symbol(code).isValid(), code).toBe(true)
    }
  })
})

describe('the identity of a vessel', () => {
  it('is unknown while she states no type', () => {
    expect(identityOf(ferry({ shipType: undefined }))).toBe('unknown')
    expect(identityOf(ferry({ shipType: 0 }))).toBe('unknown')
    expect(identityOf(ferry({ shipType: 70 }))).toBe('neutral')
  })
})
