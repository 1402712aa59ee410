import { describe, expect, it } from 'vitest'
import { isRecord, listIn, LONGEST_TEXT, numberIn, own, parseJson, recordIn, textIn } from './json.ts'

describe('what a stranger wrote in JSON', () => {
  it('is undefined where it is none', () => {
    expect([parseJson('{"a":1}'), parseJson('{'), parseJson('')]).toEqual([{ a: 1 }, undefined, undefined])
  })

  it('is a record only with braces', () => {
    expect([{}, [], null, 'x', 5, undefined].map(isRecord)).toEqual([true, false, false, false, false, false])
  })

  it('holds its own members only', () => {
    const hostile = JSON.parse('{"__proto__":{"lat":1},"toString":5}')
    expect(own(hostile, 'toString')).toBe(5)
    expect(own({}, 'toString')).toBeUndefined()
    expect(own({}, '__proto__')).toBeUndefined()
    expect(numberIn(hostile, 'lat')).toBeUndefined()
    expect(recordIn(hostile, '__proto__')).toEqual({ lat: 1 })
  })

  it('is read by its type, or not at all', () => {
    const record = { number: 5, text: ' a ', list: [1], record: {}, empty: ' ', huge: Infinity, none: null }
    expect(Object.keys(record).map((key) => numberIn(record, key))).toEqual([5, ...Array(6).fill(undefined)])
    expect(Object.keys(record).map((key) => textIn(record, key))).toEqual([undefined, 'a', ...Array(5).fill(undefined)])
    expect([listIn(record, 'list'), listIn(record, 'record')]).toEqual([[1], undefined])
    expect([recordIn(record, 'record'), recordIn(record, 'list')]).toEqual([{}, undefined])
  })

  it('has no text without end', () => {
    expect(textIn({ text: 'x'.repeat(9999) }, 'text')).toHaveLength(LONGEST_TEXT)
  })
})
