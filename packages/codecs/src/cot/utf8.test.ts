import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

const read = (...bytes: number[]) => decodeUtf8(Uint8Array.from(bytes), 0, bytes.length)

describe('UTF-8', () => {
  it('reads what the platform writes, and writes the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const bytes = new TextEncoder().encode(text)
        expect(encodeUtf8(text)).toEqual(bytes)
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text)
      }),
    )
  })

  it('is refused exactly where the platform refuses it', () => {
    const edges = fc.constantFrom(0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0xbf, 0x41)
    const anyBytes = fc.array(fc.oneof(fc.nat(255), edges), { maxLength: 8 })
    const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        let theirs: string | undefined
        try {
          theirs = platform.decode(Uint8Array.from(bytes))
        } catch {
          theirs = undefined
        }
        expect(read(...bytes)).toBe(theirs)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['a slash in two bytes', [0xc0, 0xaf]],
    ['a slash in three bytes', [0xe0, 0x80, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
    ['a continuation without a begin', [0x80]],
    ['a sequence that is cut off', [0x41, 0xe2, 0x82]],
    ['five bytes', [0xf8, 0x88, 0x80, 0x80, 0x80]],
  ])('is not %s', (_, bytes) => {
    expect(read(...bytes)).toBeUndefined()
  })

  it('is read only as far as it goes', () => {
    expect(decodeUtf8(Uint8Array.of(0x41, 0xc3, 0xb1, 0x42), 1, 3)).toBe('ñ')
    expect(decodeUtf8(Uint8Array.of(0x41, 0xc3, 0xb1, 0x42), 0, 2)).toBeUndefined()
  })

  it('is read in any length', () => {
    const text = '漢😀a'.repeat(50_000)
    const bytes = new TextEncoder().encode(text)
    expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text)
  })

  it('has no half of a surrogate pair to write', () => {
    expect(encodeUtf8('a\ud800b')).toEqual(new TextEncoder().encode('a\ufffdb'))
  })
})
