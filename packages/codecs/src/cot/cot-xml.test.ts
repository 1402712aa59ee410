import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCotXml, encodeCotXml, LONGEST_EVENT } from './cot-xml.ts'
import { anyEvent } from './fixtures/any-event.ts'
import { bareXml, bytesOf, changed, NOON, PHONE, xml } from './fixtures/events.ts'
import { element } from './xml-element.ts'

const read = (text: string) => decodeCotXml(bytesOf(text))
const problemOf = (text: string) => {
  const event = read(text)
  return event.ok ? undefined : event.problem
}
const POINT = 'lat="13.1" lon="-61.2" hae="0" ce="5" le="5"'

describe('an event in XML', () => {
  it('says what, where and when, and keeps the rest as it came', () => {
    const point = 'lat="13.1" lon="-61.2" hae="12.5" ce="45.3" le="99.5"'
    expect(read(xml('opex="e-TRADEWINDS" qos="1-r-c"', '<a b="1">x<c/></a> <a/>', point))).toEqual({
      ok: true,
      value: {
        version: '2.0', uid: 'X-1', type: 'a-u-S', how: 'h-e', opex: 'e-TRADEWINDS', qos: '1-r-c',
        time: NOON, start: NOON, stale: NOON + 300_000,
        point: { lat: 13.1, lon: -61.2, hae: 12.5, ce: 45.3, le: 99.5 },
        detail: element('detail', {}, [element('a', { b: '1' }, ['x', element('c')]), ' ', element('a')]),
      },
    })
  })

  it('is read as it was written, whatever it says', () => {
    fc.assert(fc.property(anyEvent(), (event) => void expect(decodeCotXml(encodeCotXml(event))).toEqual(
      { ok: true, value: event })),
    )
  })

  it('is written as TAK servers want it: a declaration, a line end, the event and nothing else', () => {
    const text = String.fromCharCode(...encodeCotXml(changed({ detail: element('detail') })))
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?>\n<event version="2.0" /)
    expect(text).toMatch(/ le="9"\/><detail\/><\/event>$/)
  })

  it('never holds an end of an event in its text', () => {
    const ending = changed({ uid: '</event>', detail: element('detail', {}, ['</event>']) })
    const text = String.fromCharCode(...encodeCotXml(ending))
    expect(text.indexOf('</event>')).toBe(text.length - '</event>'.length)
  })

  it.each([
    ['9999999', undefined],
    ['9999999.0', undefined],
    ['999999', undefined],
    ['NaN', undefined],
    ['', undefined],
    ['-9999999', undefined],
    ['0', 0],
    ['-38.5', -38.5],
  ])('has a height of %j, which is %s', (hae, expected) => {
    const event = read(xml('', '', `lat="13.1" lon="-61.2" hae="${hae}" ce="9999999" le="9999999"`))
    expect(event.ok && event.value.point).toEqual(
      { lat: 13.1, lon: -61.2, ...(expected !== undefined && { hae: expected }) },
    )
  })

  it('may leave out its version, how, its start, and the sizes and detail', () => {
    const times = 'time="2026-01-03T12:00:00Z" stale="2026-01-03T12:05:00Z"'
    const event = read(`<event uid="X" type="a-u-S" how="" qos="" ${times}><point lat="1" lon="2"/></event>`)
    expect(event).toEqual({
      ok: true,
      value: {
        version: '2.0',
        uid: 'X',
        type: 'a-u-S',
        time: NOON,
        start: NOON,
        stale: NOON + 300_000,
        point: { lat: 1, lon: 2 },
      },
    })
  })

  it('is nowhere when its place is unknown: at 0, 0 without an error', () => {
    const unknown = ['lat', 'lon', 'hae', 'ce', 'le'].map((name) => `${name}="9999999.0"`).join(' ')
    const event = read(bareXml('b-t-f', unknown))
    expect(event.ok && event.value.point).toEqual({ lat: 0, lon: 0 })
  })

  it.each([
    ['no uid', xml('').replace('uid="X-1"', '')],
    ['an empty uid', xml('').replace('X-1', '')],
    ['no type', xml('').replace('type="a-u-S"', '')],
    ['no time', xml('').replace(/ time="[^"]*"/, '')],
    ['a time that is none', xml('').replace('2026-01-03T12:00:00Z', 'noon')],
    ['a start that is none', xml('').replace(/start="[^"]*"/, 'start="x"')],
    ['no stale', xml('').replace(/stale="[^"]*"/, '')],
    ['no point', xml('').replace(/<point.*?\/>/, '')], ['a latitude of NaN', xml('', '', POINT.replace('13.1', 'NaN'))],
    ['a longitude of NaN', xml('', '', POINT.replace('-61.2', 'NaN'))],
    ['no latitude', xml('', '', POINT.replace('lat', 'l'))],
    ['a latitude of no globe', xml('', '', POINT.replace('13.1', '90.1'))],
    ['a longitude of no globe', xml('', '', POINT.replace('-61.2', '-180.5'))],
    ['a latitude that is unknown alone', xml('', '', POINT.replace('13.1', '9999999'))],
    ['a comma in its latitude', xml('', '', POINT.replace('13.1', '13,1'))],
  ])('is refused for its values with %s', (_, text) => {
    expect(problemOf(text)).toBe('value')
  })

  it.each([
    ['another element', '<events/>', 'unsupported'],
    ['an event within', xml('', `<x>${xml('')}</x>`), 'unsupported'],
    ['a document type', `<!DOCTYPE event>${xml('')}`, 'unsupported'],
    ['an entity', xml('', '<remarks>&xxe;</remarks>'), 'unsupported'],
    ['two uids', xml('uid="X-2"'), 'framing'],
    ['something behind it', `${xml('')}x`, 'framing'],
    ['bytes that are no UTF-8', xml('', '\xc3('), 'framing'],
    ['nothing', '', 'framing'],
  ])('is refused with %s', (_, text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })

  it('is refused at every length that cuts it off', () => {
    const bytes = encodeCotXml(PHONE)
    for (let length = 0; length < bytes.length; length++) expect(decodeCotXml(bytes, 0, length)).toMatchObject(
      { ok: false },
    )
  })

  it('is refused when it is longer than any', () => {
    const long = (length: number) => bytesOf(xml('', ' '.repeat(length - xml('').length)))
    expect(decodeCotXml(long(LONGEST_EVENT)).ok).toBe(true)
    expect(decodeCotXml(long(LONGEST_EVENT + 1))).toEqual({ ok: false, problem: 'overflow' })
  })
})
