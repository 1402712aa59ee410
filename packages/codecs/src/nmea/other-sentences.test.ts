import { describe, expect, it } from 'vitest'
import { text } from './ascii.ts'
import { bytesOf, isBalanced, signed, tag } from './fixtures/reading.ts'
import type { PartFields } from './part-table.ts'
import type { Sentence } from './sentence.ts'
import type { Stated } from './stated.ts'
import { VdmReader, type MessageTaker, type Outcome } from './vdm-reader.ts'

const VDM = '!AIVDM,1,1,,A,15M67F,0'

/** One of the parts of a message that is encapsulated in `--XYZ,parts,part,payload`. */
function xyzPart(sentence: Sentence): PartFields {
  const digit = (field: number) => sentence.bytes[sentence.fieldFrom(field)]! - 48
  return {
    stream: -1, parts: digit(1), part: digit(2), sequence: -1, fillBits: 0,
    payloadFrom: sentence.fieldFrom(3), payloadTo: sentence.fieldTo(3),
  }
}

function read(
  lines: readonly string[],
  judge: (address: string) => Outcome = () => 'decoded',
  encapsulated: Outcome = 'decoded',
) {
  const heard: string[] = []
  const stated: Stated[] = []
  const refused: string[] = []
  const taker: MessageTaker = {
    message(ascii, from, to) {
      heard.push(`AIS ${text(ascii, from, to)}`)
      return 'decoded'
    },
    sentence(sentence, said) {
      const address = text(sentence.bytes, sentence.fieldFrom(0), sentence.fieldTo(0))
      if (address.endsWith('XYZ')) return xyzPart(sentence)
      heard.push(address)
      stated.push(said)
      return judge(address)
    },
    encapsulated(ascii, from, to) {
      heard.push(`XYZ ${text(ascii, from, to)}`)
      return encapsulated
    },
    problem: (problem, bytes, from, to) => void refused.push(`${problem} ${text(bytes, from, to)}`),
  }
  const reader = new VdmReader(taker)
  for (const line of lines) reader.read(bytesOf(`${line}\r\n`), 0)
  reader.end(0)
  expect(isBalanced(reader.counts())).toBe(true)
  return { heard, stated, refused, counts: reader.counts() }
}

describe('a sentence that is not of AIS', () => {
  it('goes to whoever wants it, among the messages of AIS and in their order', () => {
    const { heard, counts } = read([signed('$HEHDT,1,T'), signed(VDM), signed('$GPGLL,,')])
    expect(heard).toEqual(['HEHDT', 'AIS 15M67F', 'GPGLL'])
    expect(counts).toMatchObject({ received: 3, decoded: 3 })
  })

  it('is counted as its taker judges it', () => {
    const judge = (address: string) => (address === 'HEROT' ? 'value' : 'duplicate')
    const { refused, counts } = read([signed('$HEHDT,1,T'), signed('$HEROT,x')], judge)
    expect(refused).toEqual([`value ${signed('$HEROT,x')}`])
    expect(counts).toMatchObject({ received: 2, decoded: 0, duplicates: 1, problems: { value: 1 } })
  })

  it('is never given when it is damaged, nor a message of AIS that is', () => {
    const { heard, counts } = read(['$HEHDT,1,T*00', '$HEHDT,1,T', signed('!AIVDM,1,1,,A')])
    expect(heard).toEqual([])
    expect(counts).toMatchObject({ received: 3, problems: { checksum: 1, framing: 2 } })
  })

  it('has what was stated before it', () => {
    expect(read([tag('s:RA0001') + signed('$HEHDT,1,T')]).stated).toEqual([{ source: 'RA0001' }])
  })
})

describe('a message of another kind that is encapsulated', () => {
  it('is joined and kept apart from those of AIS', () => {
    const vdm = (part: number) => signed(`!AIVDM,2,${part},,A,A${part},0`)
    const xyz = (part: number) => signed(`!RAXYZ,2,${part},X${part}`)
    const { heard, counts } = read([vdm(1), xyz(2), vdm(2), xyz(1), signed('!RAXYZ,1,1,ONE')])
    expect(heard).toEqual(['AIS A1A2', 'XYZ X1X2', 'XYZ ONE'])
    expect(counts).toMatchObject({ received: 5, decoded: 5, pending: 0 })
  })

  it('is counted part by part as its taker judges the whole', () => {
    const { refused, counts } = read([signed('!RAXYZ,2,1,A'), signed('!RAXYZ,2,2,B')], undefined, 'length')
    expect(refused).toEqual([`length ${signed('!RAXYZ,2,1,A')}`, `length ${signed('!RAXYZ,2,2,B')}`])
    expect(counts).toMatchObject({ received: 2, problems: { length: 2 } })
  })
})
