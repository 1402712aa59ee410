import { describe, expect, it } from 'vitest'
import { text } from './ascii.ts'
import { bytesOf, signed } from './fixtures/reading.ts'
import { nextStart, Sentence } from './sentence.ts'

function read(characters: string, from = 0) {
  const bytes = bytesOf(characters)
  const sentence = new Sentence()
  const problem = sentence.read(bytes, from, bytes.length)
  const fields = Array.from({ length: sentence.fieldCount }, (_, field) =>
    text(bytes, sentence.fieldFrom(field), sentence.fieldTo(field)),
  )
  return { problem, fields, sentence, rest: characters.slice(sentence.to), tail: characters.slice(sentence.tailFrom, sentence.to) }
}

describe('an NMEA sentence', () => {
  it('is its address and fields, blank ones too', () => {
    const { problem, fields } = read('$GPVTG,,T,,M,0.020,N,0.038,K,A*2A')
    expect(problem).toBeUndefined()
    expect(fields).toEqual(['GPVTG', '', 'T', '', 'M', '0.020', 'N', '0.038', 'K', 'A'])
  })

  it('may stand anywhere in the bytes', () => {
    const { problem, fields, rest } = read(`junk${signed('!AIVDM,1,1')}!AI`, 4)
    expect(problem).toBeUndefined()
    expect(fields).toEqual(['AIVDM', '1', '1'])
    expect(rest).toBe('!AI')
  })

  it('may have one field or more than any sentence has', () => {
    expect(read(signed('$HEHDT')).fields).toEqual(['HEHDT'])
    const many = read(signed(`$GPXXX${',1'.repeat(200)}`))
    expect(many.problem).toBeUndefined()
    expect(many.fields).toHaveLength(80)
    expect(many.fields.slice(0, 3)).toEqual(['GPXXX', '1', '1'])
  })

  it('keeps apart what a network appended', () => {
    const { problem, fields, tail } = read(`${signed('!AIVDM,1')},rnhjel,1262304000`)
    expect(problem).toBeUndefined()
    expect(fields).toEqual(['AIVDM', '1'])
    expect(tail).toBe(',rnhjel,1262304000')
  })

  it('is used again without a trace of the one before', () => {
    const sentence = new Sentence()
    const long = bytesOf(signed('$GPVTG,1,2,3,4,5'))
    const short = bytesOf(signed('$HEHDT,7'))
    sentence.read(long, 0, long.length)
    expect(sentence.read(short, 0, short.length)).toBeUndefined()
    expect(sentence.fieldCount).toBe(2)
    expect(text(sentence.bytes, sentence.fieldFrom(1), sentence.fieldTo(1))).toBe('7')
  })

  it.each([
    ['$GPVTG,1*00', 'checksum', ''],
    ['$GPVTG,1', 'framing', ''],
    ['$GPVTG,1*', 'framing', ''],
    ['$GPVTG,1*2', 'framing', ''],
    ['$GPVTG,1*2$GPVTG', 'framing', '$GPVTG'],
    ['$GPVTG$GPVTG', 'framing', '$GPVTG'],
    ['$GPVTG!AIVDM', 'framing', '!AIVDM'],
    ['$GPVTG\\s:A', 'framing', '\\s:A'],
    ['$', 'framing', ''],
  ])('%s is refused for %s, and the next may start at %j', (characters, problem, rest) => {
    expect(read(characters)).toMatchObject({ problem, rest })
  })
})

describe('the next start', () => {
  it.each([['abc!d', 3], ['abc$d', 3], ['abc\\d', 3], ['abcd', 4], ['', 0]])('in %j is %i', (characters, at) => {
    expect(nextStart(bytesOf(characters), 0, characters.length)).toBe(at)
  })
})
