import { asciiOf } from './text.ts'

/**
 * The six bits of each armour character (IEC 61162-1, table 8); 64, which no six bits can be, for every other byte.
 * Codes 88 to 95 are not in the standard's alphabet, and nothing transmits them.
 */
export const SEXTETS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte < 88) return byte - 48
  return byte >= 96 && byte < 120 ? byte - 56 : 64
})

/** True when every byte is an armour character. */
export function isArmour(ascii: Uint8Array, from: number, to: number): boolean {
  let seen = 0
  for (let i = from; i < to; i++) seen |= SEXTETS[ascii[i]!]!
  return seen < 64
}

/** An unsigned number of up to 53 bits, `start` bits behind the first character. Bits behind the last byte are 0. */
export function readUnsigned(ascii: Uint8Array, from: number, start: number, width: number): number {
  let value = 0
  for (let bit = start; bit < start + width; ) {
    const at = Math.floor(bit / 6)
    const skip = bit - at * 6
    const take = Math.min(6 - skip, start + width - bit)
    const sextet = SEXTETS[ascii[from + at] ?? 48]!
    value = value * 2 ** take + ((sextet >> (6 - skip - take)) & ((1 << take) - 1))
    bit += take
  }
  return value
}

export function readSigned(ascii: Uint8Array, from: number, start: number, width: number): number {
  const value = readUnsigned(ascii, from, start, width)
  return value >= 2 ** (width - 1) ? value - 2 ** width : value
}

/** Six-bit text as transmitted: M.1371-5, table 47. */
export function readText(ascii: Uint8Array, from: number, start: number, characters: number): string {
  let text = ''
  for (let i = 0; i < characters; i++) text += String.fromCharCode(asciiOf(readUnsigned(ascii, from, start + i * 6, 6)))
  return text
}

/** `<bits>:<hexadecimal>`, the last byte filled with zeros. */
export function readData(ascii: Uint8Array, from: number, start: number, width: number): string {
  let hex = `${width}:`
  for (let bit = 0; bit < width; bit += 8) {
    const take = Math.min(8, width - bit)
    const byte = readUnsigned(ascii, from, start + bit, take) << (8 - take)
    hex += byte.toString(16).padStart(2, '0')
  }
  return hex
}
