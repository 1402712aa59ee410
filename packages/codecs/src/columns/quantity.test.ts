import { KNOT } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { LENGTHS, NUMBERS, parseNumber, parseQuantity, SPEEDS, unitNamed } from './quantity.ts'

describe('a number', () => {
  it.each([
    ['10', 10],
    ['10.5', 10.5],
    ['10,5', 10.5],
    ['-0,5', -0.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567.5', 1_234_567.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+7', 7],
  ])('%s is read', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  it.each(['', '.', ',', '-', '1-2', '1.2.3.', '+-1', '1e5', 'ten'])('%j is none', (text) => {
    expect(parseNumber(text)).toBeUndefined()
  })
})

describe('a quantity', () => {
  it('is in the unit that the column has', () => {
    expect(parseQuantity('36', SPEEDS, 'km/h')).toBeCloseTo(10, 9)
    expect(parseQuantity('10', SPEEDS, 'm/s')).toBe(10)
    expect(parseQuantity('2,5', LENGTHS, 'km')).toBe(2500)
  })

  it('is in knots or metres where nobody says', () => {
    expect(parseQuantity('10', SPEEDS)).toBeCloseTo(10 * KNOT, 9)
    expect(parseQuantity('31', LENGTHS)).toBe(31)
  })

  it('may bring a unit of its own, which counts before the column’s', () => {
    expect(parseQuantity('10.5 kn', SPEEDS, 'km/h')).toBeCloseTo(10.5 * KNOT, 9)
    expect(parseQuantity('36km/h', SPEEDS)).toBeCloseTo(10, 9)
    expect(parseQuantity('95 %', NUMBERS)).toBeCloseTo(0.95, 9)
  })

  it.each(['', '-', 'n/a', '10 parsecs', '10 kn 5', 'kn', '1'.repeat(60)])('is none in %j', (text) => {
    expect(parseQuantity(text, SPEEDS)).toBeUndefined()
  })
})

describe('a unit', () => {
  it('is known in any case', () => {
    expect(unitNamed('KNOTS', SPEEDS)).toBe('knots')
    expect(unitNamed('Km/H', SPEEDS)).toBe('km/h')
    expect(unitNamed('%', NUMBERS)).toBe('%')
    expect(unitNamed('', SPEEDS)).toBeUndefined()
    expect(unitNamed('furlong', LENGTHS)).toBeUndefined()
  })
})
