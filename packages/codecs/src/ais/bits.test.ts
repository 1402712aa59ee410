import { describe, expect, it } from 'vitest'
import { isArmour, readData, readSigned, readText, readUnsigned, SEXTETS } from './bits.ts'
import { asciiOf } from './fixtures/sentences.ts'
import { armour, padded } from './padded.ts'
import { asciiOf as codeOf, readable, sextetOf, textOf } from './text.ts'

describe('the armour', () => {
  it('has 64 characters, each for its own six bits', () => {
    const characters = Array.from({ length: 64 }, (_, sextet) => armour(sextet))
    expect(String.fromCharCode(...characters)).toBe('0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw')
    expect(characters.map((character) => SEXTETS[character])).toEqual(Array.from({ length: 64 }, (_, sextet) => sextet))
  })

  it('takes no other byte', () => {
    expect(SEXTETS.filter((sextet) => sextet > 63)).toHaveLength(256 - 64)
    expect(isArmour(asciiOf('0Ww`'), 0, 4)).toBe(true)
    expect(isArmour(asciiOf('0XW'), 0, 3)).toBe(false)
    expect(isArmour(asciiOf('X0W'), 1, 3)).toBe(true)
  })
})

describe('a number in a payload', () => {
  // 000001 000010 111111 111110
  const ascii = asciiOf('12wv')

  it.each([[0, 6, 1], [4, 4, 4], [5, 1, 1], [6, 6, 2], [10, 8, 0b10111111], [0, 24, 0b000001_000010_111111_111110]])(
    'starts at bit %i, is %i bits wide and reads %i',
    (start, width, value) => {
      expect(readUnsigned(ascii, 0, start, width)).toBe(value)
    },
  )

  it('is negative when its first bit is set', () => {
    expect(readSigned(ascii, 0, 12, 12)).toBe(-2)
    expect(readSigned(ascii, 0, 11, 13)).toBe(4094)
  })

  it('reads zeros behind the last byte', () => {
    expect(readUnsigned(ascii, 0, 18, 12)).toBe(0b111110_000000)
    expect(readUnsigned(ascii, 0, 600, 30)).toBe(0)
  })

  it('can have 51 bits', () => {
    expect(readUnsigned(asciiOf('wwwwwwwww'), 0, 0, 51)).toBe(2 ** 51 - 1)
  })
})

describe('binary content', () => {
  it.each([[0, '0:'], [1, '1:80'], [8, '8:ff'], [12, '12:fff0']])('of %i bits is written %s', (width, expected) => {
    expect(readData(asciiOf('www'), 0, 0, width)).toBe(expected)
  })
})

describe('six-bit text', () => {
  it('has 64 characters, each for its own six bits', () => {
    const all = String.fromCharCode(...Array.from({ length: 64 }, (_, sextet) => codeOf(sextet)))
    expect(all).toBe('@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !"#$%&\'()*+,-./0123456789:;<=>?')
    expect([...all].map(sextetOf)).toEqual(Array.from({ length: 64 }, (_, sextet) => sextet))
  })

  it.each([['a', 1], ['z', 26], ['é', 63], ['~', 63], ['\n', 63]])('takes %j for character %i', (character, sextet) => {
    expect(sextetOf(character)).toBe(sextet)
  })

  it('is read as transmitted', () => {
    expect(readText(asciiOf('123P0'), 0, 0, 5)).toBe('ABC @')
  })

  it.each([['MARIA  @@@', 'MARIA'], ['@MARIA', ''], ['  MARIA', '  MARIA'], ['', ''], ['A@B', 'A']])(
    '%j says %j',
    (transmitted, said) => {
      expect(readable(transmitted)).toBe(said)
    },
  )

  it('can lie in a number', () => {
    expect(textOf(1 * 64 ** 3 + 2 * 64 ** 2 + 63 * 64, 4)).toBe('AB?@')
  })
})

describe('a padded copy', () => {
  const text = (bytes: Uint8Array | undefined): string => String.fromCharCode(...(bytes ?? []).slice(0, 6))

  it('has zeros behind the last bit', () => {
    expect(text(padded(asciiOf('www'), 0, 3, 18))).toBe('www000')
    expect(text(padded(asciiOf('www'), 0, 3, 15))).toBe('wwp000')
    expect(text(padded(asciiOf('www'), 0, 3, 12))).toBe('ww0000')
  })

  it('has nothing of the bytes around the payload, nor of the copy before', () => {
    padded(asciiOf('wwwwww'), 0, 6, 36)
    expect(text(padded(asciiOf('a1w2b'), 1, 4, 18))).toBe('1w2000')
  })

  it('is not made of bytes that are no armour', () => {
    expect(padded(asciiOf('w,w'), 0, 3, 18)).toBeUndefined()
  })
})
