import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, frameOf, IDENTITY_REPLY, KLM1023 } from './fixtures/heard.ts'
import { readAvr, readBeast, toAvr, toBeast } from './framing.ts'

const avr = (text: string) => readAvr(bytesOf(text))

describe('a frame in hexadecimal', () => {
  it('has no clock after a star', () => {
    expect(avr(`*${KLM1023}`)).toEqual({ frame: frameOf(KLM1023) })
    expect(avr(`*${KLM1023.toLowerCase()}`)).toEqual({ frame: frameOf(KLM1023) })
    expect(avr('*7700')).toEqual({ frame: Uint8Array.of(0x77, 0) })
  })

  it('has a clock after other signs, and one of them the signal too', () => {
    expect(avr(`@0000001A2B3C${KLM1023}`)).toEqual({ frame: frameOf(KLM1023), clock: 0x1a2b3c })
    expect(avr(`%0000001A2B3C${IDENTITY_REPLY}`)).toEqual({ frame: frameOf(IDENTITY_REPLY), clock: 0x1a2b3c })
    expect(avr(`<0000001A2B3C7F${KLM1023}`)).toEqual({ frame: frameOf(KLM1023), clock: 0x1a2b3c })
  })

  it('has none where the clock is empty or says that a computer made the frame', () => {
    for (const clock of ['000000000000',
      'FF004D4C4154']) expect(avr(`@${clock}${KLM1023}`)).toEqual({ frame: frameOf(KLM1023) })
  })

  it('is none of another length, or with other letters', () => {
    for (let length = 0; length < KLM1023.length; length++) {
      if (length !== 4 && length !== 14) expect(avr(`*${KLM1023.slice(0, length)}`)).toBeUndefined()
    }
    expect(avr(`*${KLM1023.replace('D', 'G')}`)).toBeUndefined()
    expect(avr(`@${KLM1023}`)).toBeUndefined()
  })

  it('is written as it is read', () => {
    expect(toAvr(frameOf(KLM1023))).toBe(`*${KLM1023};\n`)
    expect(toAvr(frameOf(KLM1023), 0x1a2b3c)).toBe(`@0000001A2B3C${KLM1023};\n`)
  })
})

describe('a Beast frame', () => {
  it('arrives as it was sent, escapes and all', () => {
    const octet = fc.oneof(fc.constant(0x1a), fc.integer({ min: 0, max: 255 }))
    const frame = fc.constantFrom(2, 7, 14).chain((length) => fc.array(octet, { minLength: length, maxLength: length }))
    fc.assert(
      fc.property(frame, fc.integer({ min: 1, max: 2 ** 48 - 1 }), octet, (octets, clock, signal) => {
        const bytes = toBeast(Uint8Array.from(octets), clock, signal)
        const unit: number[] = []
        for (let at = 1; at < bytes.length; at++) {
          unit.push(bytes[at]!)
          if (bytes[at] === 0x1a) at++
        }
        expect(readBeast(Uint8Array.from(unit)).frame).toEqual(Uint8Array.from(octets))
        if (clock !== 0xff004d4c4154) expect(readBeast(Uint8Array.from(unit)).clock).toBe(clock)
      }),
    )
  })

  it('says its type by its length', () => {
    expect([2, 7, 14].map((length) => toBeast(new Uint8Array(length))[1])).toEqual([0x31, 0x32, 0x33])
  })

  it('has no clock where that is empty', () => {
    expect(readBeast(toBeast(frameOf(KLM1023)).subarray(1))).toEqual({ frame: frameOf(KLM1023) })
  })
})
