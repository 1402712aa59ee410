import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAll } from './fixtures/reading.ts'
import { toSentences } from './to-sentences.ts'

const MOORED = '15M67FC000G?ufbE`FepT@3n00Sa'

describe('the sentences of a message', () => {
  it('are one when it fits', () => {
    expect(toSentences(MOORED, 0, { channel: 'B' })).toEqual([`!AIVDM,1,1,,B,${MOORED},0*5C`.replace('*5C', sumOf(MOORED))])
  })

  it('match a recorded sentence to the character', () => {
    expect(toSentences('402=481uaUcf;OQ55JS9ITi025Jp', 0, { channel: 'B' })).toEqual([
      '!AIVDM,1,1,,B,402=481uaUcf;OQ55JS9ITi025Jp,0*2B',
    ])
  })

  it('carry talker, formatter and a sequence id, and the fill bits on the last', () => {
    const [first, second, ...others] = toSentences('0'.repeat(71), 2, {
      talker: 'BS', formatter: 'VDO', channel: 'A', sequence: 7,
    })
    expect(first).toMatch(/^!BSVDO,2,1,7,A,0{60},0\*[0-9A-F]{2}$/)
    expect(second).toMatch(/^!BSVDO,2,2,7,A,0{11},2\*[0-9A-F]{2}$/)
    expect(others).toEqual([])
  })

  it('stay within 82 characters with their line ends, and read back as the message', () => {
    const payloads = fc.stringMatching(/^[0-9:;<=>?@A-W`a-w]{1,540}$/)
    fc.assert(
      fc.property(payloads, fc.integer({ min: 0, max: 5 }), fc.nat(9), (payload, fillBits, sequence) => {
        const sentences = toSentences(payload, fillBits, { sequence })
        for (const sentence of sentences) expect(sentence.length + 2).toBeLessThanOrEqual(82)
        const reading = readAll(sentences.join('\r\n'))
        expect(reading.payloads).toEqual([payload])
        expect(reading.fillBits).toEqual([fillBits])
      }),
    )
  })

  it('cannot be more than nine', () => {
    expect(() => toSentences('0'.repeat(541), 0)).toThrow('nine')
  })
})

/** A checksum worked out apart from the code under test. */
function sumOf(payload: string): string {
  const sum = [...`AIVDM,1,1,,B,${payload},0`].reduce((result, character) => result ^ character.charCodeAt(0), 0)
  return `*${sum.toString(16).toUpperCase().padStart(2, '0')}`
}
