import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum, decimal, hexByte, hexDigit, indexWithin, lastIndexWithin, text } from './ascii.ts'
import { bytesOf } from './fixtures/reading.ts'

describe('a hexadecimal digit', () => {
  it('is read in either case', () => {
    expect([...'09AFaf'].map((digit) => hexDigit(digit.charCodeAt(0)))).toEqual([0, 9, 10, 15, 10, 15])
  })

  it('is none in any other character, and none where the bytes end', () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(hexDigit(byte) >= 0).toBe(/^[0-9A-Fa-f]$/.test(String.fromCharCode(byte)))
    }
    expect(hexDigit(undefined)).toBe(-1)
  })

  it('makes a byte with another, if both lie in the range', () => {
    expect(hexByte(bytesOf('*5C'), 1, 3)).toBe(0x5c)
    expect(hexByte(bytesOf('*5C'), 1, 2)).toBe(-1)
    expect(hexByte(bytesOf('*5G'), 1, 3)).toBe(-1)
  })
})

describe('a whole number', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (number) => {
        const digits = bytesOf(`,${number},`)
        expect(decimal(digits, 1, digits.length - 1)).toBe(number)
      }),
    )
  })

  it.each(['', ' 1', '1 ', '-1', '+1', '1.0', '0x1', '1e3', '1234567890123456'])('is none in %j', (characters) => {
    expect(decimal(bytesOf(characters), 0, characters.length)).toBeUndefined()
  })
})

describe('a checksum', () => {
  it.each([
    ['AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0', '5C'],
    ['GPGLL,5250.53669,N,00542.34920,E,213950.00,A,A', '67'],
    ['si:AISD', '3F'],
    ['', '00'],
  ])('of %j is %s', (characters, sum) => {
    expect(checksum(characters)).toBe(sum)
  })
})

describe('a text', () => {
  it('is the bytes of its range', () => {
    expect(text(bytesOf('s:tower*hh'), 2, 7)).toBe('tower')
  })
})

describe('a byte', () => {
  const bytes = bytesOf('a,b,c,d')
  const comma = 44

  it('is found first and last in a range', () => {
    expect([indexWithin(bytes, comma, 2, 7), lastIndexWithin(bytes, comma, 0, 5)]).toEqual([3, 3])
  })

  it('is not found outside it', () => {
    expect([indexWithin(bytes, comma, 2, 3), lastIndexWithin(bytes, comma, 2, 3)]).toEqual([-1, -1])
  })
})
