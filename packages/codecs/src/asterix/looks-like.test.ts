import { describe, expect, it } from 'vitest'
import { encodeAsterix } from './encode.ts'
import { readEditions } from './editions.ts'
import { looksLikeAsterix } from './looks-like.ts'

const text = (words: string): Uint8Array => Uint8Array.from(Buffer.from(words, 'latin1'))
const plot = encodeAsterix([{ cat: 48, items: { 'I048/010': { SAC: 1, SIC: 2 } } }])

describe('an input', () => {
  it('looks like ASTERIX when a block of it can be read', () => {
    expect(looksLikeAsterix(plot)).toBe(true)
    expect(looksLikeAsterix(Buffer.concat([plot, plot.subarray(0, 2)]))).toBe(true)
  })

  it('looks like ASTERIX when one block follows another, even if nobody can read the first', () => {
    const strange = Uint8Array.from([48, 0, 5, 1, 1])
    expect(looksLikeAsterix(Buffer.concat([strange, plot]))).toBe(true)
    expect(looksLikeAsterix(strange)).toBe(false)
  })

  it.each([
    '', '\n', '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n', '"quoted"\n'.repeat(2000), 'A long word '.repeat(2000), '0'.repeat(20_000),
    '\n\n\n!AIVDM\n',
  ])('does not when it is text: %j', (words) => {
    expect(looksLikeAsterix(text(words.slice(0, 30_000)))).toBe(false)
  })
})

describe('the editions that somebody asks for', () => {
  it('are read by category', () => {
    expect(readEditions(['048=1.27', '21=0.26'])).toEqual({ ok: true, value: { 48: '1.27', 21: '0.26' } })
    expect(readEditions([])).toEqual({ ok: true, value: {} })
  })

  it.each([
    ['48', 'is written like 048=1.27, not "48"'],
    ['5=1.0', 'There is no category 005 here. There are: 001, 002, 010,'],
    ['48=1.23', 'Category 048 has no edition 1.23 here. It has: 1.27, 1.28,'],
    ['48=toString', 'has no edition toString'],
  ])('are refused with what there is: %s', (word, sentence) => {
    expect(readEditions([word])).toMatchObject({ ok: false, problem: expect.stringContaining(sentence) })
  })
})
