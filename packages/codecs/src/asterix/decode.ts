import { CATEGORIES } from './catalogue.ts'
import type { Editions } from './category.ts'
import { compileDecoder, type ReadRecords } from './compile-decoder.ts'
import { definitionOf } from './definition.ts'
import type { AsterixRecord, Refusal } from './record.ts'

/** Octets of category and length: ASTERIX part 1 (EUROCONTROL-SPEC-149). The length counts them too. */
export const BLOCK_HEADER = 3

export interface Decoded {
  readonly records: readonly AsterixRecord[]
  readonly problems: readonly Refusal[]
}

/**
 * Decodes the data blocks between `from` and `to`. Never throws, whatever the bytes; only an unknown edition is an
 * error.
 */
export function decodeAsterix(bytes: Uint8Array, from: number, to: number, editions: Editions = {}): Decoded {
  const decoder = asterixDecoder(editions)
  const records: AsterixRecord[] = []
  const problems: Refusal[] = []
  for (let at = from; at < to;) {
    const length = blockLength(bytes, at, to)
    // Without a length nothing says where the next block begins.
    const end = length < BLOCK_HEADER ? to : Math.min(at + length, to)
    const refusal = decoder(bytes, at, end, records)
    if (refusal) problems.push(refusal)
    at = end
  }
  return { records, problems }
}

/** What a block says its length is, or 0 where it cannot say. */
export const blockLength = (bytes: Uint8Array, at: number, to: number): number =>
  at + BLOCK_HEADER > to ? 0 : (bytes[at + 1]! << 8) | bytes[at + 2]!

/** Adds the records of one block to a list, and says what of it could not be read. */
export type DecodeBlock = (bytes: Uint8Array, from: number, to: number, records: AsterixRecord[]) => Refusal | undefined

/** A decoder of blocks in these editions. Each category is compiled when it is first heard. */
export function asterixDecoder(editions: Editions = {}): DecodeBlock {
  const readers = Array.from<ReadRecords | undefined>({ length: 256 })
  for (const category of Object.keys(editions)) readers[Number(category)] = readerOf(Number(category), editions)
  return (bytes, from, to, records) => {
    const length = blockLength(bytes, from, to)
    if (length < BLOCK_HEADER) return { problem: to - from < BLOCK_HEADER ? 'length' : 'framing', from, to }
    const category = bytes[from]!
    const read = (readers[category] ??= readerOf(category, editions))
    const stop = read(bytes, from + BLOCK_HEADER, Math.min(from + length, to), records)
    if (stop) return { problem: stop.problem, from: stop.at, to }
    return from + length === to ? undefined : { problem: 'length', from: to, to }
  }
}

const COMPILED = new Map<string, ReadRecords>()
const UNREAD: ReadRecords = (_bytes, at) => ({ problem: 'unsupported', at })

function readerOf(number: number, editions: Editions): ReadRecords {
  const category = CATEGORIES.get(number)
  if (!category) return UNREAD
  const definition = definitionOf(category, editions)
  const key = `${number} ${definition.edition}`
  const compiled = COMPILED.get(key) ?? compileDecoder(definition)
  COMPILED.set(key, compiled)
  return compiled
}
