import { describe, expect, it } from 'vitest'
import { claimOf } from './claim.ts'
import type { Sighting } from './sighting.ts'
import { VESSEL_KINDS } from './vessel-kinds.ts'

const seen: Sighting = {
  language: 'en', howSeen: 'radar', position: { lat: 13, lon: -61 }, covariance: { ee: 1, en: 0, nn: 1 }, leftOver: [],
}

describe('what a person says of an object', () => {
  it('may be nothing', () => {
    expect(claimOf(seen)).toEqual({ station: 'unknown' })
  })

  it('is its name, its number, who is on board and what trouble it is in', () => {
    const said = { name: 'SEA HAWK', marking: 'J8-123', peopleOnBoard: 3, emergency: 'medical', uid: 'a1' } as const
    expect(claimOf({ ...seen, ...said })).toEqual({ station: 'unknown', ...said })
  })

  it('describes its looks, with the reporter\u2019s own words last', () => {
    const looks = {
      vesselKind: 'go-fast', colour: 'white', engines: 1, description: 'low', leftOver: ['DUMPING', 'BALES'],
    } as const
    expect(claimOf({ ...seen, ...looks }).description).toBe('go-fast, white, 1 engine, low, DUMPING BALES')
    expect(claimOf({ ...seen, engines: 3 }).description).toBe('3 engines')
  })

  it('has the AIS type of a kind that has one', () => {
    expect(claimOf({ ...seen, vesselKind: 'tanker' })).toMatchObject({ shipType: 80 })
    expect(claimOf({ ...seen, vesselKind: 'go-fast' })).not.toHaveProperty('shipType')
  })

  it('is not of a vessel where it is a person or an aircraft', () => {
    expect(claimOf({ ...seen, vesselKind: 'person' }).station).toBe('person')
    expect(claimOf({ ...seen, vesselKind: 'aircraft' }).station).toBe('aircraft')
  })
})

describe('the kinds of vessels', () => {
  it('have an id and a title of their own in each language', () => {
    for (const key of ['id', 'en', 'es'] as const) {
      expect(new Set(VESSEL_KINDS.map((kind) => kind[key])).size).toBe(VESSEL_KINDS.length)
    }
  })

  it('have titles that every telephone can show', () => {
    for (const { en, es } of VESSEL_KINDS) expect(en + es).toMatch(/^[a-z -]+$/)
  })

  it('are spelt in capitals without accents', () => {
    for (const word of VESSEL_KINDS.flatMap(({ words }) => words)) expect(word).not.toMatch(/(?<!\\)[a-z\u00c0-\u017f]/)
  })
})
