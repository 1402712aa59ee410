import { describe, expect, it } from 'vitest'
import { decodeAsterix } from './decode.ts'
import { asterixEncoder, encodeAsterix } from './encode.ts'

const encode = (items: Record<string, never> | object, cat = 48) => encodeAsterix([{ cat, items: items as Record<string, number> }]) // Some are wrong on purpose.

describe('a record that is sent', () => {
  it('has its presence bits, and no more octets of them than it needs', () => {
    expect(Buffer.from(encode({ 'I048/010': { SAC: 1, SIC: 2 } })).toString('hex')).toBe('300006800102')
    expect(Buffer.from(encode({ 'I048/161': { TRN: 5 } })).toString('hex')).toBe('30000701100005')
  })

  it('is rounded to what can be sent', () => {
    const bytes = encode({ 'I048/040': { RHO: 10.001, THETA: 90.001 } })
    const [record] = decodeAsterix(bytes, 0, bytes.length).records
    expect(record?.items).toEqual({ 'I048/040': { RHO: 10, THETA: 90 } })
  })

  it('has a call sign filled up with blanks', () => {
    const bytes = encode({ 'I048/240': 'J8VIN' })
    expect(decodeAsterix(bytes, 0, bytes.length).records[0]?.items).toEqual({ 'I048/240': 'J8VIN   ' })
  })

  it('shares a block with others of its category, as long as a datagram holds them', () => {
    const plots = Array.from({ length: 400 }, () => ({ cat: 48, items: { 'I048/140': 5 } }))
    const bytes = encodeAsterix([...plots, { cat: 34, items: { 'I034/000': 1 } }])
    const lengths: number[] = []
    for (let at = 0; at < bytes.length; at += lengths.at(-1)!) lengths.push((bytes[at + 1]! << 8) | bytes[at + 2]!)
    expect(lengths).toEqual([1403, 203, 5])
    expect(decodeAsterix(bytes, 0, bytes.length).records).toHaveLength(401)
  })

  it.each([
    ['an item that its edition does not have', { 'I048/999': 1 }, 'has no I048/999'],
    ['a number that does not fit', { 'I048/161': { TRN: 4096 } }, 'I048/161/TRN cannot be 4096'],
    ['a negative code', { 'I048/161': { TRN: -1 } }, 'cannot be -1'],
    ['a field that is missing', { 'I048/010': { SAC: 1 } }, 'I048/010/SIC has no value'],
    ['no number', { 'I048/140': 'noon' }, 'I048/140 is no number'],
    ['not a number', { 'I048/140': Number.NaN }, 'cannot be NaN'],
    ['a number for text', { 'I048/220': 5 }, 'I048/220 is no text'],
    ['an address of another length', { 'I048/220': 'ABC' }, 'cannot be "ABC"'],
    ['digits that are none', { 'I048/070': { V: 0, G: 0, L: 0, MODE3A: '7800' } }, 'cannot be "7800"'],
    ['letters that cannot be sent', { 'I048/240': 'süd' }, 'cannot be "süd"'],
    ['a value for a group', { 'I048/010': 7 }, 'is no group'],
    ['a chain without an element', { 'I048/030': [] }, 'no list that can be sent'],
    ['more than a count can say', { 'I048/250': Array.from({ length: 256 }, () => 0) }, 'no list that can be sent'],
    ['a special purpose field too long', { 'I048/SP': '00'.repeat(255) }, 'longer than it can be'],
    ['a special purpose field that is no hexadecimal', { 'I048/SP': 'xyz' }, 'cannot be "xyz"'],
    ['a special purpose field with fields', { 'I048/SP': { A: 1 } }, 'hexadecimal digits'],
  ])('is an error of whoever made it when it holds %s', (_, items, sentence) => {
    expect(() => encode(items)).toThrow(sentence)
  })

  it('does not spoil an encoder that is kept: the next one is as if it were the first', () => {
    const kept = asterixEncoder()
    const record = { cat: 48, items: { 'I048/161': { TRN: 5 } } }
    expect(() => kept([{ cat: 48, items: { 'I048/161': { TRN: 4096 } } }])).toThrow('cannot be 4096')
    expect(kept([record])).toEqual(encodeAsterix([record]))
  })

  it('is an error when its category is none, or it does not say what it is', () => {
    expect(() => encode({}, 5)).toThrow('There is no category 5 here')
    expect(() => encode({}, 1)).toThrow('needs I001/020')
  })
})
