import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber, readTime, writeNumber, writeTime } from './values.ts'

describe('a number of an event', () => {
  it.each([
    ['13.25', 13.25],
    ['-61', -61],
    ['+.5', 0.5],
    ['7.', 7],
    [' 1e3\n', 1000],
    ['9999999.0', 9_999_999],
    ['-1.5E-7', -1.5e-7],
  ])('is read from %j', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  it.each([undefined, '', ' ', 'NaN', 'Infinity', '12,5', '0x10', '1e', '1 2', '--1', '.'])('is none in %j', (text) => {
    expect(readNumber(text)).toBeNaN()
  })

  it('is written without an exponent, and read again', () => {
    expect([1e-7, -1.25e-9, 1e21, 1.5e22, 0, -0, 13.5].map(writeNumber)).toEqual(
      ['0.0000001', '-0.00000000125', '1' + '0'.repeat(21), '15' + '0'.repeat(21), '0', '0', '13.5'],
    )
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(writeNumber(value)).not.toMatch(/e/)
        expect(readNumber(writeNumber(value))).toBe(value + 0)
      }),
    )
  })
})

describe('a time of an event', () => {
  it.each([
    ['2026-01-03T12:00:00Z', 0],
    ['2026-01-03T12:00:00.5Z', 500],
    ['2026-01-03T12:00:00.1239999Z', 123],
    ['2026-01-03T12:00:00', 0],
    ['2026-01-03T08:00:00-04:00', 0],
    ['2026-01-03T17:30:00.000+05:30', 0],
    [' 2026-01-03T12:00:00Z ', 0],
    ['2026-01-03T11:59:60Z', 0],
  ])('is read from %s', (text, milliseconds) => {
    expect(readTime(text)).toBe(Date.UTC(2026, 0, 3, 12) + milliseconds)
  })

  it.each([
    undefined,
    '',
    'now',
    '2026-01-03',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-03T24:00:00Z',
    '2026-01-03T12:60:00Z', '1767441600000', '2026-01-03T12:00:00ZZ', '0000-01-01T00:00:00Z',
  ])('is none in %j', (text) => {
    expect(readTime(text)).toBeUndefined()
  })

  it('is read as it was written', () => {
    const anyTime = fc.integer({ min: 0, max: Date.UTC(9999, 0) })
    fc.assert(fc.property(anyTime, (time) => void expect(readTime(writeTime(time))).toBe(time)))
  })
})
