/** The characters that IEC 61162-1 reserves, § 7.1, and the two ends of a line. */
export const LF = 10
export const CR = 13
export const SPACE = 32
export const EXCLAMATION = 33
export const HASH = 35
export const DOLLAR = 36
export const STAR = 42
export const COMMA = 44
export const MINUS = 45
export const POINT = 46
export const ZERO = 48
export const NINE = 57
export const COLON = 58
export const BACKSLASH = 92

/** The value of one hexadecimal digit in either case, or -1. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined || byte < ZERO) return -1
  if (byte <= NINE) return byte - ZERO
  const upper = byte & 0xdf
  return upper >= 65 && upper <= 70 ? upper - 55 : -1
}

/** Two hexadecimal digits at `at`, or -1. */
export function hexByte(bytes: Uint8Array, at: number, to: number): number {
  if (at + 2 > to) return -1
  const high = hexDigit(bytes[at])
  const low = hexDigit(bytes[at + 1])
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

/** A whole number in decimal digits that fills the range, or undefined. Fifteen digits at most: all are exact. */
export function decimal(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to <= from || to - from > 15) return undefined
  let value = 0
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!
    if (byte < ZERO || byte > NINE) return undefined
    value = value * 10 + (byte - ZERO)
  }
  return value
}

/** The range as text, a character a byte. For the few words of a line that are kept, never for its payload. */
export function text(bytes: Uint8Array, from: number, to: number): string {
  let result = ''
  for (let i = from; i < to; i++) result += String.fromCharCode(bytes[i]!)
  return result
}

/**
 * Where a byte first stands in the range, or -1. Looks no further than the range, as `indexOf` would: a stranger could
 * make us search the rest of what was received again for each of a thousand fields.
 */
export function indexWithin(bytes: Uint8Array, byte: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (bytes[i] === byte) return i
  return -1
}

/** Where a byte last stands in the range, or -1. */
export function lastIndexWithin(bytes: Uint8Array, byte: number, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (bytes[i] === byte) return i
  return -1
}

/** The exclusive or of all characters: the checksum of sentences and of tag blocks, IEC 61162-1, § 7.2.4. */
export function checksum(characters: string): string {
  let sum = 0
  for (let i = 0; i < characters.length; i++) sum ^= characters.charCodeAt(i)
  return (sum & 0xff).toString(16).toUpperCase().padStart(2, '0')
}
