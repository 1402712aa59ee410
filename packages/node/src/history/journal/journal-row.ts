import { crc32 } from 'node:zlib'
import type { Timestamp } from '@csii/model'

/** A batch of the pipeline; what a person did; a batch that is in chunks and whose own bytes were lost. */
export type JournalKind = 'batch' | 'action' | 'emptied'

/** What is kept, before it has its place in the journal. */
export interface JournalEntry {
  readonly kind: JournalKind
  /** Of receipt. */
  readonly firstAt: Timestamp
  readonly lastAt: Timestamp
  readonly plots: number
  readonly body: Uint8Array
}

export interface JournalRow extends JournalEntry {
  /** Counts up without gaps. */
  readonly seq: number
  readonly sum: number
}

/** In the order of their numbers in the store. */
export const JOURNAL_KINDS: readonly JournalKind[] = ['batch', 'action', 'emptied']

export function rowOf(seq: number, entry: JournalEntry): JournalRow {
  return { ...entry, seq, sum: sumOf(seq, entry) }
}

/** No bit of a row can differ from what was written without its sum telling. */
export const isWhole = (row: JournalRow): boolean => row.sum === sumOf(row.seq, row)

/** CRC-32 over everything that a row says. */
function sumOf(seq: number, { kind, firstAt, lastAt, plots, body }: JournalEntry): number {
  const key = new Float64Array([seq, JOURNAL_KINDS.indexOf(kind), firstAt, lastAt, plots])
  return crc32(body, crc32(new Uint8Array(key.buffer)))
}
