import type { Database } from './database.ts'

const STEPS = ['CREATE TABLE identity (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL) STRICT']

/** The name by which this node is told from every other: chosen once, when its data directory is first used. */
export function identityOf(database: Database, newId: () => string): string {
  database.migrate('identity', STEPS)
  database.sql.prepare('INSERT OR IGNORE INTO identity (only, id) VALUES (1, ?)').run(newId())
  return String(database.sql.prepare('SELECT id FROM identity').get()?.['id'])
}
