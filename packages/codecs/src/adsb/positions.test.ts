import { describe, expect, it } from 'vitest'
import { ALTITUDE_REPLY, EVEN, KLM1023, messageOf, ODD } from './fixtures/heard.ts'
import { Positions } from './positions.ts'

describe('the positions of a recording', () => {
  it('come out of the second half', () => {
    const positions = new Positions()
    expect(positions.take(messageOf(EVEN), 0)).toBeUndefined()
    expect(positions.take(messageOf(ODD), 1000)).toEqual({ lat: expect.closeTo(52.26578, 5),
      lon: expect.closeTo(3.93891, 5) })
  })

  it('are none of messages without one, nor of replies by somebody who was not heard', () => {
    const positions = new Positions()
    expect(positions.take(messageOf(KLM1023), 0)).toBeUndefined()
    expect(positions.take(messageOf(ALTITUDE_REPLY), 0)).toBe('unproven')
  })
})
