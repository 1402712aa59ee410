import { text } from '../nmea/ascii.ts'

export const ADSB_FORMATS = ['sbs', 'beast', 'avr', 'aircraft-json'] as const
export type AdsbFormat = (typeof ADSB_FORMATS)[number]

/** Which of its four forms ADS-B has here, if any. The bytes can be a fragment of a stream, but for documents. */
export function looksLikeAdsb(bytes: Uint8Array): AdsbFormat | undefined {
  if (hasBeast(bytes)) return 'beast'
  const start = text(bytes, 0, Math.min(bytes.length, LOOK_AT)).trimStart()
  if (SBS.test(start)) return 'sbs'
  if (AVR.test(start)) return 'avr'
  const isDocument = start.startsWith('{') && /"now"\s*:/.test(start) && /"aircraft"\s*:\s*\[/.test(start)
  return isDocument ? 'aircraft-json' : undefined
}

const LOOK_AT = 4096
const SBS = /^(MSG,[1-8]|SEL|ID|AIR|STA|CLK),/m
/** A sign, the clock and the signal that go with it, and a frame of 7 or 14 octets. One of 2 could be anything. */
const AVR = /^(\*|[@%][0-9a-f]{12}|<[0-9a-f]{14})([0-9a-f]{14}|[0-9a-f]{28});/im

/** Two frames one behind the other, or one that the bytes begin with and that fills them. */
function hasBeast(bytes: Uint8Array): boolean {
  const most = Math.min(bytes.length, LONGEST_FRAME)
  for (let from = 0; from < most; from++) {
    const end = frameEnd(bytes, from)
    if (end === undefined) continue
    if (isFrameStart(bytes, end) || (from === 0 && end === bytes.length)) return true
  }
  return false
}

/** All octets of the longest frame escaped. */
const LONGEST_FRAME = 2 + 2 * 21

const FRAME_OCTETS: Readonly<Record<number, number>> = { 0x31: 9, 0x32: 14, 0x33: 21, 0x34: 21 }

const isFrameStart = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x1a && FRAME_OCTETS[bytes[at + 1] ?? 0] !== undefined

/** Where a frame ends that begins here; undefined when none does, or another begins within it. */
function frameEnd(bytes: Uint8Array, from: number): number | undefined {
  if (!isFrameStart(bytes, from)) return undefined
  let at = from + 2
  for (let octets = FRAME_OCTETS[bytes[from + 1]!]!; octets > 0 && at < bytes.length; octets--) {
    const isEscaped = bytes[at] === 0x1a
    if (isEscaped && at + 1 < bytes.length && bytes[at + 1] !== 0x1a) return undefined
    at += isEscaped ? 2 : 1
  }
  return at
}
