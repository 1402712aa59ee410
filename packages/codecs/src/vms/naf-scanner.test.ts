import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latin1, piecesOf } from '../columns/fixtures/bytes.ts'
import { decodeLatin1 } from '../columns/text.ts'
import { LONGEST_MESSAGE, LONGEST_TEXT, NafScanner } from './naf-scanner.ts'

function found(...pieces: readonly (string | Uint8Array)[]): string[] {
  const told: string[] = []
  const tell = (what: string) => (bytes: Uint8Array, from: number, to: number) =>
    void told.push(`${what}: ${decodeLatin1(bytes, from, to).trim()}`)
  const taker = {
    message: tell('message'),
    other: tell('other'),
    broken: tell('broken'),
    overflow: (_: Uint8Array, from: number, to: number) => void told.push(`overflow: ${to - from}`),
  }
  const scanner = new NafScanner()
  for (const piece of pieces) scanner.read(typeof piece === 'string' ? latin1(piece) : piece, taker)
  scanner.end(taker)
  return told
}

const MESSAGE = '//SR//AD/XNE//TM/POS//ER//'
const TOLD = 'message: //SR//AD/XNE//TM/POS//ER'

describe('a stream of messages', () => {
  it('is cut at their ends, with slashes after them or without', () => {
    expect(found(MESSAGE, MESSAGE)).toEqual([TOLD, TOLD])
    expect(found('//SR//AD/XNE//TM/POS//ER\n//SR//AD/XNE//TM/POS//ER\r\n')).toEqual([TOLD, TOLD])
  })

  it('may have other text around them', () => {
    expect(found(`Subject: VMS\r\n\r\n${MESSAGE}\r\n-- \r\nFMC`)).toEqual([
      'other: Subject: VMS',
      TOLD,
      'other: -- \r\nFMC',
    ])
    expect(found(`<body>${MESSAGE}</body>`)).toEqual(['other: <body>', TOLD, 'other: </body>'])
  })

  it('says nothing of blanks between them', () => {
    expect(found(`\r\n\t ${MESSAGE}\r\n\r\n${MESSAGE} `)).toEqual([TOLD, TOLD])
  })

  it('may have its lines broken by e-mail', () => {
    expect(found('//SR//AD/X\r\nNE//TM/P=\r\nOS//ER//')).toEqual([TOLD])
  })

  it('tells of a message that breaks off', () => {
    expect(found(`//SR//AD/XNE//TM/P${MESSAGE}`)).toEqual(['broken: //SR//AD/XNE//TM/P', TOLD])
    expect(found('//SR//AD/XNE//TM/P')).toEqual(['broken: //SR//AD/XNE//TM/P'])
  })

  it('gives up a message that is too long, with all of it', () => {
    const long = `//SR//MS/${'x'.repeat(LONGEST_MESSAGE * 2)}//ER//`
    expect(found(long, MESSAGE)).toEqual([`overflow: ${LONGEST_MESSAGE}`, TOLD])
  })

  it('tells other text in pieces, and finds a message behind it', () => {
    expect(found('x'.repeat(LONGEST_TEXT * 2) + MESSAGE)).toHaveLength(4)
    for (let length = LONGEST_TEXT - 8; length < LONGEST_TEXT + 8; length++)
      expect(found('x'.repeat(length) + MESSAGE)).toContain(TOLD)
  })

  it('is the same however it is broken into fragments', () => {
    const parts = fc.array(fc.constantFrom(MESSAGE, '//SR//', '//ER', '/', 'x', '\r\n', '=\n', 'AD/XNE//'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(parts, fc.array(fc.nat(), { maxLength: 8 }), (texts, cuts) => {
        const bytes = latin1(texts.join(''))
        expect(found(...piecesOf(bytes, cuts))).toEqual(found(bytes))
      }),
    )
  })
})
