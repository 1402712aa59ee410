import { describe, expect, it } from 'vitest'
import { joinStated } from './stated.ts'

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
