import { describe, expect, it } from 'vitest'
import { CONTACT_BYTES, DELTA, HEADER_BYTES, SNAPSHOT, encodeFrame, type Contact } from './picture-frame.ts'

const yacht: Contact = {
  serial: 0x01020304, flags: 0x09, means: 1, station: 2, navigationStatus: 8, shipType: 36, sensors: 3, mmsi: 375_970_001,
  lat: 13.1234567, lon: -61.2345678, speed: 3.21, courseDeg: 271.25, headingDeg: 268.5, sigma: 12.3,
  time: 1_795_517_069_788, dark: 0.972, name: 'ÎLE',
}
const silent: Contact = { serial: 5, flags: 0, means: 2, station: 0, sensors: 1, lat: 0, lon: 0, sigma: 5, time: 1 }

const bytes = encodeFrame({
  kind: DELTA, epoch: 9, revision: 11, nodeTime: 1_795_517_071_362, tracksTotal: 400, tracksInView: 20,
  contacts: [yacht, silent], removed: [77, 78],
})
const view = new DataView(bytes.buffer)

describe('the bytes of a picture frame, which clients of other makers read', () => {
  it('begin with 48 bytes of header, each number in its place', () => {
    expect(HEADER_BYTES).toBe(48)
    expect([...bytes.subarray(0, 4)]).toEqual([0x53, 0x43, 2, 2])
    expect([view.getUint32(4, true), view.getFloat64(8, true), view.getFloat64(16, true)]).toEqual([9, 11, 1_795_517_071_362])
    expect([24, 28, 32, 36, 40, 44].map((at) => view.getUint32(at, true))).toEqual([400, 20, 2, 2, 4, 0])
    expect(SNAPSHOT).toBe(1)
  })

  it('go on with 44 bytes a contact, each number in its place and unit', () => {
    expect(CONTACT_BYTES).toBe(44)
    expect([view.getUint32(48, true), view.getUint32(52, true)]).toEqual([0x01020304, 375_970_001])
    expect([view.getInt32(56, true), view.getInt32(60, true)]).toEqual([131_234_567, -612_345_678])
    expect(view.getFloat64(64, true)).toBe(1_795_517_069_788)
    expect([...bytes.subarray(72, 74)]).toEqual([9, 1])
    expect([74, 76, 78].map((at) => view.getUint16(at, true))).toEqual([321, 27_125, 2_685])
    expect([...bytes.subarray(80, 84)]).toEqual([2, 8, 36, 3])
    expect([view.getUint16(84, true), view.getUint16(86, true)]).toEqual([123, 4])
    expect([...bytes.subarray(88, 92)]).toEqual([247, 0xff, 0, 0])
  })

  it('say with the highest value of a field that nobody stated it', () => {
    expect(view.getUint32(96, true)).toBe(0xffffffff)
    expect([118, 120, 122].map((at) => view.getUint16(at, true))).toEqual([0xffff, 0xffff, 0xffff])
    expect([...bytes.subarray(125, 127)]).toEqual([0xff, 0xff])
    expect(view.getUint16(130, true)).toBe(0xffff)
    expect([...bytes.subarray(132, 134)]).toEqual([0xff, 0xff])
  })

  it('end with the removed serials and then the names', () => {
    expect([view.getUint32(136, true), view.getUint32(140, true)]).toEqual([77, 78])
    expect([...bytes.subarray(144)]).toEqual([...new TextEncoder().encode('ÎLE')])
  })

  it('hold a probability between none and all', () => {
    const sure = encodeFrame({
      kind: DELTA, epoch: 0, revision: 0, nodeTime: 0, tracksTotal: 1, tracksInView: 1, removed: [],
      contacts: [{ ...silent, dark: 1.2, suspect: -0.1 }],
    })
    expect([...sure.subarray(48 + 40, 48 + 42)]).toEqual([254, 0])
  })

  it('never let a speed beyond the field look like no speed', () => {
    const fast = encodeFrame({
      kind: DELTA, epoch: 0, revision: 0, nodeTime: 0, tracksTotal: 1, tracksInView: 1, removed: [],
      contacts: [{ ...silent, speed: 9_999, sigma: 1e6 }],
    })
    const its = new DataView(fast.buffer)
    expect([its.getUint16(48 + 26, true), its.getUint16(48 + 36, true)]).toEqual([0xfffe, 0xfffe])
  })
})
