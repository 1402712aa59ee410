import type { Timestamp } from '@csii/model'
import { mayGo, type Hold, type RetentionPolicy, type StoredChunk } from './policy.ts'
import { proofOf, type PurgeProof } from './purge-proof.ts'
import { chunksToShed, shedNow, type Room, type Shed } from './shedding.ts'

/** The part of the store that retention works on. */
export interface RetentionStore {
  /** Chunks of whole hours that ended before, oldest first, a page at a time. */
  chunksBefore(time: Timestamp, afterId: number, most: number): Promise<readonly StoredChunk[]>
  /** Takes them away and writes the proof, both or neither. */
  purge(chunks: readonly StoredChunk[], proof: PurgeProof): Promise<void>
  /** Journal bytes that are in chunks too, received before. Gives how many rows went. */
  dropSpareJournal(before: Timestamp): Promise<number>
  /** Undefined where nobody knows. */
  room(): Promise<Room | undefined>
}

export interface Swept {
  readonly purged: readonly PurgeProof[]
  readonly shed: readonly Shed[]
  readonly journalRows: number
}

/** Chunks looked at together. */
const PAGE = 500
const DAY = 86_400_000

/** Takes away what has been kept long enough, and what the disk has no room for, in the stated order. */
export async function sweep(
  store: RetentionStore, policy: RetentionPolicy, holds: readonly Hold[], now: Timestamp,
): Promise<Swept> {
  const purged: PurgeProof[] = []
  async function purge(chunks: readonly StoredChunk[], because: PurgeProof['because']): Promise<void> {
    if (chunks.length === 0) return
    const proof = proofOf(chunks, because, now)
    await store.purge(chunks, proof)
    purged.push(proof)
  }

  await eachPage(store, now, (page) => purge(page.filter((chunk) => mayGo(chunk, policy, holds, now)), 'retention'))
  const room = await store.room()
  const shed = room ? shedNow(room) : []
  const journalRows = await store.dropSpareJournal(shed.includes('spare-journal') ? now : now - DAY)
  for (const what of ['exercise', 'old-plots'] as const) {
    if (!shed.includes(what)) continue
    const wanted = await bytesShort(store)
    let freed = 0
    await eachPage(store, now, async (page) => {
      const going = chunksToShed(page, what, holds, wanted - freed, now)
      await purge(going, 'disk')
      freed += going.reduce((bytes, chunk) => bytes + chunk.bytes, 0)
      return freed < wanted
    })
  }
  return { purged, shed, journalRows }
}

/** Up to a tenth of the disk, or five gigabytes. */
async function bytesShort(store: RetentionStore): Promise<number> {
  const room = await store.room()
  return room ? Math.max(0, Math.min(5e9, 0.1 * room.totalBytes) - room.freeBytes) : 0
}

/** Page after page, until there is none or `take` says that it is enough. */
async function eachPage(
  store: RetentionStore, before: Timestamp, take: (page: readonly StoredChunk[]) => Promise<boolean | void>,
): Promise<void> {
  for (let after = 0; ;) {
    const page = await store.chunksBefore(before, after, PAGE)
    if (page.length === 0 || (await take(page)) === false) return
    after = page.at(-1)!.id
  }
}
