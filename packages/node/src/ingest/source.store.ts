import type { Kysely } from 'kysely'
import type { SourceConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { Steps, Store } from '../platform/store/store.ts'
import { readRows } from '../platform/stored-rows.ts'

export const SOURCES: Steps = {
  sqlite: [
    `CREATE TABLE page_source (id TEXT PRIMARY KEY, description TEXT NOT NULL) STRICT;
     CREATE TABLE source_enabled (id TEXT PRIMARY KEY, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))) STRICT`,
    `ALTER TABLE page_source ADD COLUMN place INTEGER NOT NULL DEFAULT 0; UPDATE page_source SET place = rowid`,
  ],
  postgres: [
    `CREATE TABLE page_source (id text PRIMARY KEY, description text NOT NULL, place bigint NOT NULL DEFAULT 0);
     CREATE TABLE source_enabled (id text PRIMARY KEY, enabled bigint NOT NULL CHECK (enabled IN (0, 1)))`,
  ],
}
type SourceTables = {
  /** `place` is in the order in which they were added. */
  page_source: { id: string; description: string; place: number }
  source_enabled: { id: string; enabled: number }
}

/** What people set up on the page: sources of their own, and which sources are listened to, those of the file too. */
export interface SourceStore {
  /** Descriptions as they were saved, in the order in which they were added. */
  added(): Promise<readonly object[]>
  enabled(): Promise<ReadonlyMap<string, boolean>>
  save(source: SourceConfig): Promise<void>
  remove(id: string): Promise<void>
  setEnabled(id: string, enabled: boolean): Promise<void>
}

export async function createSourceStore(store: Store, log: Log): Promise<SourceStore> {
  await store.migrate('sources', SOURCES)
  const db = store.db.withTables<SourceTables>()
  return {
    async added() {
      const rows = await db.selectFrom('page_source').select('description').orderBy('place').execute()
      // Each was just found to be an object; what it says is checked by whoever opens it.
      return readRows(rows.map(({ description }) => description), isObject, 'a source of the page', log) as object[]
    },
    async enabled() {
      const flags = await db.selectFrom('source_enabled').selectAll().execute()
      return new Map(flags.map(({ id, enabled }) => [id, enabled === 1]))
    },
    save: ({ enabled = true, ...description }) =>
      db.transaction().execute(async (transaction) => {
        await put(transaction, description.id, JSON.stringify(description))
        await flag(transaction, description.id, enabled)
      }),
    remove: (id) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('page_source').where('id', '=', id).execute()
        await transaction.deleteFrom('source_enabled').where('id', '=', id).execute()
      }),
    setEnabled: (id, enabled) => flag(db, id, enabled),
  }
}

async function put(db: Kysely<SourceTables>, id: string, description: string): Promise<void> {
  const place = db.selectFrom('page_source').select(({ fn, eb }) => eb(fn.coalesce(fn.max('place'), eb.lit(0)), '+', 1).as('place'))
  await db
    .insertInto('page_source')
    .values({ id, description, place })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ description }))
    .execute()
}

async function flag(db: Kysely<SourceTables>, id: string, isEnabled: boolean): Promise<void> {
  const enabled = isEnabled ? 1 : 0
  await db
    .insertInto('source_enabled')
    .values({ id, enabled })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ enabled }))
    .execute()
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
