import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likelyDelimiters, splitRecord } from './csv-record.ts'
import { CsvScanner, LONGEST_RECORD } from './csv-scanner.ts'
import { latin1, piecesOf } from './fixtures/bytes.ts'
import { decodeText } from './text.ts'

function recordsOf(...pieces: readonly (string | Uint8Array)[]): string[] {
  const records: string[] = []
  const taker = {
    record: (bytes: Uint8Array, from: number, to: number) => void records.push(decodeText(bytes, from, to)),
    overflow: (_: Uint8Array, from: number, to: number) => void records.push(`overflow of ${to - from}`),
  }
  const scanner = new CsvScanner()
  for (const piece of pieces) scanner.read(typeof piece === 'string' ? latin1(piece) : piece, taker)
  scanner.end(taker)
  return records
}

describe('a stream of CSV', () => {
  it.each(['\n', '\r', '\r\n'])('is cut at %j', (end) => {
    expect(recordsOf(`a,b${end}1,2${end}`)).toEqual(['a,b', '1,2'])
  })

  it('gives its last record when it ends without a line end', () => {
    expect(recordsOf('a,b\n1,', '2')).toEqual(['a,b', '1,2'])
  })

  it('keeps a line end that is in quotes', () => {
    expect(recordsOf('"a\nb",1\nc,2')).toEqual(['"a\nb",1', 'c,2'])
    expect(recordsOf('1,"a\r\nb"\nc,2')).toEqual(['1,"a\r\nb"', 'c,2'])
  })

  it('knows quotes though they are split across fragments', () => {
    expect(recordsOf('1,"a', '"', '"b\n', 'c"', '\n2,d')).toEqual(['1,"a""b\nc"', '2,d'])
  })

  it('opens no quotes within a field', () => {
    expect(recordsOf('12" gun,5\n13°05\'12",6\n')).toEqual(['12" gun,5', '13°05\'12",6'])
  })

  it('gives up a record that is too long, and takes up again at the next line', () => {
    const long = 'x'.repeat(LONGEST_RECORD + 1)
    expect(recordsOf(`"${long}\n1,2\n`)).toEqual([`overflow of ${LONGEST_RECORD}`, '1,2'])
    expect(recordsOf('x'.repeat(LONGEST_RECORD), '\n1')).toHaveLength(2)
  })

  it('counts an endless record once', () => {
    expect(recordsOf(...Array.from({ length: 20 }, () => 'x'.repeat(5000)))).toEqual([`overflow of ${LONGEST_RECORD}`])
  })

  it('is the same however it is broken into fragments', () => {
    const parts = fc.array(fc.constantFrom('a', '"', '""', ',', ';', '\n', '\r\n', '",', ',"', 'é'), { maxLength: 40 })
    fc.assert(
      fc.property(parts, fc.array(fc.nat(), { maxLength: 10 }), (text, cuts) => {
        const bytes = latin1(text.join(''))
        expect(recordsOf(...piecesOf(bytes, cuts))).toEqual(recordsOf(bytes))
      }),
    )
  })
})

describe('a record', () => {
  it('is split at its delimiter, without blanks and quotes around its fields', () => {
    expect(splitRecord('a, b ,"c, d", "e" ,', ',')).toEqual(['a', 'b', 'c, d', 'e', ''])
    expect(splitRecord('a;"b;""c"""', ';')).toEqual(['a', 'b;"c"'])
    expect(splitRecord('', ',')).toEqual([''])
  })

  it('takes a quote that never closes up to its end', () => {
    expect(splitRecord('a,"b,c', ',')).toEqual(['a', 'b,c'])
    expect(splitRecord('a,"', ',')).toEqual(['a', ''])
  })

  it('comes back as it was written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', ';', ' ', '\n') }).map((text) => text.trim())
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
        const text = fields.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')
        expect(recordsOf(`${text}\n`).map((record) => splitRecord(record, ','))).toEqual([fields])
      }),
    )
  })

  it('shows its delimiter by the fields it gives', () => {
    expect(likelyDelimiters('a;b;c')).toEqual([';'])
    expect(likelyDelimiters('13,5;-61,2')[0]).toBe(';')
    expect(likelyDelimiters('a,b\tc,d,e')).toEqual([',', '\t'])
    expect(likelyDelimiters('"a,b,c"|d')).toEqual(['|'])
    expect(likelyDelimiters('alone')).toEqual([])
  })
})
