import { sql, type Selectable, type Transaction } from 'kysely'
import type { Timestamp } from '@csii/model'
import { HISTORY_STEPS, type HistoryTables } from './history.tables.ts'
import { JOURNAL_KINDS, type JournalRow } from './journal/journal-row.ts'
import type { Packing } from './packing/chunk.store.ts'
import type { Store } from '../platform/store/store.ts'

/** The journal's SQL. What is read is not checked here: whoever reads looks at the sums. */
export interface HistoryStore {
  /** Counts a start of the pipeline. */
  nextRun(startedAt: Timestamp): Promise<number>
  /** All of them durable, or none of them there. */
  append(rows: readonly JournalRow[]): Promise<void>
  /** In order, from after one number on; at most about so many bytes, but one row if there is one. */
  rowsAfter(seq: number, bytes?: number): Promise<JournalRow[]>
  rowsBetween(first: number, last: number): Promise<JournalRow[]>
  /** 0 when there is none. */
  lastSeq(): Promise<number>
  /** The last part of the journal that is in chunks: part 0 when none is. */
  lastPacking(): Promise<Packing>
  /** Puts another row in the place of one. */
  replace(row: JournalRow): Promise<void>
  /** Takes batches out up to a number, those received before a time, at most so many. Gives how far it came, in rows. */
  prune(throughSeq: number, before: Timestamp, most: number): Promise<number>
  prunedThrough(): Promise<number>
}

/** What is read in one go, so that a long journal is never held twice. */
const READ_BYTES = 8 * 1024 * 1024
const READ_ROWS = 2_000

export async function createHistoryStore(store: Store): Promise<HistoryStore> {
  await store.migrate('history', HISTORY_STEPS)
  const db = store.db.withTables<HistoryTables>()
  async function rowsBetween(first: number, last: number): Promise<JournalRow[]> {
    const rows = await db.selectFrom('journal').where('seq', '>=', first).where('seq', '<=', last).orderBy('seq').selectAll().execute()
    return rows.map(readRow)
  }
  const prunedThrough = async () => Number((await db.selectFrom('pruning').select('through_seq').executeTakeFirst())?.through_seq ?? 0)

  return {
    nextRun: (startedAt) =>
      within(store, async (tx) => {
        const { last } = await tx.selectFrom('run').select((of) => of.fn.max('run').as('last')).executeTakeFirstOrThrow()
        const run = Number(last ?? 0) + 1
        await tx.insertInto('run').values({ run, started_at: startedAt }).execute()
        return run
      }),
    append: (rows) =>
      within(store, async (tx) => {
        for (const row of rows) await tx.insertInto('journal').values(storedRow(row)).execute()
      }),
    async rowsAfter(seq, bytes = READ_BYTES) {
      const sizes = await db.selectFrom('journal').where('seq', '>', seq).orderBy('seq').limit(READ_ROWS)
        .select(['seq', sql<number>`octet_length(body)`.as('size')]).execute()
      let total = 0
      const tooMany = sizes.findIndex(({ size }) => (total += Number(size)) > bytes)
      const last = tooMany < 0 ? sizes.at(-1) : sizes[Math.max(0, tooMany - 1)]
      return last ? rowsBetween(seq + 1, Number(last.seq)) : []
    },
    rowsBetween,
    async lastSeq() {
      const row = await db.selectFrom('journal').select((of) => of.fn.max('seq').as('seq')).executeTakeFirst()
      return Math.max(Number(row?.seq ?? 0), await prunedThrough())
    },
    async lastPacking() {
      const row = await db.selectFrom('packing').where('is_done', '=', 1).orderBy('id', 'desc').limit(1).selectAll().executeTakeFirst()
      return row ? { id: row.id, firstSeq: row.first_seq, lastSeq: row.last_seq } : { id: 0, firstSeq: 0, lastSeq: 0 }
    },
    replace: (row) =>
      within(store, async (tx) => {
        await tx.deleteFrom('journal').where('seq', '=', row.seq).execute()
        await tx.insertInto('journal').values(storedRow(row)).execute()
      }),
    prunedThrough,
    prune: (throughSeq, before, most) => prune(store, throughSeq, before, most),
  }
}

async function prune(store: Store, throughSeq: number, before: Timestamp, most: number): Promise<number> {
  return within(store, async (tx) => {
    const from = await tx.selectFrom('pruning').selectAll().executeTakeFirst()
    const start = Number(from?.through_seq ?? 0)
    const rows = await tx.selectFrom('journal').where('seq', '>', start).where('seq', '<=', throughSeq)
      .orderBy('seq').limit(most).select(['seq', 'kind', 'last_at']).execute()
    const firstKept = rows.findIndex(({ last_at }) => last_at >= before)
    const old = firstKept < 0 ? rows : rows.slice(0, firstKept)
    const last = old.at(-1)
    if (!last) return 0
    const actions = old.filter(({ kind }) => JOURNAL_KINDS[Number(kind)] === 'action').length
    await tx.deleteFrom('journal').where('seq', '>', start).where('seq', '<=', last.seq).where('kind', '<>', 1).execute()
    await tx.deleteFrom('pruning').execute()
    await tx.insertInto('pruning').values({ through_seq: last.seq, actions: Number(from?.actions ?? 0) + actions }).execute()
    return old.length
  })
}

/** All of it or none of it. */
const within = <T>(store: Store, work: (tx: Transaction<HistoryTables>) => Promise<T>): Promise<T> =>
  store.transaction((tx) => work(tx.withTables<HistoryTables>()))

const storedRow = ({ seq, kind, firstAt, lastAt, plots, body, sum }: JournalRow) => ({
  seq, kind: JOURNAL_KINDS.indexOf(kind), first_at: firstAt, last_at: lastAt, plots, body, sum,
})

function readRow({ seq, kind, first_at, last_at, plots, body, sum }: Selectable<HistoryTables['journal']>): JournalRow {
  return {
    // A kind that does not exist is one that the disk has damaged: the sum does not fit it either.
    seq: Number(seq), kind: JOURNAL_KINDS[Number(kind)] ?? 'emptied', firstAt: first_at, lastAt: last_at,
    plots: Number(plots), body: body instanceof Uint8Array ? body : new Uint8Array(), sum: Number(sum),
  }
}
