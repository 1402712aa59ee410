/**
 * The text of UTF-8 bytes (RFC 3629), or undefined where they are not: overlong forms, surrogates and what is beyond
 * U+10FFFF are refused.
 */
export function utf8Text(bytes: Uint8Array, from: number, to: number): string | undefined {
  const pieces: string[] = []
  let units: number[] = []
  let at = from
  while (at < to) {
    const length = sequenceLength(bytes[at]!)
    const point = length === 0 || at + length > to ? -1 : pointAt(bytes, at, length)
    if (point < 0) return undefined
    if (point > 0xffff) units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff))
    else units.push(point)
    at += length
    if (units.length < PIECE) continue
    pieces.push(String.fromCharCode(...units))
    units = []
  }
  return pieces.join('') + String.fromCharCode(...units)
}

/** Characters that are joined at a time: a call takes only so many arguments. */
const PIECE = 4096

/** The least code point that needs so many bytes. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000]

function sequenceLength(first: number): number {
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

function pointAt(bytes: Uint8Array, at: number, length: number): number {
  if (length === 1) return bytes[at]!
  let point = bytes[at]! & (0x7f >> length)
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i]!
    if ((byte & 0xc0) !== 0x80) return -1
    point = point * 64 + (byte & 0x3f)
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return point < LEAST[length]! || point > 0x10ffff || isSurrogate ? -1 : point
}

/** The UTF-8 bytes of a text; half a surrogate pair becomes U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const whole = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (whole < 0x80) bytes.push(whole)
    else if (whole < 0x800) bytes.push(0xc0 | (whole >> 6), tail(whole))
    else if (whole < 0x10000) bytes.push(0xe0 | (whole >> 12), tail(whole >> 6), tail(whole))
    else bytes.push(0xf0 | (whole >> 18), tail(whole >> 12), tail(whole >> 6), tail(whole))
  }
  return Uint8Array.from(bytes)
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f)
