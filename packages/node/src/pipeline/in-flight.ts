import type { Chunk } from './messages.ts'
import { MAX_SENSORS } from './track-table.ts'

/** Bytes that the worker has been given and has not yet read, per sensor and in order. */
export interface InFlight {
  /** False when the sensor has as much under way as it may. */
  hasRoom(sensor: number, bytes: number): boolean
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

/** Bounded: `limit` bytes a sensor. One chunk is always let in, however big. */
export function createInFlight(limit: number, sensors = MAX_SENSORS): InFlight {
  const underWay = Array.from({ length: sensors }, () => 0)
  const waiting: (() => void)[][] = underWay.map(() => [])
  const batches: { readonly oldest: number; readonly sizes: ReadonlyMap<number, number> }[] = []
  let pending: Chunk[] = []

  const size = ({ bytes }: Chunk): number => bytes?.length ?? 0

  return {
    hasRoom: (sensor, bytes) => underWay[sensor] === 0 || underWay[sensor]! + bytes <= limit,
    add(chunk) {
      underWay[chunk.sensor]! += size(chunk)
      pending.push(chunk)
    },
    nextBatch() {
      const batch = pending
      pending = []
      if (batch.length === 0) return batch
      const sizes = new Map<number, number>()
      for (const chunk of batch) sizes.set(chunk.sensor, (sizes.get(chunk.sensor) ?? 0) + size(chunk))
      batches.push({ oldest: batch[0]!.receivedAt, sizes })
      return batch
    },
    taken() {
      const batch = batches.shift()
      if (!batch) throw new Error('The pipeline worker has read more batches than it was given')
      for (const [sensor, bytes] of batch.sizes) {
        underWay[sensor]! -= bytes
        if (underWay[sensor]! > limit / 2) continue
        for (const resume of waiting[sensor]!.splice(0)) resume()
      }
    },
    whenRoom(sensor, resume) {
      if (underWay[sensor] === 0) queueMicrotask(resume)
      else waiting[sensor]!.push(resume)
    },
    get hasPending() {
      return pending.length > 0
    },
    get oldest() {
      return batches[0]?.oldest ?? pending[0]?.receivedAt
    },
  }
}
