import { describe, expect, it } from 'vitest'
import { bytesOf, signed } from './fixtures/reading.ts'
import { readGatehouse } from './pghp.ts'
import { Sentence } from './sentence.ts'

function stampOf(sentence: string) {
  const bytes = bytesOf(sentence)
  const reader = new Sentence()
  expect(reader.read(bytes, 0, bytes.length)).toBeUndefined()
  return readGatehouse(reader)
}

describe('a Gatehouse line', () => {
  it('tells when and by which base station the next sentence was received', () => {
    expect(stampOf('$PGHP,1,2014,9,28,16,0,4,684,219,21,992190921,1,14*22')).toEqual({
      ok: true,
      value: { time: Date.UTC(2014, 8, 28, 16, 0, 4, 684), country: 219, source: '992190921', sum: 0x14 },
    })
  })

  it('may leave the base station out', () => {
    expect(stampOf('$PGHP,1,2014,9,28,16,28,25,405,265,,,1,30*1E')).toEqual({
      ok: true, value: { time: Date.UTC(2014, 8, 28, 16, 28, 25, 405), country: 265, sum: 0x30 },
    })
  })

  it('may end after the time', () => {
    expect(stampOf(signed('$PGHP,1,2020,2,29,0,0,0,0'))).toEqual({ ok: true, value: { time: Date.UTC(2020, 1, 29) } })
  })

  it.each([
    ['a day that does not exist', '$PGHP,1,2014,2,30,16,0,4,684'],
    ['an hour that does not exist', '$PGHP,1,2014,9,28,24,0,4,684'],
    ['a blank month', '$PGHP,1,2014,,28,16,0,4,684'],
    ['a year in words', '$PGHP,1,MMXIV,9,28,16,0,4,684'],
  ])('is refused for %s', (_, sentence) => {
    expect(stampOf(signed(sentence))).toEqual({ ok: false, problem: 'value' })
  })

  it('is refused for its length when the time is cut short', () => {
    expect(stampOf(signed('$PGHP,1,2014,9,28,16,0'))).toEqual({ ok: false, problem: 'length' })
  })

  it('is of no use in another edition', () => {
    expect(stampOf(signed('$PGHP,2,2014,9,28,16,0,4,684'))).toEqual({ ok: false, problem: 'unsupported' })
  })
})
