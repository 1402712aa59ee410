import { CATEGORIES } from './catalogue.ts'
import { BLOCK_HEADER, blockLength, decodeAsterix } from './decode.ts'

/**
 * Whether bytes begin as ASTERIX does: with a block of a category that we know, whose records fill it exactly, or
 * with two blocks one behind the other. Text does not, though its characters can seem to be the headers of very long
 * blocks.
 */
export function looksLikeAsterix(bytes: Uint8Array): boolean {
  if (!isHeader(bytes, 0) || isText(bytes.subarray(0, LOOK_AT))) return false
  const end = blockLength(bytes, 0, bytes.length)
  if (end < bytes.length && isHeader(bytes, end)) return true
  const { records, problems } = decodeAsterix(bytes, 0, Math.min(end, bytes.length))
  return end <= bytes.length && records.length > 0 && problems.length === 0
}

/** No record begins with so many octets that are all characters: its presence bits and its source are none. */
const LOOK_AT = 64

const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13))

const isHeader = (bytes: Uint8Array, at: number): boolean =>
  CATEGORIES.has(bytes[at]!) && blockLength(bytes, at, bytes.length) > BLOCK_HEADER
