import type { SourceConfig } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import { readRows } from '../platform/stored-rows.ts'

const STEPS = [
  `CREATE TABLE page_source (id TEXT PRIMARY KEY, description TEXT NOT NULL) STRICT;
   CREATE TABLE source_enabled (id TEXT PRIMARY KEY, enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))) STRICT`,
]

/** What people set up on the page: sources of their own, and which sources are listened to, those of the file too. */
export interface SourceStore {
  /** Descriptions as they were saved, in the order in which they were added. */
  added(): readonly object[]
  enabled(): ReadonlyMap<string, boolean>
  save(source: SourceConfig): void
  remove(id: string): void
  setEnabled(id: string, enabled: boolean): void
}

export function createSourceStore(database: Database, log: Log): SourceStore {
  database.migrate('sources', STEPS)
  const all = database.sql.prepare('SELECT description FROM page_source ORDER BY rowid')
  const put = database.sql.prepare(
    'INSERT INTO page_source (id, description) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET description = excluded.description',
  )
  const remove = database.sql.prepare('DELETE FROM page_source WHERE id = ?')
  const flags = database.sql.prepare('SELECT id, enabled FROM source_enabled')
  const flag = database.sql.prepare('INSERT OR REPLACE INTO source_enabled (id, enabled) VALUES (?, ?)')
  const unflag = database.sql.prepare('DELETE FROM source_enabled WHERE id = ?')
  return {
    // Each was just found to be an object; what it says is checked by whoever opens it.
    added: () => readRows(all.all().map(({ description }) => description), isObject, 'a source of the page', log) as object[],
    enabled: () => new Map(flags.all().map(({ id, enabled }) => [String(id), enabled === 1])),
    save({ enabled = true, ...description }) {
      database.transaction(() => {
        put.run(description.id, JSON.stringify(description))
        flag.run(description.id, enabled ? 1 : 0)
      })
    },
    remove(id) {
      database.transaction(() => {
        remove.run(id)
        unflag.run(id)
      })
    },
    setEnabled: (id, enabled) => void flag.run(id, enabled ? 1 : 0),
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
