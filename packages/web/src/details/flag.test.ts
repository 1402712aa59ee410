import { describe, expect, it } from 'vitest'
import { flagOf, midOf } from './flag.ts'
import { COUNTRY_BY_MID } from './mid.ts'

describe('the flag of an MMSI', () => {
  it.each([
    [375_000_123, 'St. Vincent & Grenadines'], [314_001_000, 'Barbados'], [343_000_001, 'St. Lucia'],
    [362_000_001, 'Trinidad & Tobago'], [329_000_001, 'Guadeloupe'], [538_000_001, 'Marshall Islands'],
  ])('%i is %s', (mmsi, country) => {
    expect(flagOf(mmsi, 'en')).toBe(country)
  })

  it('is named in the reader’s language', () => {
    expect(flagOf(244_000_001, 'fr')).toBe('Pays-Bas')
    expect(flagOf(244_000_001, 'nl')).toBe('Nederland')
    expect(flagOf(244_000_001, 'ht')).toBe('Pays-Bas')
  })

  it('is nobody’s where the digits were never given out', () => {
    expect(flagOf(799_000_001, 'en')).toBeUndefined()
    expect(flagOf(123_456_789, 'en')).toBeUndefined()
  })
})

describe('the maritime identification digits', () => {
  it.each([
    ['a ship', 375_000_123, 375], ['a coast station', 3_750_012, 375], ['a group', 37_500_012, 375],
    ['a SAR aircraft', 111_375_001, 375], ['an aid to navigation', 993_751_234, 375], ['a craft', 983_751_234, 375],
    ['a handheld', 837_512_345, 375],
  ])('of %s are found', (_, mmsi, mid) => {
    expect(midOf(mmsi)).toBe(mid)
  })

  it.each([970_010_001, 972_010_001, 974_010_001, 0, 100_000_000])('are absent from %i', (mmsi) => {
    expect(midOf(mmsi)).toBeUndefined()
  })

  it('are some 290 in the table, each of a real country or territory', () => {
    expect(COUNTRY_BY_MID.size).toBeGreaterThan(280)
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    for (const [mid, country] of COUNTRY_BY_MID) expect(names.of(country), `${mid} ${country}`).toBeDefined()
  })
})
