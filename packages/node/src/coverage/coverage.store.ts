import type { Timestamp } from '@csii/model'
import type { SavedHearing } from '../pipeline/hearing.ts'
import type { Database } from '../platform/database.ts'

const STEPS = [
  `CREATE TABLE hearing (sensor_id TEXT PRIMARY KEY, saved_at REAL NOT NULL, hearing TEXT NOT NULL) STRICT`,
]

/**
 * What was learned of each live sensor, so that a node need not learn anew what it knows. Exercises are never stored.
 */
export interface CoverageStore {
  load(): SavedHearing[]
  save(hearing: SavedHearing, now: Timestamp): void
  /** Sensors that are gone for good. */
  forgetBefore(time: Timestamp): void
}

export function createCoverageStore(database: Database): CoverageStore {
  database.migrate('coverage', STEPS)
  const all = database.sql.prepare('SELECT hearing FROM hearing')
  const put = database.sql.prepare('INSERT OR REPLACE INTO hearing (sensor_id, saved_at, hearing) VALUES (?, ?, ?)')
  const forget = database.sql.prepare('DELETE FROM hearing WHERE saved_at < ?')
  return {
    // We wrote every row ourselves, from a SavedHearing.
    load: () => all.all().map(({ hearing }) => JSON.parse(String(hearing)) as SavedHearing),
    save(hearing, now) {
      if (!hearing.simulated) put.run(hearing.sensorId, now, JSON.stringify(hearing))
    },
    forgetBefore: (time) => void forget.run(time),
  }
}
