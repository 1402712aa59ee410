import { describe, expect, it } from 'vitest'
import { parityRemainder, sealParity } from './crc.ts'
import { ALL_CALL, frameOf, IDENTITY_REPLY, KLM1023 } from './fixtures/heard.ts'

describe('the parity of a frame', () => {
  it('leaves nothing over of an undamaged squitter', () => {
    expect(parityRemainder(frameOf(KLM1023))).toBe(0)
  })

  it('leaves the address over of a reply, and the radar of an answer to an all-call', () => {
    expect(parityRemainder(frameOf(IDENTITY_REPLY)).toString(16)).toBe('510af9')
    expect(parityRemainder(frameOf(ALL_CALL))).toBe(22)
  })

  it('betrays every single wrong bit, and every two', () => {
    const frame = frameOf(KLM1023)
    const flip = (bit: number) => (frame[bit >> 3]! ^= 0x80 >> (bit & 7))
    for (let first = 0; first < 112; first++) {
      flip(first)
      expect(parityRemainder(frame)).not.toBe(0)
      for (let second = first + 1; second < 112; second++) {
        flip(second)
        if (parityRemainder(frame) === 0) expect.fail(`bits ${first} and ${second} go unseen`)
        flip(second)
      }
      flip(first)
    }
    expect(parityRemainder(frame)).toBe(0)
  })

  it('is written as transponders write it', () => {
    const frame = frameOf(KLM1023)
    frame.fill(0, 11)
    expect(sealParity(frame)).toEqual(frameOf(KLM1023))
    const reply = frameOf(IDENTITY_REPLY)
    reply.fill(0, 4)
    expect(sealParity(reply, 0x510af9)).toEqual(frameOf(IDENTITY_REPLY))
  })
})
