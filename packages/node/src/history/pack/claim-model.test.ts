import type { Claim } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { ClaimModel, isSameClaim } from './claim-model.ts'
import { RangeDecoder } from './range-decoder.ts'
import { RangeEncoder } from './range-encoder.ts'
import { LONGEST_TEXT } from './text-model.ts'

type Said = readonly (Claim | undefined)[]

function bytesOf(claims: Said): Uint8Array {
  const coder = new RangeEncoder()
  const model = new ClaimModel(coder, claims.map((claim) => claim?.mmsi ?? 0))
  claims.forEach((claim, at) => model.code(claim, claims[at - 1], at === 0))
  return coder.finish()
}

function claimsOf(bytes: Uint8Array, count: number): Said {
  const model = new ClaimModel(new RangeDecoder(bytes, 0), [])
  const claims: (Claim | undefined)[] = []
  for (let at = 0; at < count; at++) claims.push(model.code(undefined, claims[at - 1], at === 0))
  return claims
}

const ferry: Claim = { mmsi: 377_123_000, station: 'class-a', navigationStatus: 0 }
const buoy: Claim = {
  mmsi: 993_771_001, station: 'aton', name: 'ADMIRALTY BAY', aidType: 14, virtualAid: true,
  dimensions: { bow: 1, stern: 1, port: 2, starboard: 2 },
}

describe('claims', () => {
  it('are read as they were written, one after another', () => {
    const claims = [ferry, undefined, buoy, {}, ferry, { ...ferry, navigationStatus: 5 }, { draught: 3.7, eta: '11-24T02:10Z' }]
    expect(claimsOf(bytesOf(claims), claims.length)).toStrictEqual(claims)
  })

  it('keep what was said in its order', () => {
    const turned: Claim = { navigationStatus: 0, station: 'class-a', mmsi: 377_123_000 }
    const [read] = claimsOf(bytesOf([turned]), 1)
    expect(Object.keys(read!)).toEqual(['navigationStatus', 'station', 'mmsi'])
    expect(isSameClaim(ferry, turned)).toBe(false)
  })

  it('that differ in nothing but the MMSI take two or three bytes each', () => {
    const fleet = Array.from({ length: 100 }, (_, n) => ({ ...ferry, mmsi: 377_123_000 + n * 911 }))
    expect(bytesOf(fleet).length).toBeLessThan(300)
    expect(claimsOf(bytesOf(fleet), 100)).toStrictEqual(fleet)
  })

  it('that are said again take next to nothing', () => {
    expect(bytesOf(Array.from({ length: 1000 }, () => ({ ...buoy }))).length - bytesOf([buoy]).length).toBeLessThan(10)
  })

  it('hold texts of any script', () => {
    const claims = [{ name: 'Ñandú 🚢' }, { name: '\ud800' }, { name: '' }]
    expect(claimsOf(bytesOf(claims), 3)).toStrictEqual(claims)
  })

  it('are refused with a text that no sensor sends', () => {
    expect(() => bytesOf([{ description: 'x'.repeat(LONGEST_TEXT + 1) }])).toThrow(RangeError)
  })

  it('are the same only with the same hull', () => {
    const other = { ...buoy, dimensions: { bow: 1, stern: 1, port: 2, starboard: 3 } }
    expect(isSameClaim(buoy, { ...buoy, dimensions: { ...buoy.dimensions! } })).toBe(true)
    expect(isSameClaim(buoy, other)).toBe(false)
    expect(isSameClaim(undefined, undefined)).toBe(true)
    expect(isSameClaim(ferry, undefined)).toBe(false)
  })
})
