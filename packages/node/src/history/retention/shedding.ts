import { classOf, isHeld, type Hold, type StoredChunk } from './policy.ts'
import type { Timestamp } from '@csii/model'

/**
 * What is given up, in this order, as the disk fills, and taken up again as it empties:
 * 1. `spare-journal`: bytes of the journal that are in chunks too, kept only to repair these;
 * 2. `exercise`: what was simulated;
 * 3. `old-plots`: plots older than a week, oldest first; the tracks that were made of them stay;
 * 4. `writing`: nothing more is acknowledged. The picture goes on, and says so.
 * What is held as evidence is never given up.
 */
export const SHEDDING = ['spare-journal', 'exercise', 'old-plots', 'writing'] as const
export type Shed = (typeof SHEDDING)[number]

export interface Room {
  readonly freeBytes: number
  readonly totalBytes: number
}

/** Below each share of the disk, or so many bytes where that is less, one thing more is given up. */
const BELOW: readonly { readonly shed: Shed; readonly share: number; readonly bytes: number }[] = [
  { shed: 'spare-journal', share: 0.1, bytes: 5e9 },
  { shed: 'exercise', share: 0.07, bytes: 3e9 },
  { shed: 'old-plots', share: 0.05, bytes: 1.5e9 },
]

const WEEK = 7 * 86_400_000

/** What has to be given up by now, in order. That nothing more can be written shows by itself. */
export function shedNow({ freeBytes, totalBytes }: Room): Shed[] {
  return BELOW.filter(({ share, bytes }) => freeBytes < Math.min(bytes, share * totalBytes)).map(({ shed }) => shed)
}

/** The chunks that go for it, oldest first, until so many bytes are free. */
export function chunksToShed(
  chunks: readonly StoredChunk[], shed: 'exercise' | 'old-plots', holds: readonly Hold[], bytesWanted: number, now: Timestamp,
): StoredChunk[] {
  const isOfIt = (chunk: StoredChunk): boolean =>
    shed === 'exercise' ? classOf(chunk) === 'exercise' : classOf(chunk) === 'plots' && chunk.knownTo < now - WEEK
  const candidates = chunks.filter((chunk) => isOfIt(chunk) && !isHeld(chunk, holds)).sort((a, b) => a.knownTo - b.knownTo)
  const going: StoredChunk[] = []
  let bytes = 0
  for (const chunk of candidates) {
    if (bytes >= bytesWanted) break
    going.push(chunk)
    bytes += chunk.bytes
  }
  return going
}
