import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { angle, eastward, letter, number, positive, whole, withLetter, WRONG } from './forms.ts'

describe('a number in a sentence', () => {
  it.each([
    ['0.48', 0.48],
    ['-6.3', -6.3],
    ['007', 7],
    ['12.', 12],
    ['.5', 0.5],
    ['', undefined],
  ])('is read as it stands: "%s"', (field, value) => {
    expect(number().read([field])).toBe(value)
  })

  it.each(['-', '.', '1e5', '0x10', 'NaN', 'Infinity', '1,5', '1 5', '--1', '+1', '-1.-5', '1'.repeat(13)])(
    'is refused when it is none: "%s"',
    (field) => expect(number().read([field])).toBe(WRONG),
  )

  it('keeps within what it measures', () => {
    expect(positive().read(['-0.1'])).toBe(WRONG)
    expect(angle().read(['360'])).toBe(360)
    expect(angle().read(['360.1'])).toBe(WRONG)
    expect(whole(1, 31).read(['32'])).toBe(WRONG)
    expect(whole(1, 31).read(['7.5'])).toBe(WRONG)
    expect(whole(-13, 13).read(['-04'])).toBe(-4)
  })

  it('is written with the digits of its field', () => {
    expect(angle().write(5)).toEqual(['005.0'])
    expect(whole(0, 99, 2).write(7)).toEqual(['07'])
    expect(whole(-13, 13, 2).write(-4)).toEqual(['-04'])
    expect(positive(3).write(1.25)).toEqual(['1.250'])
  })

  it('comes back as it was written, to the digits that are', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 360, noNaN: true }), (value) => {
        expect(angle(2).read(angle(2).write(value))).toBeCloseTo(value, 1)
      }),
    )
  })
})

describe('a letter in a sentence', () => {
  it('is one of those that the field allows, in capitals', () => {
    const status = letter(['L', 'Q', 'T'])
    expect(status.read(['Q'])).toBe('Q')
    expect(status.read([''])).toBeUndefined()
    expect(status.read(['q'])).toBe(WRONG)
    expect(status.read(['QQ'])).toBe(WRONG)
  })
})

describe('a number with its letter', () => {
  it('may lack the letter, and may not have another', () => {
    const trueHeading = withLetter(angle(), 'T')
    expect(trueHeading.read(['12.5', 'T'])).toBe(12.5)
    expect(trueHeading.read(['12.5', ''])).toBe(12.5)
    expect(trueHeading.read(['', 'T'])).toBeUndefined()
    expect(trueHeading.read(['12.5', 'M'])).toBe(WRONG)
    expect(trueHeading.write(12.5)).toEqual(['012.5', 'T'])
  })

  it('counts degrees towards the east, against the west', () => {
    expect(eastward.read(['2.9', 'E'])).toBe(2.9)
    expect(eastward.read(['15.2', 'W'])).toBe(-15.2)
    expect(eastward.read(['', ''])).toBeUndefined()
    expect(eastward.read(['15.2', ''])).toBe(WRONG)
    expect(eastward.read(['15.2', 'N'])).toBe(WRONG)
    expect(eastward.read(['x', 'W'])).toBe(WRONG)
    expect(eastward.write(-15.2)).toEqual(['15.2', 'W'])
  })
})
