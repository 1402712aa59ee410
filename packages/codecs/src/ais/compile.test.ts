import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { data, fixed, flag, list, optional, restText, signed, spare, text, unsigned } from './field.ts'
import { asciiOf } from './fixtures/sentences.ts'
import { table, type Table } from './table.ts'

/** Reads a payload without padding by a table of its own. */
const readBy = (layout: Table, payload: string): unknown => {
  const ascii = asciiOf(payload)
  return compile<unknown>(layout)(ascii, 0, ascii.length, ascii.length * 6)
}

describe('a table', () => {
  it('reads numbers, flags and texts that begin anywhere', () => {
    const layout = table([flag('odd'), unsigned('small', 4), signed('below', 7), text('name', 2), spare('rest', 6)])
    // 1 0110 1111110 000001 000010 000011
    expect(readBy(layout, 'ev123')).toEqual({ bits: 30, odd: true, small: 6, below: -2, name: 'AB', rest: 3 })
  })

  it('reads numbers of any width up to 51 bits', () => {
    for (let width = 1; width <= 51; width++) {
      const layout = table([unsigned('before', 3), unsigned('value', width)])
      expect(readBy(layout, 'w'.repeat(9))).toEqual({ bits: 54, before: 7, value: 2 ** width - 1 })
    }
  })

  it('gives the value of a fixed field without looking', () => {
    expect(readBy(table([fixed('part', 6, 5, 'E')]), '0')).toEqual({ bits: 6, part: 'E' })
  })

  it('moves what follows an optional field', () => {
    const layout = table([
      flag('addressed'), spare('rest', 5), optional('to', 6, 'addressed'), data('data', 6), unsigned('end', 6),
    ])
    expect(readBy(layout, 'P123')).toMatchObject({ addressed: true, to: 1, data: '6:08', end: 3 })
    expect(readBy(layout, '0123')).toMatchObject({ addressed: false, to: 0, data: '12:0420', end: 3 })
    expect(readBy(layout, 'P1')).toBe('length')
  })

  it('reads a list to the end of the message, or as often as a field says', () => {
    const toEnd = table([unsigned('head', 6), list('items', [unsigned('a', 3), signed('b', 3)], { most: 2 })])
    expect(readBy(toEnd, '1')).toEqual({ bits: 6, head: 1, items: [] })
    expect(readBy(toEnd, '1wwww')).toEqual({ bits: 30, head: 1, items: [{ a: 7, b: -1 }, { a: 7, b: -1 }] })
    const element = [flag('yes'), text('letter', 1)] as const
    const counted = table([unsigned('count', 6), list('items', element, { most: 9, count: 'count' })])
    expect(readBy(counted, '2')).toMatchObject({ items: [{ yes: false, letter: '@' }, { yes: false, letter: '@' }] })
  })

  it('reads a text to the end of the message, without the bits that make no character', () => {
    const layout = table([unsigned('head', 4), restText('text')])
    expect(readBy(layout, '0123')).toMatchObject({ text: '@P ' })
  })

  it('refuses what is shorter than its least, longer than its most or not its only length', () => {
    const layout = table([unsigned('value', 12)], { least: 6, most: 18 })
    expect(['', '1', '11', '111', '1111'].map((payload) => typeof readBy(layout, payload))).toEqual([
      'string', 'object', 'object', 'object', 'string',
    ])
    const strict = table([unsigned('value', 6)], { only: [6, 18] })
    expect(['1', '11', '111'].map((payload) => readBy(strict, payload) === 'length')).toEqual([false, true, false])
  })

  it('that no sender could fill is refused when it is written', () => {
    expect(() => compile(table([restText('text'), flag('after')]))).toThrow('no flag can follow')
  })
})
