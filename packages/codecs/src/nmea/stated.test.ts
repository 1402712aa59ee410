import { describe, expect, it } from 'vitest'
import { bytesOf, signed, watched } from './fixtures/reading.ts'
import { Sentence } from './sentence.ts'
import { appendedTime, joinStated } from './stated.ts'

describe('what a network states of a sentence', () => {
  const stamp = { time: 2000, source: '2190074', country: 219, sum: 0x14 }

  it('is nothing when nobody states anything', () => {
    expect(joinStated(undefined, undefined, undefined)).toEqual({})
    expect(joinStated({ text: 'hello' }, undefined, undefined)).toEqual({})
  })

  it('is the tag block’s word before the Gatehouse line’s, and that before the appended time', () => {
    expect(joinStated({ time: 1000, source: 'AISD' }, stamp, 3000)).toEqual({ time: 1000, source: 'AISD' })
    expect(joinStated(undefined, stamp, 3000)).toEqual({ time: 2000, source: '2190074' })
    expect(joinStated(undefined, undefined, 3000)).toEqual({ time: 3000 })
  })

  it('takes what one leaves out from the other', () => {
    expect(joinStated({ source: 'AISD', group: { line: 1, lines: 2, id: 7 } }, stamp, undefined)).toEqual({
      time: 2000, source: 'AISD', group: { line: 1, lines: 2, id: 7 },
    })
  })
})

describe('the time that a network appends', () => {
  const line = (tail: string) => `${signed('!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0')}${tail}\r\n`
  const read = (tail: string) => {
    const from = line(tail).length
    const { bytes, seen } = watched(bytesOf(line(tail).repeat(3)))
    const sentence = new Sentence()
    sentence.read(bytes, from, 2 * from - 2)
    return { time: appendedTime(sentence), seen: seen().map((at) => at - from), length: from - 2 }
  }

  it.each([
    [',1411920816', 1_411_920_816_000],
    [',1411920816.75', 1_411_920_816_000],
    [',rSTATION,1411920816 ', 1_411_920_816_000],
    [',rSTATION', undefined],
    [' ', undefined],
    ['', undefined],
  ])('as %j is found without a look at the lines before and after', (tail, expected) => {
    const { time, seen, length } = read(tail)
    expect(time).toBe(expected)
    expect(seen[0]).toBeGreaterThanOrEqual(0)
    expect(seen[1]).toBeLessThan(length)
  })
})
