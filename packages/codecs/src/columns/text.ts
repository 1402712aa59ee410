/**
 * The range as text: UTF-8 where it is that, else ISO 8859-1, in which every byte is a character. What was written by a
 * spreadsheet of the western world is one of the two, and other text than ASCII is hardly ever both.
 */
export function decodeText(bytes: Uint8Array, from: number, to: number): string {
  return decodeUtf8(bytes, from, to) ?? decodeLatin1(bytes, from, to)
}

/** ISO 8859-1: each byte is the character of its number. */
export function decodeLatin1(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!)
  return text
}

/** Undefined where the bytes are not UTF-8 (RFC 3629). */
function decodeUtf8(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = ''
  for (let i = from; i < to;) {
    const length = lengthOf(bytes[i]!)
    if (length === 0 || i + length > to) return undefined
    let code = length === 1 ? bytes[i]! : bytes[i]! & (0x7f >> length)
    for (let next = i + 1; next < i + length; next++) {
      if ((bytes[next]! & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (bytes[next]! & 0x3f)
    }
    if (code < LEAST[length]! || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined
    text += String.fromCodePoint(code)
    i += length
  }
  return text
}

/** Of a character, by its first byte; 0 where no character begins so. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1
  if (first >= 0xc2 && first < 0xe0) return 2
  if (first >= 0xe0 && first < 0xf0) return 3
  return first >= 0xf0 && first < 0xf5 ? 4 : 0
}

/** The least code that needs as many bytes: a longer form of a shorter character is refused. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000]

/**
 * A header or a word without case, accents and marks, so that "Vessel Name", "vessel_name" and "VESSELNAME" are one.
 */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
