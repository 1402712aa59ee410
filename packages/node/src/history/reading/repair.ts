import { setImmediate as pause } from 'node:timers/promises'
import { readBatch } from '../../pipeline/record/batch-reader.ts'
import type { HistoryTables } from '../history.tables.ts'
import { isWhole } from '../journal/journal-row.ts'
import type { StoreKeeper } from '../journal/store-keeper.ts'
import { readingOf } from './reading.store.ts'
import type { Chunk } from '../packing/chunk.ts'
import { putChunk, readChunk, type StoredChunk } from '../packing/chunk.store.ts'
import { PeriodPacker } from '../packing/period-packer.ts'

/**
 * Makes a damaged chunk anew from the part of the journal that it was packed from. The same part always gives the same
 * chunks in the same order, so the number of a chunk tells which one it is, whatever else of its row is damaged. Undefined
 * where the journal does not have all of that part any more.
 */
export async function repairChunk(keeper: StoreKeeper, id: number): Promise<StoredChunk | undefined> {
  const packing = await keeper.use((_, store) => readingOf(store, Infinity).packingOfChunk(id))
  if (!packing) return undefined
  const chunk = await chunkAgain(keeper, packing.first_seq, packing.last_seq, id - packing.first_chunk)
  if (!chunk) return undefined
  return keeper.use(async (_, store) => {
    await store.transaction((tx) => putChunk(tx.withTables<HistoryTables>(), packing.id, { ...chunk, id }))
    const row = await readingOf(store, Infinity).chunkById(id)
    return row && readChunk(row)
  })
}

async function chunkAgain(keeper: StoreKeeper, firstSeq: number, lastSeq: number, place: number): Promise<Chunk | undefined> {
  const packer = new PeriodPacker()
  let passed = 0
  for (let seq = firstSeq; seq <= lastSeq; ) {
    const rows = await keeper.use((history) => history.rowsAfter(seq - 1))
    for (const row of rows.filter((each) => each.seq <= lastSeq)) {
      if (row.seq !== seq || !isWhole(row) || row.kind === 'emptied') return undefined
      seq++
      if (row.kind !== 'batch') continue
      const full = packer.add(readBatch(row.body))
      if (place < passed + full.length) return full[place - passed]
      passed += full.length
      await pause()
    }
    if (rows.length === 0) return undefined
  }
  for (const chunk of packer.finish()) {
    if (passed++ === place) return chunk
  }
  return undefined
}
