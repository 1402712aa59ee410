import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '../nmea/ascii.ts'
import { utf8Bytes } from '../utf8.ts'
import { DEEPEST, JsonDocuments, LONGEST_DOCUMENT } from './json-documents.ts'

function reading() {
  const found: string[] = []
  const refused: [string, number][] = []
  const documents = new JsonDocuments({
    document: (bytes, from, to) => void found.push(text(bytes, from, to)),
    refused: (problem, _, from, to) => void refused.push([problem, to - from]),
  })
  return { documents, found, refused }
}

function readAll(...pieces: readonly string[]) {
  const { documents, found, refused } = reading()
  for (const piece of pieces) documents.read(utf8Bytes(piece))
  documents.end()
  return { found, problems: refused.map(([problem]) => problem) }
}

describe('a stream of JSON documents', () => {
  it.each([
    ['one a line', '{"a":1}\r\n{"b":2}\r\n'],
    ['one after the other', '{"a":1}{"b":2}'],
    ['with blanks around them', '  {"a":1} \n\n\t{"b":2}\n'],
  ])('is read %s', (_, stream) => {
    expect(readAll(stream)).toEqual({ found: ['{"a":1}', '{"b":2}'], problems: [] })
  })

  it('has braces and quotation marks in its texts', () => {
    const documents = ['{"a":"}{\\"[\\\\"}', '{"b":[{"c":{}},{}]}']
    expect(readAll(documents.join('')).found).toEqual(documents)
  })

  it('is the same however it is cut', () => {
    const stream = 'junk {"a":"}{\\"[\\\\"}\r\n{"b":[{"c":{}},{}]} x\n{"cut":\n{"d":1}'
    const whole = readAll(stream)
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 8 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), stream.length]
        expect(readAll(...edges.slice(1).map((edge, index) => stream.slice(edges[index]!, edge)))).toEqual(whole)
      }),
    )
  })

  it.each([
    ['junk before a document', 'hello {"a":1}', ['framing']],
    ['a line of junk', 'hello world\n{"a":1}', ['framing']],
    ['a document cut in a text', '{"x":"abc\r\n{"a":1}', ['framing']],
    ['a document cut after a comma', '{"x":1,\r\n{"a":1}', ['framing']],
    ['a document cut after a value', '{"x":1\r\n{"a":1}', ['framing']],
    ['a document cut in a list of values', '{"x":[1\r\n{"a":1}', ['framing']],
    ['a document without end', '{"a":1}{"x":', ['length']],
  ])('goes on after %s', (_, stream, problems) => {
    expect(readAll(stream)).toEqual({ found: ['{"a":1}'], problems })
  })

  it('may lose one more document after a cut that looks like a member', () => {
    expect(readAll('{"x":\n{"a":1}\n{"b":2}').found).toEqual(['{"b":2}'])
  })

  it('holds no more than its bound, and goes on with the next line', () => {
    const { documents, found, refused } = reading()
    documents.read(utf8Bytes('{"x":"'))
    const mebibyte = new Uint8Array(1024 * 1024).fill(120)
    for (let i = 0; i < 5; i++) documents.read(mebibyte)
    documents.read(utf8Bytes('"}\n{"a":1}'))
    expect(found).toEqual(['{"a":1}'])
    expect(refused).toEqual([['overflow', 1024]])
  })

  it('takes one that just fits', () => {
    const document = `{"x":"${'x'.repeat(LONGEST_DOCUMENT - 8)}"}`
    expect(readAll(document.slice(0, 99), document.slice(99)).found).toEqual([document])
  })

  it('goes no deeper than its bound', () => {
    const nested = (depth: number) => '{"a":'.repeat(depth - 1) + '{}' + '}'.repeat(depth - 1)
    expect(readAll(nested(DEEPEST)).problems).toEqual([])
    expect(readAll(`${nested(DEEPEST + 1)}\n{"a":1}`)).toEqual({ found: ['{"a":1}'], problems: ['overflow'] })
  })

  it('cuts endless junk into pieces', () => {
    expect(readAll('x'.repeat(10_000)).problems.length).toBeGreaterThanOrEqual(9)
  })
})
