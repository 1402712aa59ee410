import { sql } from 'kysely'
import type { Store } from '../store.ts'
import type { Table } from './features.ts'

/** The last number that was given to a row of it, also where that row is gone. */
export async function lastNumber(store: Store, { name, columns }: Table): Promise<number> {
  if (store.kind === 'sqlite') {
    const { rows } = await sql<{ seq: number }>`SELECT seq FROM sqlite_sequence WHERE name = ${name}`.execute(store.db)
    return rows[0]?.seq ?? 0
  }
  const sequence = await sequenceOf(store, name, columns)
  const { rows } = await sql<{ last: number }>`
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM ${sql.table(sequence)}`.execute(store.db)
  return rows[0]?.last ?? 0
}

/** The next row gets the number after this one. */
export async function numberAfter(store: Store, { name, columns }: Table, last: number): Promise<void> {
  if (store.kind === 'sqlite') {
    await sql`DELETE FROM sqlite_sequence WHERE name = ${name}`.execute(store.db)
    await sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${name}, ${last})`.execute(store.db)
    return
  }
  const sequence = await sequenceOf(store, name, columns)
  await sql`SELECT setval(${sequence}::regclass, ${Math.max(1, last)}, ${last > 0})`.execute(store.db)
}

async function sequenceOf(store: Store, table: string, columns: readonly string[]): Promise<string> {
  for (const column of columns) {
    const { rows } = await sql<{ name: string | null }>`SELECT pg_get_serial_sequence(${table}, ${column}) AS name`.execute(store.db)
    if (rows[0]?.name) return rows[0].name
  }
  throw new Error(`Rows of ${table} are numbered in SQLite and not in PostgreSQL`)
}
