import { setImmediate as pause, setTimeout as sleep } from 'node:timers/promises'
import type { Store } from '../../platform/store/store.ts'
import type { Journal } from '../journal/journal.ts'
import { problemOf, type StoreProblem } from '../journal/problem.ts'
import type { StoreKeeper } from '../journal/store-keeper.ts'
import type { Period } from '../period/period.ts'
import type { Periods } from '../period/periods.ts'
import type { Chunk } from './chunk.ts'
import { addSlice, beginPacking, type Packing, type PackingSlice } from './chunk.store.ts'
import type { Packer } from './packer.ts'
import { endRow, infoRow, keyframeRow, trackRowsOf } from './track-rows.ts'

export interface PackingPorts {
  readonly keeper: StoreKeeper
  readonly packer: Packer
  readonly periods: Periods
  readonly journal: Pick<Journal, 'settle'>
  /** A period is in chunks, durable. */
  readonly packed: (packing: Packing) => void
}

/** Puts closed periods into chunks, one after another, in steps that other work comes between. */
export interface PackingLoop {
  /** The last complete one. */
  readonly done: Packing
  readonly trouble: StoreProblem | undefined
  /** Packs what is closed. Fulfilled when all of it is in chunks, or when it was stopped. */
  run(): Promise<void>
  stop(): Promise<void>
}

/** Rows and bytes of one commit: a few milliseconds. */
const SLICE_ROWS = 100
const SLICE_BYTES = 256 * 1024
const RETRY_MS = 500

export function createPackingLoop(last: Packing, ports: PackingPorts): PackingLoop {
  const { keeper, periods, journal, packed } = ports
  let done = last
  let trouble: StoreProblem | undefined
  let running: Promise<void> | undefined
  let isStopped = false

  /** Again and again until the store takes it; false when the loop was stopped. */
  async function persist<T>(work: (store: Store) => Promise<T>): Promise<T | undefined> {
    while (!isStopped) {
      try {
        const result = await keeper.use((_, store) => work(store))
        trouble = undefined
        return result
      } catch (error) {
        trouble = problemOf(error)
        await journal.settle() // Opens the store anew where that is due.
        await sleep(RETRY_MS)
      }
    }
    return undefined
  }

  async function packOne(period: Period): Promise<void> {
    const packing: Packing = { id: done.id + 1, firstSeq: done.lastSeq + 1, lastSeq: period.lastSeq }
    const firstId = await persist((store) => beginPacking(store, packing))
    if (firstId === undefined) return
    for await (const slice of slicesOf(period, firstId, ports.packer)) {
      await persist((store) => addSlice(store, packing, slice))
      if (isStopped) return
      await pause()
    }
    done = packing
    periods.drop()
    packed(packing)
  }

  async function runAll(): Promise<void> {
    for (let period = periods.next; period && !isStopped; period = periods.next) await packOne(period)
    running = undefined
  }

  return {
    get done() {
      return done
    },
    get trouble() {
      return trouble
    },
    run: () => (periods.next ? (running ??= runAll()) : (running ?? Promise.resolve())),
    async stop() {
      isStopped = true
      await running
    },
  }
}

async function* slicesOf(period: Period, firstId: number, packer: Packer): AsyncGenerator<PackingSlice> {
  let id = firstId
  for await (const group of packer.pack(period.rows)) {
    for (const chunks of slicesBySize(group)) yield { chunks: chunks.map((chunk) => ({ ...chunk, id: id++ })) }
  }
  for (const infos of slicesByCount(period.infos)) yield { infos: infos.map(infoRow) }
  for (const ends of slicesByCount(period.ends)) yield { ends: ends.map(endRow) }
  for (const tracks of slicesByCount(trackRowsOf(period))) yield { tracks }
  const worlds = [false, true] as const
  const keyframes = worlds.map((simulated) => {
    const tracks = period.keyframe.filter(({ state }) => state.simulated === simulated)
    return keyframeRow(period.lastAt, simulated, tracks, () => pause())
  })
  yield { keyframes: await Promise.all(keyframes), isLast: true }
}

function* slicesBySize(chunks: readonly Chunk[]): Generator<Chunk[]> {
  let slice: Chunk[] = []
  let bytes = 0
  for (const chunk of chunks) {
    slice.push(chunk)
    bytes += chunk.body.length
    if (slice.length < SLICE_ROWS && bytes < SLICE_BYTES) continue
    yield slice
    slice = []
    bytes = 0
  }
  if (slice.length > 0) yield slice
}

function* slicesByCount<T>(items: Iterable<T>): Generator<T[]> {
  let slice: T[] = []
  for (const item of items) {
    if (slice.push(item) < SLICE_ROWS) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}
