import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WRONG } from './forms.ts'
import { clock, date, latitude, longitude, words } from './text-forms.ts'

describe('a time of day', () => {
  it.each([
    ['000000', 0],
    ['134601', 49_561],
    ['235959.99', 86_399.99],
    ['235960', 86_400],
    ['', undefined],
  ])('is seconds since midnight: "%s"', (field, seconds) => expect(clock.read([field])).toBe(seconds))

  it.each(['240000', '126000', '120061', '1346', '134601Z', '13:46:01'])(
    'is refused when there is none such: "%s"',
    (field) => expect(clock.read([field])).toBe(WRONG),
  )

  it('comes back as it was written, to hundredths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_639_999 }), (hundredths) => {
        expect(clock.read(clock.write(hundredths / 100))).toBeCloseTo(hundredths / 100, 6)
      }),
    )
    expect(clock.write(86_399.999)).toEqual(['235959.99'])
  })
})

describe('a date', () => {
  it('belongs to the age of GPS', () => {
    expect(date.read(['270715'])).toBe('2015-07-27')
    expect(date.read(['230394'])).toBe('1994-03-23')
    expect(date.read([''])).toBeUndefined()
    expect(date.write('2015-07-27')).toEqual(['270715'])
  })

  it.each(['320715', '000715', '271315', '2707155', 'today'])('is refused when there is none such: "%s"', (field) =>
    expect(date.read([field])).toBe(WRONG),
  )
})

describe('a latitude or longitude', () => {
  it('is degrees and minutes towards one side', () => {
    expect(latitude.read(['5812.7405', 'N'])).toBeCloseTo(58.212342, 6)
    expect(longitude.read(['06112.0000', 'W'])).toBeCloseTo(-61.2, 9)
    expect(latitude.read(['', ''])).toBeUndefined()
  })

  it.each([
    ['5860.0000', 'N'],
    ['9000.0001', 'N'],
    ['5812.7405', ''],
    ['5812.7405', 'E'],
    ['', 'N'],
    ['-812.7405', 'N'],
    ['58.2123', 'N'],
    ['05812.74.05', 'N'],
  ])('is refused when there is none such: %s %s', (field, side) => expect(latitude.read([field, side])).toBe(WRONG))

  it('comes back as it was written, to a fifth of a metre', () => {
    const upTo = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
    fc.assert(
      fc.property(upTo(90), upTo(180), (lat, lon) => {
        expect(Math.abs(Number(latitude.read(latitude.write(lat))) - lat)).toBeLessThan(1e-6)
        expect(Math.abs(Number(longitude.read(longitude.write(lon))) - lon)).toBeLessThan(1e-6)
      }),
    )
  })

  it('is never written with sixty minutes', () => {
    expect(latitude.write(13 - 1e-9)).toEqual(['1300.0000', 'N'])
    expect(longitude.write(-60.99999999)).toEqual(['06100.0000', 'W'])
  })
})

describe('words in a sentence', () => {
  it('keep the characters that the standard reserves', () => {
    expect(words.read(['PELICAN^2C 2^5E'])).toBe('PELICAN, 2^')
    expect(words.write('PELICAN, 2^')).toEqual(['PELICAN^2C 2^5E'])
    expect(words.read([''])).toBeUndefined()
    expect(words.read(['^ZZ'])).toBe('^ZZ')
  })

  it('come back as they were written, in Latin letters', () => {
    const unit = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code))
    const latin = fc.string({ minLength: 1, unit })
    fc.assert(
      fc.property(latin, (name) => {
        expect(words.read(words.write(name))).toBe(name)
      }),
    )
    expect(words.write('Ω')).toEqual(['?'])
  })
})
