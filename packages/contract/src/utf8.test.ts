import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

const text = fc.string({ unit: 'binary', maxLength: 60 })
const platform = { encode: new TextEncoder(), decode: new TextDecoder('utf-8', { ignoreBOM: true }) }

describe('the name of a vessel in UTF-8', () => {
  it('is the same bytes as the platform writes', () => {
    fc.assert(
      fc.property(text, (name) => {
        expect([...encodeUtf8(name)]).toEqual([...platform.encode.encode(name)])
      }),
    )
  })

  it('reads as the platform reads it', () => {
    fc.assert(
      fc.property(text, (name) => {
        const bytes = platform.encode.encode(name)
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(platform.decode.decode(bytes))
      }),
    )
  })

  it.each([
    ['MOKO JUMBIE', 11], ['Î', 2], ['Ł€', 5], ['⚓', 3], ['🛥', 4],
  ])('%s takes %i bytes', (name, length) => {
    expect(encodeUtf8(name).length).toBe(length)
    expect(decodeUtf8(encodeUtf8(name), 0, length)).toBe(name)
  })

  it('has U+FFFD where half of a surrogate pair stands alone', () => {
    const bytes = encodeUtf8('A\ud83dB')
    expect(decodeUtf8(bytes, 0, bytes.length)).toBe('A\ufffdB')
  })

  it('is read from its own bytes only, whatever stands beside it', () => {
    const bytes = encodeUtf8('ÉLANÎLE')
    expect(decodeUtf8(bytes, 0, 5)).toBe('ÉLAN')
    expect(decodeUtf8(bytes, 5, bytes.length)).toBe('ÎLE')
  })

  it('is some text, and no exception, when the bytes are noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
        expect([...decodeUtf8(noise, 0, noise.length)].length).toBeLessThanOrEqual(noise.length)
      }),
    )
  })
})
