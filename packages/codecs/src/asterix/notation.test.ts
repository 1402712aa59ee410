import { describe, expect, it } from 'vitest'
import { CATEGORIES } from './catalogue.ts'
import { inEdition } from './category.ts'
import { definitionOf } from './definition.ts'
import { bitsOf, fieldsOf } from './field-notation.ts'
import { readLayout, type Layout } from './notation.ts'

describe('the notation of fields', () => {
  it('tells codes, texts, spare bits and groups', () => {
    expect(fieldsOf('SAC:8 .4 MODE3A:12o VAL(EP:1 CODE:3)')).toEqual([
      { name: 'SAC', bits: 8, content: { kind: 'code' } },
      { name: '', bits: 4 },
      { name: 'MODE3A', bits: 12, content: { kind: 'octal' } },
      {
        name: 'VAL', bits: 4,
        content: [{ name: 'EP', bits: 1, content: { kind: 'code' } }, { name: 'CODE', bits: 3, content: { kind: 'code' } }],
      },
    ])
  })

  it('tells the scale, the unit and the limits of a quantity', () => {
    expect(fieldsOf('LAT:24s(180/2^23 ° >=-90 <=90)')[0]?.content).toEqual({
      kind: 'quantity', signed: true, numerator: 180, denominator: 2 ** 23, unit: '°', least: -(2 ** 22), most: 2 ** 22,
    })
    expect(fieldsOf(':16u(1/2^8 NM <256)')[0]?.content).toMatchObject({ signed: false, least: 0, most: 65_535 })
    expect(fieldsOf(':8u(1/10 s <=51/2)')[0]?.content).toMatchObject({ most: 255 })
    expect(fieldsOf(':8u(1)')[0]?.content).toMatchObject({ unit: '', numerator: 1, denominator: 1 })
  })

  it('tells a scale that another field chooses', () => {
    expect(fieldsOf('IM:1 AS:15?IM[0:u(1/2^14 NM/s) 1:u(1/1000 Mach)]')[1]?.content).toEqual({
      kind: 'chosen', by: 'IM',
      scales: new Map([
        [0, { numerator: 1, denominator: 2 ** 14, unit: 'NM/s' }],
        [1, { numerator: 1, denominator: 1000, unit: 'Mach' }],
      ]),
    })
  })

  it('refuses what it does not know', () => {
    expect(() => fieldsOf('A:8z')).toThrow('a content that is none: z')
  })
})

describe('the notation of items', () => {
  it.each([
    ['A:8', { kind: 'fixed' }],
    ['A:7 / B:7 /', { kind: 'extended', isClosed: false, parts: [[{ name: 'A' }], [{ name: 'B' }]] }],
    ['A:7 / B:8', { kind: 'extended', isClosed: true }],
    ['1*{A:8}', { kind: 'repetitive', counted: true, element: { kind: 'fixed' } }],
    ['fx*{:7}', { kind: 'repetitive', counted: false }],
    ['octet{ A{:8} }', { kind: 'compound', octet: true }],
    ['sp', { kind: 'explicit' }],
  ])('reads %s', (notation, layout) => {
    expect(readLayout(notation)).toMatchObject(layout)
  })

  it('reads compounds in compounds, and the bits without a subfield', () => {
    const layout = readLayout('compound{ A{:8} - - B{compound{ C{1*{D:8}} - E{F:7 /} }} }')
    expect(layout).toMatchObject({
      slots: [
        { name: 'A' }, undefined, undefined,
        { name: 'B', layout: { slots: [{ name: 'C', layout: { counted: true } }, undefined, { name: 'E', layout: { kind: 'extended' } }] } },
      ],
    })
  })
})

const layoutsIn = (layout: Layout): Layout[] => {
  if (layout.kind === 'repetitive') return [layout, ...layoutsIn(layout.element)]
  if (layout.kind === 'compound') return [layout, ...layout.slots.flatMap((slot) => (slot ? layoutsIn(slot.layout) : []))]
  return layout.kind === 'explicit' && layout.content ? [layout, ...layoutsIn(layout.content)] : [layout]
}

describe.each([...CATEGORIES.values()])('the table of category $category', (category) => {
  it.each([...category.editions])('fills whole octets in edition %s', (edition) => {
    for (const order of definitionOf(category, { [category.category]: edition }).orders.values()) {
      for (const item of order) {
        for (const layout of item ? layoutsIn(item.layout) : []) {
          if (layout.kind !== 'extended') continue
          layout.parts.forEach((fields, index) => {
            const closed = layout.isClosed && index === layout.parts.length - 1
            expect([item?.name, (bitsOf(fields) + (closed ? 0 : 1)) % 8]).toEqual([item?.name, 0])
          })
        }
      }
    }
  })

  it('names every item of every order', () => {
    for (const edition of category.editions) {
      const codes = inEdition(category.order, category.editions, edition).split(/[;\s]+/).filter((word) => /^\d{3}$/.test(word))
      const missing = codes.filter((code) => inEdition(category.items[code] ?? {}, category.editions, edition) === '')
      expect([edition, ...missing]).toEqual([edition])
      expect(codes.length).toBeGreaterThan(5)
    }
  })
})
