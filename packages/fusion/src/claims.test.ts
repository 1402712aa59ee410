import type { Claim, HeldClaim } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { dropClaims, holdClaim } from './claims.ts'

const nobody = (): { readonly claims: HeldClaim[]; claim: Claim } => ({ claims: [], claim: {} })

describe('what an object states of itself', () => {
  it('is held field by field, with the sensor that heard it and when', () => {
    const track = nobody()
    holdClaim(track, { mmsi: 1, name: 'ADMIRAL BAY' }, 'kingstown', 1000)
    expect(track.claims).toEqual([
      { field: 'mmsi', value: 1, sensorId: 'kingstown', time: 1000 },
      { field: 'name', value: 'ADMIRAL BAY', sensorId: 'kingstown', time: 1000 },
    ])
    expect(track.claim).toEqual({ mmsi: 1, name: 'ADMIRAL BAY' })
  })

  it('is believed as it was stated last, whoever heard it; the other stays on record', () => {
    const track = nobody()
    holdClaim(track, { name: 'ADMIRAL BAY' }, 'kingstown', 1000)
    holdClaim(track, { name: 'SEA QUEEN' }, 'castries', 2000)
    expect(track.claim.name).toBe('SEA QUEEN')
    expect(track.claims.map(({ value }) => value)).toEqual(['ADMIRAL BAY', 'SEA QUEEN'])
  })

  it('is not changed by what was stated before', () => {
    const track = nobody()
    holdClaim(track, { name: 'SEA QUEEN' }, 'castries', 2000)
    holdClaim(track, { name: 'ADMIRAL BAY' }, 'kingstown', 1000)
    expect(track.claim.name).toBe('SEA QUEEN')
    holdClaim(track, { name: 'OLD NAME' }, 'castries', 1500)
    expect(track.claims.map(({ value }) => value)).toEqual(['SEA QUEEN', 'ADMIRAL BAY'])
  })

  it('is held once for each sensor, however often it is said', () => {
    const track = nobody()
    for (let n = 0; n < 100; n++) holdClaim(track, { mmsi: 1, name: `N${n % 7}` }, 'kingstown', n)
    expect(track.claims.map(({ field, time }) => [field, time])).toEqual([['mmsi', 99], ['name', 99]])
  })

  it('is the same object as long as nothing new is stated', () => {
    const track = nobody()
    const hull = { bow: 30, stern: 10, port: 4, starboard: 4 }
    holdClaim(track, { dimensions: hull }, 'kingstown', 1000)
    const before = track.claim
    holdClaim(track, { dimensions: { ...hull } }, 'castries', 2000)
    expect(track.claim).toBe(before)
    holdClaim(track, { dimensions: { ...hull, bow: 31 } }, 'castries', 3000)
    expect(track.claim).toEqual({ dimensions: { ...hull, bow: 31 } })
  })

  it('leaves out what is undefined', () => {
    const track = nobody()
    const stated = { mmsi: 1, name: undefined } as unknown as Claim // As a codec of another make might hand it over.
    holdClaim(track, stated, 'kingstown', 1000)
    expect(track.claims).toHaveLength(1)
  })
})

describe('claims that are dropped', () => {
  it('are believed no longer, and what was held beside them is believed again', () => {
    const track = nobody()
    holdClaim(track, { name: 'ADMIRAL BAY' }, 'kingstown', 1000)
    holdClaim(track, { name: 'SEA QUEEN', callSign: 'J8ABC' }, 'castries', 2000)
    dropClaims(track, ({ sensorId }) => sensorId === 'castries')
    expect(track.claim).toEqual({ name: 'ADMIRAL BAY' })
    expect(track.claims).toHaveLength(1)
  })

  it('change nothing where there are none', () => {
    const track = nobody()
    holdClaim(track, { name: 'ADMIRAL BAY' }, 'kingstown', 1000)
    const before = track.claim
    dropClaims(track, () => false)
    expect(track.claim).toBe(before)
  })
})
