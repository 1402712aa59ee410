import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, frameOf, KLM1023 } from './fixtures/heard.ts'
import { document, frames, seeds } from './fixtures/seeds.ts'
import { toBeast } from './framing.ts'
import { looksLikeAdsb } from './looks-like.ts'

const look = (text: string) => looksLikeAdsb(bytesOf(text))

describe('ADS-B', () => {
  it('is recognised in each of its forms', () => {
    expect(look(`*${KLM1023};\n`)).toBe('avr')
    expect(look(`@00000000000A${KLM1023};\n`)).toBe('avr')
    expect(look('\r\nMSG,8,1,1,4840D6,1,,,,,,,,,,,,,,,,\r\n')).toBe('sbs')
    expect(look(document)).toBe('aircraft-json')
    expect(looksLikeAdsb(toBeast(frameOf(KLM1023), 0x1a1a))).toBe('beast')
    for (const seed of seeds) expect(looksLikeAdsb(seed)).toBeDefined()
  })

  it('is recognised wherever a fragment of a stream begins', () => {
    const stream = Uint8Array.from(frames.flatMap((frame) => [...toBeast(frame, 77)]))
    for (let from = 0; from < 60; from++) expect(looksLikeAdsb(stream.subarray(from))).toBe('beast')
    expect(look(`D6202CC371C32CE0576098;\n*${KLM1023};\n`)).toBe('avr')
    expect(look(',,,,0\r\nMSG,8,1,1,4840D6,1,,,,,,,,,,,,,,,,\r\n')).toBe('sbs')
  })

  it('is not recognised in other things', () => {
    for (const text of ['', 'MSG', '*8D48;', '{"now":1}', '{"aircraft":[]}',
      '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C', '\x1a9', '\x1a', '<event version="2.0"/>'])
      expect(look(text)).toBeUndefined()
  })

  it('is hardly ever recognised in noise', () => {
    let recognised = 0
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void (looksLikeAdsb(noise) && recognised++)),
      { numRuns: 5000, seed: 1 })
    expect(recognised).toBeLessThan(3)
  })
})
