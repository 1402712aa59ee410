import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latin1 } from '../columns/fixtures/bytes.ts'
import { describeNaf } from './describe.ts'
import { FIELDS, naf } from './fixtures/heard.ts'
import { decodeNaf, encodeNaf, type NafMessage } from './naf.ts'

function decoded(text: string | Uint8Array): NafMessage['fields'] {
  const message = decodeNaf(typeof text === 'string' ? latin1(text) : text)
  if (!message.ok) throw new Error(message.problem)
  return message.value.fields
}

const problemOf = (text: string) => {
  const message = decodeNaf(latin1(text))
  return message.ok ? undefined : message.problem
}

/** As the Panamanian system sends it. */
const PANAMA =
  '//SR//AD/PAN//FR/PAN//TM/POS//NA/MEGA 811//IR/47083-PEXT//RC/HP4077//XR/8523632//DA/190515//TI/1151//LT/-20.860//LG/-100.274//' +
  'FS/PAN//RN/320491//ER'

describe('a message in the North Atlantic Format', () => {
  it('is read field by field, as sent', () => {
    expect(decoded(PANAMA)).toEqual({
      AD: 'PAN',
      FR: 'PAN',
      TM: 'POS',
      NA: 'MEGA 811',
      IR: '47083-PEXT',
      RC: 'HP4077',
      XR: '8523632',
      DA: '190515',
      TI: '1151',
      LT: '-20.860',
      LG: '-100.274',
      FS: 'PAN',
      RN: '320491',
    })
    expect(decoded(`${PANAMA}//`)).toEqual(decoded(PANAMA))
  })

  it('keeps codes that nobody here knows, and slashes within a value', () => {
    expect(decoded('//SR//AD/XNE//TM/POS//ZZ/what//BAT4/12/13//ER//')).toMatchObject({ ZZ: 'what', BAT4: '12/13' })
  })

  it('has no value where none is written', () => {
    expect(decoded('//SR//AD/XNE//TM/POS//IR///RC/ABC//XR//NA/ //ER//')).toEqual({ AD: 'XNE', TM: 'POS', RC: 'ABC' })
  })

  it('is in ISO 8859-1, without control characters', () => {
    expect(decoded('//SR//AD/XNE//TM/POS//NA/SE\xd1ORITA \xc5SE\x07//ER//')['NA']).toBe('SEÑORITA ÅSE')
  })

  it('may say the same twice, and not two things', () => {
    expect(decoded('//SR//AD/XNE//TM/POS//RC/ABC//RC/ABC//ER//')['RC']).toBe('ABC')
    expect(problemOf('//SR//AD/XNE//TM/POS//RC/ABC//RC/ABD//ER//')).toBe('value')
  })

  it.each([
    ['//SR//TM/POS//ER//', 'length'],
    ['//SR//AD/XNE//ER//', 'length'],
    ['//SR//AD/XNE//TM///ER//', 'length'],
    ['//SR////ER//', 'length'],
    ['//SR//AD/XNE//TM/position//ER//', 'value'],
    ['//SR//AD/XNE//TM/POS//rc/ABC//ER//', 'framing'],
    ['//SR//AD/XNE//TM/POS//no code here//ER//', 'framing'],
    ['//SR//AD/XNE//SR//TM/POS//ER//', 'framing'],
    ['//AD/XNE//TM/POS//ER//', 'framing'],
    ['//SR//AD/XNE//TM/POS//', 'framing'],
    ['', 'framing'],
  ])('%s is refused for its %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })

  it('is refused at every length short of its own', () => {
    const whole = naf()
    for (let length = 0; length < whole.length - 2; length++) expect(decodeNaf(whole, 0, length).ok).toBe(false)
    expect(decodeNaf(whole, 0, whole.length - 2).ok).toBe(true)
  })

  it('is the same after it was written and read', () => {
    const text = fc.string({
      unit: fc
        .integer({ min: 33, max: 255 })
        .filter((code) => code !== 47 && !(code > 126 && code < 161))
        .map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 30,
    })
    const fields = fc.dictionary(
      fc.stringMatching(/^[A-Z]{2}$/).filter((code) => !['SR', 'ER', 'AD', 'TM'].includes(code)),
      text,
      { maxKeys: 15 },
    )
    fc.assert(
      fc.property(fields, fc.stringMatching(/^[A-Z]{3}$/), (others, TM) => {
        const message = { fields: { AD: 'XNE', TM, ...others } }
        expect(decoded(encodeNaf(message))).toEqual(message.fields)
      }),
    )
  })

  it('is written with a blank for a slash and a mark for what the set lacks', () => {
    expect(decoded(encodeNaf({ fields: { AD: 'XNE', TM: 'POS', NA: 'A//B/ \n漢字' } }))['NA']).toBe('A  B  ??')
  })
})

describe('a message as it is printed', () => {
  const shown = (fields: NafMessage['fields']) => describeNaf({ fields })

  it('has its codes, and what its place means', () => {
    expect(shown(FIELDS)).toMatchObject({
      TM: 'POS',
      RN: 17,
      SP: 85,
      LT: 13.087,
      time: '2026-03-01T12:30:00.000Z',
      lat: 13.087,
      lon: -61.258,
      speed: 8.5,
      course: 270,
    })
  })

  it('keeps zeros in front of what is no number', () => {
    expect(shown({ AD: 'VCT', TM: 'RET', RS: 'NAK', RE: '104', RC: '0012' })).toEqual({
      AD: 'VCT',
      TM: 'RET',
      RS: 'NAK',
      RE: '104',
      RC: '0012',
    })
  })

  it('says what is wrong with its place', () => {
    expect(shown({ ...FIELDS, LT: '+99.000' })).toMatchObject({ LT: 99, problem: 'value' })
  })
})
