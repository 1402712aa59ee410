import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latin1, utf8 } from './fixtures/bytes.ts'
import { decodeLatin1, decodeText, plainWord } from './text.ts'

const read = (bytes: Uint8Array) => decodeText(bytes, 0, bytes.length)

describe('text of unknown origin', () => {
  it('is UTF-8 where it is that', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(read(utf8(text))).toBe(text)))
  })

  it('is ISO 8859-1 where it is not', () => {
    expect(read(latin1('Se\xf1orita, \xb0 and \xfc'))).toBe('Señorita, ° and ü')
  })

  it.each([
    ['a longer form of a short character', [0xc0, 0xaf]],
    ['a longer form of three bytes', [0xe0, 0x80, 0x80]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a code beyond the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a character that breaks off', [0x41, 0xe2, 0x82]],
    ['a byte that begins none', [0x80]],
  ])('is not UTF-8 with %s', (_, bytes) => {
    expect(read(Uint8Array.from(bytes))).toBe(String.fromCharCode(...bytes))
  })

  it('is only the range', () => {
    expect(decodeText(latin1('abcdef'), 2, 4)).toBe('cd')
    expect(decodeLatin1(latin1('abcdef'), 2, 4)).toBe('cd')
  })
})

describe('a plain word', () => {
  it.each(['Vessel Name', 'vessel_name', 'VESSELNAME', ' Vessel-Name: '])('is the same for %j', (header) => {
    expect(plainWord(header)).toBe('vesselname')
  })

  it('has no accents', () => {
    expect(plainWord('Pabellón / Número')).toBe('pabellonnumero')
  })
})
