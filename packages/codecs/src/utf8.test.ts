import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8Bytes, utf8Text } from './utf8.ts'

const read = (...bytes: number[]) => utf8Text(Uint8Array.from(bytes), 0, bytes.length)

describe('a text in UTF-8', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const bytes = utf8Bytes(text)
        expect([...bytes]).toEqual([...new TextEncoder().encode(text)])
        expect(utf8Text(bytes, 0, bytes.length)).toBe(text)
      }),
    )
  })

  it('is read when it is longer than one piece', () => {
    const text = 'Bequia ñ 🛥 '.repeat(2000)
    const bytes = utf8Bytes(text)
    expect(utf8Text(bytes, 0, bytes.length)).toBe(text)
  })

  it('is only what lies in its range', () => {
    expect(utf8Text(utf8Bytes('xxLa Niñaxx'), 2, 10)).toBe('La Niña')
  })

  it('has half a pair replaced, which no bytes can hold', () => {
    expect([...utf8Bytes('\ud800')]).toEqual([0xef, 0xbf, 0xbd])
  })

  it.each([
    ['a byte that begins nothing', [0x80]],
    ['a sequence that breaks off', [0xc3]],
    ['a sequence that another interrupts', [0xe2, 0x82, 0x41]],
    ['an overlong form of two', [0xc0, 0xaf]],
    ['an overlong form of three', [0xe0, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that never occurs', [0xff]],
  ])('is none with %s', (_, bytes) => {
    expect(read(...bytes)).toBeUndefined()
  })

  it('agrees with the platform on which bytes are a text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        let expected: string | undefined
        try {
          expected = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
        } catch {
          expected = undefined
        }
        expect(utf8Text(bytes, 0, bytes.length)).toBe(expected)
      }),
    )
  })
})
