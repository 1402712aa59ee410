import { describe, expect, expectTypeOf, it } from 'vitest'
import { asciiOf, read, readWhole } from './fixtures/sentences.ts'
import { decodePayload } from './message.ts'

describe('a payload', () => {
  const payload = '13KFI200001eRdHREjw<RanB0@50'

  it('is read where it lies among other bytes', () => {
    const datagram = asciiOf(`!AIVDM,1,1,0,,${payload},0*55\r\n`)
    expect(decodePayload(datagram, 14, 14 + payload.length, 0)).toMatchObject({ mmsi: 230005000, radio: 65856 })
  })

  it('is left as it was', () => {
    const ascii = asciiOf(payload)
    decodePayload(ascii, 0, ascii.length, 0)
    expect(ascii).toEqual(asciiOf(payload))
  })

  it('gives a fresh message each time', () => {
    const ascii = asciiOf(payload)
    const first = decodePayload(ascii, 0, ascii.length, 0)
    expect(decodePayload(ascii, 0, ascii.length, 0)).not.toBe(first)
    expect(decodePayload(ascii, 0, ascii.length, 0)).toEqual(first)
  })

  it('gives messages of one type one shape, whatever they say', () => {
    const keys = (sentence: string): string[] => Object.keys(readWhole(sentence))
    const turning = keys('!AIVDM,1,1,,A,33nr7t001f13KNTOahh2@QpF00vh,0*58')
    expect(keys('!AIVDM,1,1,,A,23aDqa@P00PCV=FMFUfuu?vV2<3w,0*51')).toEqual(turning)
  })

  it('that is empty is refused for its length', () => {
    expect(read('!AIVDM,1,1,,B,,0*25')).toBe('length')
  })

  it('that holds no header is refused for its length', () => {
    expect(read('!AIVDM,1,1,,B,13KFI2,0*00')).toBe('length')
  })

  it.each(['01', 'L1', 'U31<0OOP000CshrMdl600?wP00SL', 'a5MuRA0@00IQUuTA<Kgt1wvP00S6', 'w1'])(
    'of a type that the standard does not have is unsupported: %s',
    (start) => {
      expect(read(`!AIVDM,1,1,,A,${start.padEnd(28, '0')},0*00`)).toBe('unsupported')
    },
  )

  it('with a byte outside the armour alphabet is broken, wherever the byte is', () => {
    for (let at = 0; at < payload.length; at++) {
      for (const byte of ['X', '_', 'x', ' ', '/', ',', '\u0000', 'ÿ']) {
        const damaged = payload.slice(0, at) + byte + payload.slice(at + 1)
        expect(read(`!AIVDM,1,1,,A,${damaged.replaceAll(',', '\u0001')},0*00`)).toBe('framing')
      }
    }
  })

  it('with such a byte behind the last field is broken too', () => {
    expect(read(`!AIVDM,1,1,,A,${payload}0x,0*00`)).toBe('framing')
  })

  it('with such a byte in a message that is shorter than its table is broken too', () => {
    expect(read('!AIVDM,1,1,,A,73dnov00OxH=,0*4E')).toBe('framing')
  })

  it('with a padding that is no number is refused', () => {
    const ascii = asciiOf(payload)
    expect(decodePayload(ascii, 0, ascii.length, Number.NaN)).toBe('length')
  })

  it('of a short message is not mixed up with the one before it', () => {
    readWhole('!BSVDM,1,1,,B,D025bvh5hDfr<`D00AdT0000000,2*65')
    expect(read('!BSVDM,1,1,,B,D02OV408lFfp,0*60')).toMatchObject({ offset2: 0, number2: 0, increment2: 0, offset4: 0 })
  })
})

describe('the type of a message', () => {
  it('is known to the compiler once `type` is known', () => {
    const message = readWhole('!BSVDM,1,1,,A,B3P;Uh00Gwl`RM7j=JdIGwU5kP06,0*51')
    if (message.type === 18) expectTypeOf(message.cs).toEqualTypeOf<boolean>()
    if (message.type === 5) expectTypeOf(message.destination).toEqualTypeOf<string>()
    if (message.type === 24 && message.part === 'A') expectTypeOf(message.shipname).toEqualTypeOf<string>()
    if (message.type === 22 && message.addressed) expectTypeOf(message.dest1).toEqualTypeOf<number>()
    if (message.type === 1) expectTypeOf(message.turn).toEqualTypeOf<number>()
    expect(message.type).toBe(18)
  })

  it('of a binary message is known once its content is', () => {
    const message = readWhole('!AIVDM,1,1,,A,83aEQw@j2d<dtttM=B9Q3gbh00P0,0*1B')
    if (message.type === 8 && !('data' in message) && message.dac === 200 && message.fid === 10) {
      expectTypeOf(message.vin).toEqualTypeOf<string>()
    }
    expect(message).not.toHaveProperty('data')
  })
})
