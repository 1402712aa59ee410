import type { HistoryStore } from '../history.store.ts'
import { isWhole, type JournalRow } from './journal-row.ts'

type Tail = Pick<HistoryStore, 'append' | 'rowsAfter' | 'lastSeq' | 'replace'>

/**
 * Brings the end of a journal that was opened again after a failure to what memory knows of it: rows that were durable
 * and are missing or differ are put back. Gives how many of the waiting rows turn out to have been kept.
 */
export async function restoreTail(
  history: Tail, acknowledgedSeq: number, remembered: readonly JournalRow[], waiting: readonly JournalRow[],
): Promise<number> {
  const first = remembered[0]?.seq ?? acknowledgedSeq + 1
  const missing = new Map(remembered.map((row) => [row.seq, row]))
  let kept = 0
  for (let after = first - 1; ; ) {
    const rows = await history.rowsAfter(after)
    for (const row of rows) {
      const known = missing.get(row.seq)
      missing.delete(row.seq)
      if (known && !isSame(row, known)) await history.replace(known)
      if (row.seq > acknowledgedSeq) kept += takenFor(row, waiting[kept])
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.seq
  }
  await history.append([...missing.values()])
  return kept
}

const isSame = (row: JournalRow, known: JournalRow): boolean => isWhole(row) && row.sum === known.sum

/** A commit that seemed to fail had come through. */
function takenFor(row: JournalRow, expected: JournalRow | undefined): 1 {
  if (expected && row.seq === expected.seq && isSame(row, expected)) return 1
  throw new Error(`Another writer has put row ${row.seq} into the journal`)
}
