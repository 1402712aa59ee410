import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPcap, PcapReader } from './pcap.ts'

interface Shape {
  readonly isLittleEndian?: boolean
  readonly nanoseconds?: boolean
  readonly link?: number
}

/** 2016-05-05 07:35:56.5 UTC */
const SECONDS = 1_462_433_756

function captureOf(frames: readonly Uint8Array[], { isLittleEndian = true, nanoseconds = false, link = 1 }: Shape = {}): Uint8Array {
  const write = (values: readonly number[]): Uint8Array => {
    const view = new DataView(new ArrayBuffer(values.length * 4))
    values.forEach((value, index) => view.setUint32(index * 4, value, isLittleEndian))
    return new Uint8Array(view.buffer)
  }
  const header = write([nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4, 0x20004, 0, 0, 262_144, link])
  const half = nanoseconds ? 500_000_000 : 500_000
  return Buffer.concat([header, ...frames.flatMap((frame) => [write([SECONDS, half, frame.length, frame.length]), frame])])
}

function packet(payload: string, { protocol = 17, fragment = 0, version = 4, options = 0 } = {}): Buffer {
  const ip = Buffer.alloc(20 + options * 4)
  ip[0] = (version << 4) | (5 + options)
  ip.writeUInt16BE(fragment, 6)
  ip[9] = protocol
  const udp = Buffer.alloc(8)
  udp.writeUInt16BE(8 + payload.length, 4)
  return Buffer.concat([ip, udp, Buffer.from(payload, 'latin1')])
}

const ethernet = (inner: Buffer, type = '0800'): Buffer => Buffer.concat([Buffer.alloc(12), Buffer.from(type, 'hex'), inner])

function read(capture: Uint8Array, sizes: readonly number[] = [capture.length]) {
  const heard: string[] = []
  const times = new Set<number>()
  const reader = new PcapReader({
    datagram(bytes, from, to, capturedAt) {
      heard.push(Buffer.from(bytes.subarray(from, to)).toString('latin1'))
      times.add(capturedAt)
    },
    problem: (problem) => void heard.push(`! ${problem}`),
  })
  for (let at = 0, turn = 0; at < capture.length; turn++) {
    const size = sizes[turn % sizes.length]!
    reader.read(capture.subarray(at, at + size))
    at += size
  }
  reader.end()
  return { heard, times: [...times] }
}

describe('a capture', () => {
  it.each<[string, Shape, Buffer]>([
    ['of Ethernet', {}, ethernet(packet('plot'))],
    ['written on a machine of the other order', { isLittleEndian: false }, ethernet(packet('plot'))],
    ['in nanoseconds', { nanoseconds: true }, ethernet(packet('plot'))],
    ['with padding behind the datagram', {}, Buffer.concat([ethernet(packet('plot')), Buffer.alloc(18)])],
    ['of a virtual network', {}, ethernet(packet('plot'), '810000070800')],
    ['with options in the header', {}, ethernet(packet('plot', { options: 2 }))],
    ['of packets alone', { link: 101 }, packet('plot')],
    ['of any interface of Linux', { link: 113 }, Buffer.concat([Buffer.alloc(14), Buffer.from('0800', 'hex'), packet('plot')])],
  ])('%s gives the datagrams, and when they were captured', (_, shape, frame) => {
    const { heard, times } = read(captureOf([frame, frame], shape))
    expect(heard).toEqual(['plot', 'plot'])
    expect(times).toEqual([SECONDS * 1000 + 500])
  })

  it('gives the same however it is cut', () => {
    const capture = captureOf([ethernet(packet('one')), ethernet(packet('')), ethernet(packet('three', { protocol: 6 })), ethernet(packet('four'))])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (sizes) => {
        expect(read(capture, sizes).heard).toEqual(['one', '', '! unsupported', 'four'])
      }),
    )
  })

  it.each([
    ['another protocol', ethernet(packet('x', { protocol: 6 })), 'unsupported'],
    ['IPv6', ethernet(packet('x', { version: 6 })), 'unsupported'],
    ['another kind of frame', ethernet(packet('x'), '0806'), 'unsupported'],
    ['the first part of a datagram', ethernet(packet('x', { fragment: 0x2000 })), 'unsupported'],
    ['a later part of one', ethernet(packet('x', { fragment: 5 })), 'unsupported'],
    ['a frame cut when it was captured', ethernet(packet('abcdefgh')).subarray(0, 45), 'length'],
    ['next to nothing', Buffer.alloc(5), 'length'],
  ])('says that it holds %s', (_, frame, problem) => {
    expect(read(captureOf([frame, ethernet(packet('next'))])).heard).toEqual([`! ${problem}`, 'next'])
  })

  it('of a link that we do not know gives nothing but its count', () => {
    expect(read(captureOf([ethernet(packet('x'))], { link: 127 })).heard).toEqual(['! unsupported'])
  })

  it('that is cut short says so', () => {
    const capture = captureOf([ethernet(packet('one')), ethernet(packet('two'))])
    expect(read(capture.subarray(0, capture.length - 1)).heard).toEqual(['one', '! length'])
    expect(read(capture.subarray(0, 10)).heard).toEqual(['! length'])
  })

  it('is given up at a length that cannot be, and where it is no capture: nothing is held', () => {
    const capture = captureOf([ethernet(packet('one')), ethernet(packet('two'))])
    new DataView(capture.buffer, capture.byteOffset).setUint32(24 + 8, 0x7fffffff, true)
    expect(read(capture, [50]).heard).toEqual(['! framing'])
    expect(read(Buffer.alloc(3000, 'x'), [100]).heard).toEqual(['! framing'])
  })

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 })), fc.constantFrom(1, 101, 113), (frames, link) => {
        expect(read(captureOf(frames, { link })).heard.length).toBe(frames.length)
      }),
    )
  })

  it('is known by its first bytes', () => {
    expect(isPcap(captureOf([]))).toBe(true)
    expect(isPcap(captureOf([], { isLittleEndian: false, nanoseconds: true }))).toBe(true)
    expect(isPcap(Buffer.alloc(100, '!'))).toBe(false)
    expect(isPcap(captureOf([]).subarray(0, 20))).toBe(false)
  })
})
