import type { DecodeProblem, Timestamp } from '@csii/model'

/** Where the datagrams of a capture go. The bytes are only valid during the call. */
export interface PcapTaker {
  datagram(bytes: Uint8Array, from: number, to: number, capturedAt: Timestamp): void
  /** A frame that gives no whole datagram, or a capture that cannot be read on. */
  problem(problem: DecodeProblem): void
}

/** Octets of the header of the file, and of each frame: libpcap, pcap-savefile(5). */
const FILE_HEADER = 24
const FRAME_HEADER = 16
/** What libpcap holds at most of one frame (MAXIMUM_SNAPLEN). More is a damaged length. */
const MOST_FRAME = 262_144

interface Format {
  readonly isLittleEndian: boolean
  readonly fractionsPerMs: number
  readonly link: number
}

/** The UDP datagrams over IPv4 in a capture of libpcap's classic format, from chunks of any size, in bounded memory. */
export class PcapReader {
  readonly #taker: PcapTaker
  #held: Uint8Array = new Uint8Array(0)
  #format: Format | undefined
  #isBroken = false

  constructor(taker: PcapTaker) {
    this.#taker = taker
  }

  read(chunk: Uint8Array): void {
    if (this.#isBroken) return
    const bytes = this.#held.length === 0 ? chunk : joined(this.#held, chunk)
    const used = this.#readFrames(bytes)
    this.#held = bytes.slice(used)
  }

  end(): void {
    if (this.#held.length > 0 && !this.#isBroken) this.#taker.problem('length')
    this.#held = new Uint8Array(0)
  }

  /** Gives how many bytes were used up. */
  #readFrames(bytes: Uint8Array): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    if (!this.#format) {
      if (bytes.length < FILE_HEADER) return 0
      this.#format = formatOf(view)
      if (!this.#format) return this.#breakOff(bytes.length)
      at = FILE_HEADER
    }
    const { isLittleEndian, fractionsPerMs, link } = this.#format
    while (at + FRAME_HEADER <= bytes.length) {
      const length = view.getUint32(at + 8, isLittleEndian)
      if (length > MOST_FRAME) return this.#breakOff(bytes.length)
      const start = at + FRAME_HEADER
      if (start + length > bytes.length) break
      const time = view.getUint32(at, isLittleEndian) * 1000 + view.getUint32(at + 4, isLittleEndian) / fractionsPerMs
      const problem = this.#readFrame(view, start, start + length, link, time)
      if (problem) this.#taker.problem(problem)
      at = start + length
    }
    return at
  }

  #breakOff(length: number): number {
    this.#isBroken = true
    this.#taker.problem('framing')
    return length
  }

  #readFrame(view: DataView, from: number, to: number, link: number, time: Timestamp): DecodeProblem | undefined {
    const ip = packetIn(view, from, to, link)
    if (typeof ip === 'string') return ip
    if (ip + 20 > to) return 'length'
    if (view.getUint8(ip) >> 4 !== 4 || view.getUint8(ip + 9) !== UDP) return 'unsupported'
    // A part of a datagram that travelled in several packets.
    if ((view.getUint16(ip + 6) & 0x3fff) !== 0) return 'unsupported'
    const udp = ip + (view.getUint8(ip) & 15) * 4
    const end = udp + 8 <= to ? udp + view.getUint16(udp + 4) : Infinity
    if (end > to || end < udp + 8) return 'length'
    this.#taker.datagram(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), udp + 8, end, time)
    return undefined
  }
}

const UDP = 17
const IPV4 = 0x0800
const VLAN = 0x8100

/** Link types of tcpdump.org/linktypes.html. */
const ETHERNET = 1
const RAW_IP = [101, 228]
const LINUX_COOKED = 113

function packetIn(view: DataView, from: number, to: number, link: number): number | DecodeProblem {
  if (RAW_IP.includes(link)) return from
  if (link !== ETHERNET && link !== LINUX_COOKED) return 'unsupported'
  let at = from + (link === ETHERNET ? 12 : 14)
  // Up to two tags of virtual networks, IEEE 802.1Q.
  for (let tags = 0; at + 2 <= to && view.getUint16(at) === VLAN && tags < 2; tags++) at += 4
  if (at + 2 > to) return 'length'
  return view.getUint16(at) === IPV4 ? at + 2 : 'unsupported'
}

/** The magic number says the order of octets and the unit of the fraction of a second. */
function formatOf(view: DataView): Format | undefined {
  for (const isLittleEndian of [true, false]) {
    const magic = view.getUint32(0, isLittleEndian)
    if (magic !== 0xa1b2c3d4 && magic !== 0xa1b23c4d) continue
    const fractionsPerMs = magic === 0xa1b2c3d4 ? 1000 : 1_000_000
    return { isLittleEndian, fractionsPerMs, link: view.getUint32(20, isLittleEndian) & 0xffff }
  }
  return undefined
}

/** Whether bytes begin as a capture does. */
export function isPcap(bytes: Uint8Array): boolean {
  return (
    bytes.length >= FILE_HEADER &&
    formatOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) !== undefined
  )
}

function joined(held: Uint8Array, chunk: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(held.length + chunk.length)
  bytes.set(held)
  bytes.set(chunk, held.length)
  return bytes
}
