import { describe, expect, it } from 'vitest'
import { text } from './ascii.ts'
import { bytesOf, signed } from './fixtures/reading.ts'
import { Sentence } from './sentence.ts'
import { VdmFields } from './vdm.ts'

function read(body: string) {
  const bytes = bytesOf(signed(body))
  const sentence = new Sentence()
  if (sentence.read(bytes, 0, bytes.length)) throw new Error(`${body} is no sentence`)
  const fields = new VdmFields()
  const problem = fields.read(sentence)
  return { problem, fields, payload: text(bytes, fields.payloadFrom, fields.payloadTo) }
}

describe('the fields of a VDM sentence', () => {
  it('are parts, part, sequence id, channel, payload and fill bits', () => {
    const { problem, fields, payload } = read('!AIVDM,2,2,3,B,88888888880,2')
    expect(problem).toBeUndefined()
    expect(fields).toMatchObject({ parts: 2, part: 2, sequence: 3, fillBits: 2 })
    expect(payload).toBe('88888888880')
  })

  it('may be blank where a single sentence does not need them', () => {
    const { problem, fields } = read('!AIVDM,1,1,,,15M67FC000G,')
    expect(problem).toBeUndefined()
    expect(fields).toMatchObject({ sequence: -1, fillBits: 0 })
  })

  it('may hold an empty payload: whoever decodes it will say what is wrong', () => {
    expect(read('!AIVDM,1,1,,A,,0')).toMatchObject({ problem: undefined, payload: '' })
  })

  it('tell the streams of different talkers and channels apart', () => {
    const streams = ['!AIVDM,1,1,,A,0,0', '!AIVDM,1,1,,B,0,0', '!AIVDM,1,1,,,0,0', '!BSVDM,1,1,,A,0,0'].map(
      (body) => read(body).fields.stream,
    )
    expect(new Set(streams).size).toBe(4)
  })

  it.each([
    ['!AIVSD,1,1,,A,0,0', 'unsupported'],
    ['$AIVDM,1,1,,A,0,0', 'unsupported'],
    ['!AIVDMX,1,1,,A,0,0', 'unsupported'],
    ['!x:VDM,1,1,,A,0,0', 'unsupported'],
    ['!AIVDM', 'framing'],
    ['!AIVDM,1,1,,A,0', 'framing'],
    ['!AIVDM,,1,,A,0,0', 'value'],
    ['!AIVDM,1,,,A,0,0', 'value'],
    ['!AIVDM,0,0,,A,0,0', 'value'],
    ['!AIVDM,2,3,,A,0,0', 'value'],
    ['!AIVDM,10,1,,A,0,0', 'value'],
    ['!AIVDM,1,1,10,A,0,0', 'value'],
    ['!AIVDM,1,1,,A,0,6', 'value'],
    ['!AIVDM,1,1,,A,0,-1', 'value'],
    ['!AIVDM,2,1,1,A,0,1', 'value'],
  ])('of %s are refused for %s', (body, problem) => {
    expect(read(body).problem).toBe(problem)
  })
})
