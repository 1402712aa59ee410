import { CATEGORIES } from './catalogue.ts'
import { BLOCK_HEADER, blockLength, decodeAsterix } from './decode.ts'

/**
 * Whether bytes begin as ASTERIX does: with a block of a category that we know, whose records fill it exactly, or with two
 * blocks one behind the other. Text never does, since its characters would say lengths of 8,000 and more.
 */
export function looksLikeAsterix(bytes: Uint8Array): boolean {
  if (!isHeader(bytes, 0)) return false
  const end = blockLength(bytes, 0, bytes.length)
  if (end < bytes.length && isHeader(bytes, end)) return true
  const { records, problems } = decodeAsterix(bytes, 0, Math.min(end, bytes.length))
  return end <= bytes.length && records.length > 0 && problems.length === 0
}

const isHeader = (bytes: Uint8Array, at: number): boolean =>
  CATEGORIES.has(bytes[at]!) && blockLength(bytes, at, bytes.length) > BLOCK_HEADER
