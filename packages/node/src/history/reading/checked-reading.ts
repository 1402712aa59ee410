import type { Selectable } from 'kysely'
import type { DamageLog } from '../damage.ts'
import type { HistoryTables } from '../history.tables.ts'
import type { StoreKeeper } from '../journal/store-keeper.ts'
import { readChunk, type StoredChunk } from '../packing/chunk.store.ts'
import { HOUR_MS, type Period } from '../period/period.ts'
import { readingOf, type Reading } from './reading.store.ts'

export interface ReaderPorts {
  readonly keeper: StoreKeeper
  /** The last complete packing, and what is in memory beyond it. */
  readonly now: () => { readonly packing: number; readonly periods: readonly Period[] }
  readonly damages: DamageLog
  /** Makes a chunk anew from the journal, where that still has it. */
  readonly repair: (id: number) => Promise<StoredChunk | undefined>
}

export type ChunkRow = Selectable<HistoryTables['chunk']>

interface TrackRow {
  readonly run: number
  readonly serial: number
  readonly known_at: number
}

/** Reads rows of the store, and lets through only those whose sums fit. */
export interface CheckedReading {
  readonly now: ReaderPorts['now']
  read<T>(packing: number, work: (reading: Reading) => Promise<T>): Promise<T>
  chunks(rows: readonly ChunkRow[]): Promise<StoredChunk[]>
  /** Parsed rows; `parse` gives undefined for those whose sum does not fit. */
  sound<Row extends TrackRow, T>(table: 'track_info' | 'track_end', rows: readonly Row[], parse: (row: Row) => T | undefined): T[]
  keyframeDamaged(at: number): void
}

export function createCheckedReading({ keeper, now, damages, repair }: ReaderPorts): CheckedReading {
  async function whole(row: ChunkRow): Promise<StoredChunk[]> {
    const intact = readChunk(row)
    if (intact) return [intact]
    const repaired = await repair(row.id)
    const from = row.hour * HOUR_MS
    damages.note({ table: 'chunk', key: `id ${row.id}`, from, to: from + HOUR_MS, isRepaired: repaired !== undefined })
    return repaired ? [repaired] : []
  }
  return {
    now,
    read: (packing, work) => keeper.use((_, store) => work(readingOf(store, packing))),
    async chunks(rows) {
      const chunks: StoredChunk[] = []
      for (const row of rows) chunks.push(...(await whole(row)))
      return chunks
    },
    sound: (table, rows, parse) =>
      rows.flatMap((row) => {
        const value = parse(row)
        if (value !== undefined) return [value]
        const { run, serial, known_at: at } = row
        damages.note({ table, key: `track ${run}.${serial}`, from: at, to: at, isRepaired: false })
        return []
      }),
    keyframeDamaged: (at) => damages.note({ table: 'keyframe', key: `at ${at}`, from: at, to: at, isRepaired: false }),
  }
}
