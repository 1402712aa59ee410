import { describe, expect, it } from 'vitest'
import { identityKey, isKeyField, withoutForeignKeys } from './key.ts'

describe('what ties plots together', () => {
  it('is the strongest identity that is stated', () => {
    expect(identityKey({ mmsi: 377_000_001, icaoAddress: 1, uid: 'A' })).toBe(377_000_001)
    expect(identityKey({ icaoAddress: 0x0c_a0_01, uid: 'A' })).toBe('icao 827393')
    expect(identityKey({ uid: 'VMS VCT 12' })).toBe('uid VMS VCT 12')
  })

  it('is nothing where only a name is stated: names are not unique', () => {
    expect(identityKey({ name: 'ADMIRAL BAY', callSign: 'J8ABC', imo: 9_000_001 })).toBeUndefined()
  })

  it('is an MMSI of 0 too: what was stated is not judged here', () => {
    expect(identityKey({ mmsi: 0 })).toBe(0)
  })

  it('tells an address from a name of the same digits', () => {
    expect(identityKey({ icaoAddress: 7 })).not.toBe(identityKey({ uid: '7' }))
  })

  it('rests on three fields and no other', () => {
    expect((['mmsi', 'icaoAddress', 'uid'] as const).every(isKeyField)).toBe(true)
    expect((['name', 'callSign', 'imo', 'station'] as const).some(isKeyField)).toBe(false)
  })
})

describe('what another identity of the same object states', () => {
  it('is kept but for the keys that differ from those believed', () => {
    const stated = { uid: 'VMS VCT 12', mmsi: 2, name: 'ADMIRAL BAY' }
    expect(withoutForeignKeys(stated, { mmsi: 1 })).toEqual({ uid: 'VMS VCT 12', name: 'ADMIRAL BAY' })
  })

  it('is kept whole where nothing is believed, and where the same is', () => {
    const stated = { mmsi: 1, icaoAddress: 2, uid: 'A', name: 'ADMIRAL BAY' }
    expect(withoutForeignKeys(stated, {})).toEqual(stated)
    expect(withoutForeignKeys(stated, { mmsi: 1, icaoAddress: 2, uid: 'A' })).toEqual(stated)
  })

  it('names no field that was not stated', () => {
    expect(Object.keys(withoutForeignKeys({ name: 'ADMIRAL BAY' }, {}))).toEqual(['name'])
  })
})
