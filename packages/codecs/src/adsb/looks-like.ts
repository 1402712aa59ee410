import { text } from '../nmea/ascii.ts'

export const ADSB_FORMATS = ['sbs', 'beast', 'avr', 'aircraft-json'] as const
export type AdsbFormat = (typeof ADSB_FORMATS)[number]

/** Which of its four forms ADS-B begins with here, if with any. */
export function looksLikeAdsb(bytes: Uint8Array): AdsbFormat | undefined {
  if (isBeast(bytes)) return 'beast'
  const start = text(bytes, 0, Math.min(bytes.length, LOOK_AT)).trimStart()
  if (SBS.test(start)) return 'sbs'
  if (AVR.test(start)) return 'avr'
  return /^\{/.test(start) && /"now"\s*:/.test(start) && /"aircraft"\s*:\s*\[/.test(start) ? 'aircraft-json' : undefined
}

const LOOK_AT = 4096
const SBS = /^(MSG,[1-8]|SEL|ID|AIR|STA|CLK),/
/** A sign, the clock and the signal that go with it, and a frame of 2, 7 or 14 octets. */
const AVR = /^(\*|[@%][0-9a-f]{12}|<[0-9a-f]{14})([0-9a-f]{4}|[0-9a-f]{14}|[0-9a-f]{28});/i

/** An escape and a type of frame; where there is room for another frame, that begins the same. */
function isBeast(bytes: Uint8Array): boolean {
  const length = { 0x31: 11, 0x32: 16, 0x33: 23, 0x34: 23 }[bytes[1] ?? 0]
  if (bytes[0] !== 0x1a || length === undefined) return false
  let at = 2
  for (let octets = 2; octets < length && at < bytes.length; octets++) at += bytes[at] === 0x1a ? 2 : 1
  return at >= bytes.length || bytes[at] === 0x1a
}
