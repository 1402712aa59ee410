import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latin1, piecesOf } from '../columns/fixtures/bytes.ts'
import { decodeLatin1 } from '../columns/text.ts'
import { FeatureScanner, LARGEST_FEATURE } from './feature-scanner.ts'

function found(...pieces: readonly (string | Uint8Array)[]): string[] {
  const told: string[] = []
  const tell = (what: string) => (bytes: Uint8Array, from: number, to: number) =>
    void told.push(what + decodeLatin1(bytes, from, to))
  const taker = {
    object: tell(''),
    other: tell('other '),
    broken: tell('broken '),
    overflow: (_: Uint8Array, from: number, to: number) => void told.push(`overflow ${to - from}`),
  }
  const scanner = new FeatureScanner()
  for (const piece of pieces) scanner.read(typeof piece === 'string' ? latin1(piece) : piece, taker)
  scanner.end(taker)
  return told
}

const [A, B] = ['{"type":"Feature","id":1}', '{"type":"Feature","properties":{"list":[{"a":1}],"text":"a } \\" { ]"}}']

describe('a stream of GeoJSON', () => {
  it('has the features of a collection, wherever in it they stand', () => {
    expect(found(`{"type":"FeatureCollection","features":[${A},${B}]}`)).toEqual([A, B])
    expect(found(`{"features" : [ ${A}\n, ${B} ],\n"type":"FeatureCollection"}`)).toEqual([A, B])
    expect(
      found(
        `{"crs":{"type":"name","properties":{"name":"features"}},"name":"features","features":[${A}],"links":[{"rel":"next"}]}`,
      ),
    ).toEqual([A])
    expect(found('{"type":"FeatureCollection","features":[]}')).toEqual([])
  })

  it('has features in an array, in lines and behind record separators', () => {
    expect(found(`[${A}, ${B}]`)).toEqual([A, B])
    expect(found(`${A}\n${B}\r\n`)).toEqual([A, B])
    expect(found(`\x1e${A}\n\x1e${B}\n`)).toEqual([A, B])
  })

  it('may have one collection after another', () => {
    expect(found(`{"features":[${A}]}{"features":[${B}]}\n${A}`)).toEqual([A, B, A])
  })

  it('gives an object that is no feature too, for somebody to refuse', () => {
    expect(found('{"links":[{"rel":"next"}]}')).toEqual(['{"links":[{"rel":"next"}]}'])
  })

  it('tells of text that is no JSON, a line at a time', () => {
    expect(found(`hello\n${A}\nbye}\n`)).toEqual(['other hello', A, 'other bye}'])
    expect(found('x'.repeat(3000))).toHaveLength(3)
  })

  it('tells of what breaks off', () => {
    expect(found(`{"features":[${A},{"type":"Fea`)).toEqual([A, 'broken {"type":"Fea'])
    expect(found(`{"type":"Feat\n${A}`)).toEqual(['broken {"type":"Feat', A])
  })

  it('gives up a feature that is too large, and takes up again behind it', () => {
    const large = `{"type":"Feature","properties":{"text":"${'x'.repeat(LARGEST_FEATURE)}"}}`
    expect(found(`{"features":[${large},${A}]}`)).toEqual([`overflow ${LARGEST_FEATURE}`, A])
    expect(found(`{"a":{${'"b":1,'.repeat(60_000)}\n${A}\n${B}\n`)).toEqual([`overflow ${LARGEST_FEATURE}`, A, B])
  })

  it('holds no collection, however long', () => {
    const many = Array.from({ length: 20 }, () => `{"type":"Feature","properties":{"text":"${'x'.repeat(100_000)}"}}`)
    expect(found('{"features":[', ...many.map((each) => `${each},`))).toHaveLength(20)
  })

  it('is the same however it is broken into fragments', () => {
    const parts = fc.array(fc.constantFrom(A, B, '{"features":[', ']}', '[', '}', ',', '\n', '"', '\\', 'x', '{'), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(parts, fc.array(fc.nat(), { maxLength: 8 }), (texts, cuts) => {
        const bytes = latin1(texts.join(''))
        expect(found(...piecesOf(bytes, cuts))).toEqual(found(bytes))
      }),
    )
  })
})
