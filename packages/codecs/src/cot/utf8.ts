/** The text of bytes in UTF-8, or undefined where they are not: overlong forms and surrogates are none (RFC 3629). */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string | undefined {
  const units: number[] = []
  let text = ''
  let at = from
  while (at < to) {
    const lead = bytes[at]!
    const length = lead < 0x80 ? 1 : sequenceLength(lead)
    const point = length === 1 ? lead : codePoint(bytes, at, length, to)
    if (point < 0) return undefined
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff))
    else units.push(point)
    at += length
    if (units.length < BATCH) continue
    text += String.fromCharCode(...units)
    units.length = 0
  }
  return text + String.fromCharCode(...units)
}

/** Few enough for the arguments of one call. */
const BATCH = 4096

/** The bytes that a sequence has which begins so; 0 where none does. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2
  if (lead >= 0xe0 && lead < 0xf0) return 3
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0
}

/** The least code point that needs so many bytes. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000]

function codePoint(bytes: Uint8Array, at: number, length: number, to: number): number {
  if (length === 0 || at + length > to) return -1
  let point = bytes[at]! & (0x7f >> length)
  for (let i = at + 1; i < at + length; i++) {
    if ((bytes[i]! & 0xc0) !== 0x80) return -1
    point = point * 64 + (bytes[i]! & 0x3f)
  }
  const isSurrogate = point >= 0xd800 && point < 0xe000
  return point < LEAST[length]! || point > 0x10ffff || isSurrogate ? -1 : point
}

/** Text as UTF-8. Half a surrogate pair is no character and becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const character of text) {
    const point = character.codePointAt(0)!
    length = put(bytes, length, point >= 0xd800 && point < 0xe000 ? 0xfffd : point)
  }
  return bytes.slice(0, length)
}

function put(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point
    return at + 1
  }
  const length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  let rest = point
  for (let i = at + length - 1; i > at; i--) {
    bytes[i] = 0x80 | (rest & 0x3f)
    rest >>= 6
  }
  bytes[at] = ((0xf00 >> length) & 0xff) | rest
  return at + length
}
