import { createHash } from 'node:crypto'
import type { Timestamp } from '@csii/model'
import { classOf, type DataClass, type StoredChunk } from './policy.ts'

/** What went, when and why: kept for ever among the actions, so that a gap in the store can be told from a loss. */
export interface PurgeProof {
  readonly at: Timestamp
  readonly because: 'retention' | 'disk'
  readonly chunks: number
  readonly bytes: number
  readonly ofClass: Readonly<Partial<Record<DataClass, number>>>
  /** Of receipt. */
  readonly from: Timestamp
  readonly to: Timestamp
  /** Identifiers of the chunks, as ranges `first-last`. */
  readonly ids: readonly string[]
  /** SHA-256 over `id:sum:bytes` of each in order of identifiers: whoever has a copy can show that it is what went. */
  readonly digest: string
}

export function proofOf(chunks: readonly StoredChunk[], because: PurgeProof['because'], at: Timestamp): PurgeProof {
  const sorted = [...chunks].sort((a, b) => a.id - b.id)
  const digest = createHash('sha256')
  for (const { id, sum, bytes } of sorted) digest.update(`${id}:${sum}:${bytes}\n`)
  const ofClass: Partial<Record<DataClass, number>> = {}
  for (const chunk of sorted) ofClass[classOf(chunk)] = (ofClass[classOf(chunk)] ?? 0) + 1
  return {
    at, because, chunks: sorted.length, bytes: sorted.reduce((total, { bytes }) => total + bytes, 0), ofClass,
    from: Math.min(...sorted.map(({ knownFrom }) => knownFrom)), to: Math.max(...sorted.map(({ knownTo }) => knownTo)),
    ids: rangesOf(sorted.map(({ id }) => id)), digest: digest.digest('hex'),
  }
}

export const isCovered = (id: number, proofs: readonly PurgeProof[]): boolean =>
  proofs.some(({ ids }) => ids.some((range) => {
    const [first, last] = range.split('-').map(Number)
    return id >= first! && id <= (last ?? first!)
  }))

function rangesOf(ids: readonly number[]): string[] {
  const ranges: { first: number; last: number }[] = []
  for (const id of ids) {
    const open = ranges.at(-1)
    if (open && id === open.last + 1) open.last = id
    else ranges.push({ first: id, last: id })
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`))
}
