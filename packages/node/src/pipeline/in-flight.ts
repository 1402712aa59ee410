import type { Chunk } from './messages.ts'
import { MAX_SENSORS } from './track-table.ts'

/** Bytes that the worker has been given and has not yet read, per sensor and in order. */
export interface InFlight {
  /** False when the sensor has as much under way as it may: less while the worker is late, so that who floods it delays no others. */
  hasRoom(sensor: number, bytes: number, now: number): boolean
  add(chunk: Chunk): void
  /** Chunks added since the last call, to be sent as one message. */
  nextBatch(): readonly Chunk[]
  /** The worker has read the oldest batch. */
  taken(): void
  whenRoom(sensor: number, resume: () => void): void
  /** Chunks wait for `nextBatch`. */
  readonly hasPending: boolean
  /** When the oldest unread bytes were received. */
  readonly oldest: number | undefined
}

/** What one sensor has in a batch. */
interface Share {
  readonly bytes: number
  readonly count: number
}

/** Chunks of one sensor that may be under way: each takes a few hundred bytes beside its own, which may be none. */
export const MOST_CHUNKS = 8192

/** A worker that is further behind, ms, takes of each sensor only so many bytes and chunks at a time. */
const LATE = 1000
export const BYTES_WHILE_LATE = 32 * 1024
export const CHUNKS_WHILE_LATE = 128

/** Bounded: `limit` bytes a sensor. One chunk is always let in, however big. */
export function createInFlight(limit: number, sensors = MAX_SENSORS): InFlight {
  const underWay = Array.from({ length: sensors }, () => 0)
  const chunks = underWay.map(() => 0)
  const waiting: (() => void)[][] = underWay.map(() => [])
  const batches: { readonly oldest: number; readonly shares: ReadonlyMap<number, Share> }[] = []
  let pending: Chunk[] = []

  const size = ({ bytes }: Chunk): number => bytes?.length ?? 0
  const oldest = (): number | undefined => batches[0]?.oldest ?? pending[0]?.receivedAt

  return {
    hasRoom(sensor, bytes, now) {
      const isLate = now - (oldest() ?? now) > LATE
      const [mostBytes, mostChunks] = isLate ? [Math.min(limit, BYTES_WHILE_LATE), CHUNKS_WHILE_LATE] : [limit, MOST_CHUNKS]
      return chunks[sensor] === 0 || (underWay[sensor]! + bytes <= mostBytes && chunks[sensor]! < mostChunks)
    },
    add(chunk) {
      underWay[chunk.sensor]! += size(chunk)
      chunks[chunk.sensor]!++
      pending.push(chunk)
    },
    nextBatch() {
      const batch = pending
      pending = []
      if (batch.length === 0) return batch
      const shares = new Map<number, Share>()
      for (const chunk of batch) {
        const { bytes, count } = shares.get(chunk.sensor) ?? { bytes: 0, count: 0 }
        shares.set(chunk.sensor, { bytes: bytes + size(chunk), count: count + 1 })
      }
      batches.push({ oldest: batch[0]!.receivedAt, shares })
      return batch
    },
    taken() {
      const batch = batches.shift()
      if (!batch) throw new Error('The pipeline worker has read more batches than it was given')
      for (const [sensor, { bytes, count }] of batch.shares) {
        underWay[sensor]! -= bytes
        chunks[sensor]! -= count
        if (underWay[sensor]! > limit / 2 || chunks[sensor]! > MOST_CHUNKS / 2) continue
        for (const resume of waiting[sensor]!.splice(0)) resume()
      }
    },
    whenRoom(sensor, resume) {
      if (chunks[sensor] === 0) queueMicrotask(resume)
      else waiting[sensor]!.push(resume)
    },
    get hasPending() {
      return pending.length > 0
    },
    get oldest() {
      return oldest()
    },
  }
}
