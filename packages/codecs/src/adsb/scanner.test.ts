import type { DecodeProblem } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, frameOf, IDENTITY_REPLY, KLM1023 } from './fixtures/heard.ts'
import { document, seeds } from './fixtures/seeds.ts'
import { toBeast } from './framing.ts'
import { LONGEST_DOCUMENT, Scanner } from './scanner.ts'

/** What a scanner cuts out of pieces: the kind of each unit and its bytes as text. */
function cut(pieces: readonly Uint8Array[], isWhole = false): string[] {
  const units: string[] = []
  const take = (kind: string) => (bytes: Uint8Array) =>
    void units.push(`${kind} ${String.fromCharCode(...bytes.subarray(0, 40))}`)
  const scanner = new Scanner({
    beast: (bytes) => void units.push(`beast ${Buffer.from(bytes).toString('hex').toUpperCase()}`),
    avr: take('avr'), line: take('line'), document: take('document'),
    refuse: (problem: DecodeProblem) => void units.push(problem),
  })
  for (const piece of pieces) scanner.read(piece, isWhole)
  if (!isWhole) scanner.end()
  return units
}

const cutText = (text: string) => cut([bytesOf(text)])
const beast = toBeast(frameOf(KLM1023), 0x1a1a1a, 0x1a)
const BEAST = `beast 330000001A1A1A1A${KLM1023}`

describe('a stream', () => {
  it('is cut into frames of Beast, whatever is escaped in them', () => {
    expect(cut([beast, toBeast(frameOf(IDENTITY_REPLY))])).toEqual([BEAST, `beast 32000000000000FF${IDENTITY_REPLY}`])
  })

  it('is cut into frames in hexadecimal, on lines of their own or not', () => {
    expect(cutText(`*${KLM1023};*7700;\r\n\n@00000000000A${IDENTITY_REPLY};\n`)).toEqual([`avr *${KLM1023}`,
      'avr *7700', `avr @00000000000A${IDENTITY_REPLY}`])
  })

  it('is cut into lines, the last one too when the stream ends', () => {
    expect(cutText('MSG,8,1\r\nSTA,,5\nID,,1')).toEqual(['line MSG,8,1\r', 'line STA,,5', 'line ID,,1'])
  })

  it('is cut into documents, wherever they have brackets in words', () => {
    expect(cutText('{"a":{"b":"}\\"]{"}}\n {"now":[1,[2]]}{}')).toEqual(['document {"a":{"b":"}\\"]{"}}',
      'document {"now":[1,[2]]}', 'document {}'])
  })

  it('can hold one form after the other', () => {
    expect(cut([beast, bytesOf('MSG,8\n{}*7700;'), beast])).toEqual([BEAST, 'line MSG,8', 'document {}', 'avr *7700',
      BEAST])
  })

  it('is cut alike however its fragments fall', () => {
    const all = Uint8Array.from([...seeds.flatMap((seed) => [...seed]), 1, 2, 3, 10, ...beast])
    const whole = cut([all])
    expect(cut(Array.from(all, (byte) => Uint8Array.of(byte)))).toEqual(whole)
    fc.assert(
      fc.property(fc.array(fc.nat(all.length), { maxLength: 20 }), (places) => {
        const edges = [0, ...places.sort((a, b) => a - b), all.length]
        expect(cut(edges.slice(1).map((edge, index) => all.subarray(edges[index], edge)))).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what is broken', () => {
  it('is a frame that another one interrupts', () => {
    expect(cut([beast.subarray(0, 15), beast])).toEqual(['length', BEAST])
  })

  it('is a stream entered in its middle: one refusal, then what follows', () => {
    for (let from = 1; from < beast.length; from++) {
      const units = cut([beast.subarray(from), beast, beast])
      expect(units.slice(-1)).toEqual([BEAST])
      expect(units.filter((unit) => unit !== BEAST).length).toBeLessThanOrEqual(2)
    }
  })

  it('is a unit that the stream ends in, but for a line', () => {
    for (const text of ['*8D48', '{"now":', `\x1a3`]) expect(cutText(text)).toEqual(['length'])
  })

  it('is garbage, once, until the next line or frame', () => {
    expect(cutText('hello {"a":1} *7700;\nMSG,8\n')).toEqual(['framing', 'line MSG,8'])
    expect(cut([bytesOf('\0\0\0\x1a\x1a\0\x1a9\0'), beast])).toEqual(['framing', BEAST])
  })

  it('is hexadecimal that does not end, a line that does not, a document that is too deep', () => {
    expect(cutText(`*${'8D'.repeat(40)};\nMSG,8\n`)).toEqual(['framing', 'line MSG,8'])
    expect(cutText('*8D48\nMSG,8\n')).toEqual(['framing', 'line MSG,8'])
    expect(cutText(`MSG,${'8'.repeat(5000)}\nMSG,8\n`)).toEqual(['overflow', 'line MSG,8'])
    expect(cutText(`{"a":${'['.repeat(100)}\nMSG,8\n`)).toEqual(['framing', 'line MSG,8'])
  })

  it('is a document longer than anybody writes, and what follows it is read', () => {
    const filler = new Uint8Array(LONGEST_DOCUMENT).fill(0x20)
    expect(cut([bytesOf('{'), filler, filler, bytesOf('\nMSG,8\n')])).toEqual(['overflow', 'line MSG,8'])
  })
})

describe('a datagram', () => {
  it('stands alone: what it cuts off does not continue in the next', () => {
    expect(cut([bytesOf('MSG,8'), bytesOf('MSG,7'), beast.subarray(0, 9), beast], true)).toEqual(['line MSG,8',
      'line MSG,7', 'length', BEAST])
  })

  it('can hold a whole document', () => {
    expect(cut([bytesOf(document)], true)).toEqual([`document ${document.slice(0, 40)}`])
  })
})
