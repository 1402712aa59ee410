import { sql, type RawBuilder } from 'kysely'
import type { Store } from '../store.ts'
import type { Value } from './content-sum.ts'
import type { Table } from './features.ts'

export type Row = Readonly<Record<string, Value>>

/** So many bytes are held at once, about: the rows of a journal may be large. */
const BATCH_BYTES = 4 * 1024 * 1024
const MOST_ROWS = 500

/** All rows of a table, a few at a time, in an order of the store's own. */
export async function* batchesOf(store: Store, table: Table): AsyncGenerator<readonly Row[]> {
  const take = store.kind === 'sqlite' ? byKey(store, table) : byCursor(store, table)
  let rows = 1
  try {
    for (;;) {
      const batch = await take.next(rows)
      if (batch.length === 0) return
      yield batch
      const bytes = batch.reduce((sum, row) => sum + bytesOf(row), 0) / batch.length
      rows = Math.max(1, Math.min(MOST_ROWS, rows * 4, Math.floor(BATCH_BYTES / bytes)))
    }
  } finally {
    await take.end()
  }
}

interface Taking {
  next(rows: number): Promise<readonly Row[]>
  end(): Promise<void>
}

const columnsOf = ({ columns }: Table): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(column)))

/** `rowid` is none of the columns, and may yet be one of their values. */
const KEY = 'moved_key_'

function byKey({ db }: Store, table: Table): Taking {
  const key = sql.join(table.key.map((column) => sql.ref(column)))
  const named = sql.join(table.key.map((column, index) => sql`${sql.ref(column)} AS ${sql.ref(KEY + index)}`))
  let last: readonly Value[] | undefined
  return {
    async next(rows) {
      const after = last ? sql`WHERE (${key}) > (${sql.join(last)})` : sql``
      const asked = sql<Row>`SELECT ${columnsOf(table)}, ${named} FROM ${sql.table(table.name)} ${after} ORDER BY ${key} LIMIT ${rows}`
      const batch = (await asked.execute(db)).rows
      const end = batch.at(-1)
      // Each was asked for.
      if (end) last = table.key.map((_, index) => end[KEY + index]!)
      return batch
    },
    async end() {},
  }
}

function byCursor({ db }: Store, table: Table): Taking {
  const opened = begin()

  async function begin() {
    const transaction = await db.startTransaction().execute()
    await sql`DECLARE moved CURSOR FOR SELECT ${columnsOf(table)} FROM ${sql.table(table.name)}`.execute(transaction)
    return transaction
  }

  return {
    next: async (rows) => (await sql<Row>`FETCH ${sql.lit(rows)} FROM moved`.execute(await opened)).rows,
    end: async () => void (await (await opened).rollback().execute()),
  }
}

function bytesOf(row: Row): number {
  return Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8), 0)
}

/** Writes them in one commit. */
export async function insertRows({ kind, db }: Store, table: Table, rows: readonly Row[]): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(table.columns.map((column) => row[column]))})`)
  // PostgreSQL lets nobody number rows that it numbers itself, unless told.
  const overriding = kind === 'postgres' ? sql`OVERRIDING SYSTEM VALUE` : sql``
  await sql`INSERT INTO ${sql.table(table.name)} (${columnsOf(table)}) ${overriding} VALUES ${sql.join(values)}`.execute(db)
}
