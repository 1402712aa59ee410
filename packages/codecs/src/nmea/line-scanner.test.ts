import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from './ascii.ts'
import { bytesOf } from './fixtures/reading.ts'
import { LineScanner, LONGEST_LINE } from './line-scanner.ts'

function linesOf(...pieces: readonly string[]): string[] {
  const lines: string[] = []
  const scanner = new LineScanner()
  const taker = {
    line: (bytes: Uint8Array, from: number, to: number) => void lines.push(text(bytes, from, to)),
    overflow: (bytes: Uint8Array, from: number, to: number) => void lines.push(`overflow of ${text(bytes, from, to).length}`),
  }
  for (const piece of pieces) scanner.read(bytesOf(piece), taker)
  scanner.end(taker)
  return lines
}

describe('a stream of lines', () => {
  it.each(['\n', '\r', '\r\n', '\n\r', '\r\n\r\n'])('is cut at %j', (end) => {
    expect(linesOf(`one${end}two${end}`)).toEqual(['one', 'two'])
  })

  it('gives its last line when it ends without a line end', () => {
    expect(linesOf('one\r\ntw', 'o')).toEqual(['one', 'two'])
  })

  it('gives nothing for empty lines', () => {
    expect(linesOf('\r\n', '\n', '\r')).toEqual([])
  })

  it('keeps a line of the greatest length whole', () => {
    const longest = 'x'.repeat(LONGEST_LINE)
    expect(linesOf(`${longest}\n`)).toEqual([longest])
    expect(linesOf(longest, '\n')).toEqual([longest])
  })

  it('gives up a line that is longer, and takes up again at the next', () => {
    const tooLong = 'x'.repeat(LONGEST_LINE + 1)
    expect(linesOf(`${tooLong}\nnext\n`)).toEqual(['overflow of 1024', 'next'])
    expect(linesOf(tooLong, tooLong, '\nnext\n')).toEqual(['overflow of 1024', 'next'])
  })

  it('counts an endless line once', () => {
    expect(linesOf(...Array.from({ length: 50 }, () => 'x'.repeat(500)))).toEqual(['overflow of 1024'])
  })

  it('is the same however it is broken into fragments', () => {
    const streams = fc.array(fc.constantFrom('a', 'bc', '\r', '\n', '\r\n', 'x'.repeat(700)), { maxLength: 40 })
    fc.assert(
      fc.property(streams, fc.array(fc.nat(), { maxLength: 10 }), (parts, cuts) => {
        const stream = parts.join('')
        const at = cuts.map((cut) => cut % (stream.length + 1)).sort((a, b) => a - b)
        const pieces = [0, ...at].map((from, index) => stream.slice(from, at[index] ?? stream.length))
        expect(linesOf(...pieces)).toEqual(linesOf(stream))
      }),
    )
  })
})
