import type { Claim, HeldClaim } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropClaims, holdClaim } from './claims.ts'
import { identityKey, isKeyField, withoutForeignKeys } from './key.ts'

const claimant = () => ({ claims: [] as HeldClaim[], claim: {} as Claim })
const statements = fc.array(fc.record({ name: fc.constantFrom('A', 'B', 'C'), sensorId: fc.constantFrom('x', 'y'), time: fc.nat(10) }), { maxLength: 20 })

describe('what is held of a claim', () => {
  it('is one value for each field and sensor, the newest, whatever the order', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const one = claimant()
        for (const { name, sensorId, time } of all) holdClaim(one, { name }, sensorId, time)
        for (const sensorId of ['x', 'y']) {
          const own = all.filter((statement) => statement.sensorId === sensorId)
          const held = one.claims.filter((claim) => claim.sensorId === sensorId)
          expect(held.map(({ time }) => time)).toEqual(own.length === 0 ? [] : [Math.max(...own.map(({ time }) => time))])
        }
      }),
    )
  })

  it('is believed as the newest of all states it', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const one = claimant()
        for (const { name, sensorId, time } of all) holdClaim(one, { name }, sensorId, time)
        const newest = Math.max(...one.claims.map(({ time }) => time))
        const stated = one.claims.filter(({ time }) => time === newest).map(({ value }) => value)
        if (all.length > 0) expect(stated).toContain(one.claim.name)
      }),
    )
  })

  it('is let go, and what others hold is believed again', () => {
    const one = claimant()
    holdClaim(one, { name: 'OLD', flag: 'VCT' }, 'x', 1)
    holdClaim(one, { name: 'NEW' }, 'y', 2)
    dropClaims(one, ({ sensorId }) => sensorId === 'y')
    expect(one.claim).toEqual({ name: 'OLD', flag: 'VCT' })
    expect(one.claims).toHaveLength(2)
    dropClaims(one, () => true)
    expect(one).toEqual({ claims: [], claim: {} })
  })

  it('stays the same object when nothing is let go', () => {
    const one = claimant()
    holdClaim(one, { name: 'SAME' }, 'x', 1)
    const { claim } = one
    dropClaims(one, () => false)
    expect(one.claim).toBe(claim)
  })
})

describe('the key of an identity', () => {
  it('is the strongest that is stated', () => {
    expect(identityKey({ mmsi: 1, icaoAddress: 2, uid: 'x' })).toBe(1)
    expect(identityKey({ icaoAddress: 2, uid: 'x' })).toBe('icao 2')
    expect(identityKey({ uid: 'x' })).toBe('uid x')
    expect(identityKey({ name: 'NOBODY', callSign: 'J8' })).toBeUndefined()
  })

  it('rests on three fields', () => {
    expect((['mmsi', 'icaoAddress', 'uid', 'name', 'imo'] as const).map(isKeyField)).toEqual([true, true, true, false, false])
  })

  it('is left out of what is stated where another names the object', () => {
    expect(withoutForeignKeys({ mmsi: 2, name: 'TENDER' }, { mmsi: 1 })).toEqual({ name: 'TENDER' })
    expect(withoutForeignKeys({ mmsi: 1, uid: 'x' }, { mmsi: 1 })).toEqual({ mmsi: 1, uid: 'x' })
    expect(withoutForeignKeys({ icaoAddress: 5 }, { mmsi: 1 })).toEqual({ icaoAddress: 5 })
  })
})
