import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BYTES, fieldAt, FIXED32, FIXED64, VARINT, varintAt, WireWriter } from './wire.ts'

const varint = (...bytes: number[]) => varintAt(Uint8Array.from(bytes), 0, bytes.length)
const field = (...bytes: number[]) => fieldAt(Uint8Array.from(bytes), 0, bytes.length)

describe('a varint', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const writer = new WireWriter()
        writer.varint(value)
        const bytes = writer.done()
        expect(varintAt(bytes, 0, bytes.length)).toEqual({ value, end: bytes.length })
      }),
    )
  })

  it('has seven bits in each byte, the least first', () => {
    expect(varint(0x96, 0x01)).toEqual({ value: 150, end: 2 })
    expect(varint(0x80, 0x00)).toEqual({ value: 0, end: 2 })
  })

  it('of 64 bits is read, though its value is none of ours', () => {
    expect(varint(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)).toEqual({ value: Number.NaN, end: 10 })
  })

  it('is refused when it is cut off or never ends', () => {
    expect(varint()).toBe('length')
    expect(varint(0x80, 0x80)).toBe('length')
    expect(varint(...Array.from({ length: 11 }, () => 0x80))).toBe('framing')
    expect(varintAt(Uint8Array.of(0x80, 0x01), 0, 1)).toBe('length')
  })

  it.each([-1, 1.5, Number.NaN, 2 ** 53])('is never %s', (value) => {
    expect(() => new WireWriter().varint(value)).toThrow('No varint')
  })
})

describe('a field', () => {
  it('lies where its tag and its length say', () => {
    expect(field(0x08, 0x96, 0x01)).toEqual({ number: 1, wireType: VARINT, value: 150, from: 1, to: 3, start: 0 })
    expect(field(0x12, 0x02, 65, 66)).toEqual({ number: 2, wireType: BYTES, value: 0, from: 2, to: 4, start: 0 })
    expect(field(0x19, 1, 2, 3, 4, 5, 6, 7, 8)).toEqual(
      { number: 3, wireType: FIXED64, value: 0, from: 1, to: 9, start: 0 },
    )
    expect(field(0x25, 1, 2, 3, 4)).toEqual({ number: 4, wireType: FIXED32, value: 0, from: 1, to: 5, start: 0 })
  })

  it.each([
    ['a number of zero', [0x02, 0], 'framing'], ['a group', [0x0b], 'framing'], ['no wire type', [0x0e], 'framing'],
    ['a number beyond all', [0xfa, 0xff, 0xff, 0xff, 0xff, 0x01, 0], 'framing'],
    ['more bytes than there are', [0x12, 3, 65, 66], 'length'],
    ['a length of 2^63', [0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f], 'length'],
    ['seven of eight bytes', [0x19, 1, 2, 3, 4, 5, 6, 7], 'length'],
    ['no value', [0x08], 'length'],
    ['nothing', [], 'length'],
  ])('is refused with %s', (_, bytes, problem) => {
    expect(field(...bytes)).toBe(problem)
  })
})

describe('what is written', () => {
  it('grows as it must', () => {
    const writer = new WireWriter()
    for (let i = 0; i < 300; i++) writer.double(i)
    writer.bytes(new Uint8Array(1000).fill(7))
    const bytes = writer.done()
    expect(bytes).toHaveLength(2400 + 2 + 1000)
    expect(new DataView(bytes.buffer).getFloat64(299 * 8, true)).toBe(299)
    expect(bytes.subarray(2402)).toEqual(new Uint8Array(1000).fill(7))
  })
})
