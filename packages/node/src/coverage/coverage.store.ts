import type { Timestamp } from '@csii/model'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { SavedHearing } from '../pipeline/hearing.ts'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import { readRows } from '../platform/stored-rows.ts'

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

const Count = Type.Object({ mean: Type.Number(), variance: Type.Number() })
const Intervals = Type.Object({ silences: Type.Number(), spent: Type.Array(Type.Number()) })
/** Of what was learned, what one could not go on from without. */
const StoredHearing = Compile(
  Type.Object({
    sensorId: Type.String(),
    simulated: Type.Boolean(),
    antenna: Type.String(),
    messages: Intervals,
    plots: Intervals,
    reception: Type.Object({
      hours: Type.Number(),
      usual: Count,
      day: Type.Array(Type.Object({ usual: Count, days: Type.Number() }), { minItems: 24, maxItems: 24 }),
      cells: Type.Array(Type.Object({ cell: Type.String(), usual: Count, usualPlots: Type.Number(), lastHeardAt: Type.Number() })),
    }),
  }),
)

export function createCoverageStore(database: Database, log: Log): CoverageStore {
  database.migrate('coverage', STEPS)
  const all = database.sql.prepare('SELECT hearing FROM hearing')
  const put = database.sql.prepare('INSERT OR REPLACE INTO hearing (sensor_id, saved_at, hearing) VALUES (?, ?, ?)')
  const forget = database.sql.prepare('DELETE FROM hearing WHERE saved_at < ?')
  return {
    load() {
      const texts = all.all().map(({ hearing }) => hearing)
      const what = 'what a sensor usually hears'
      // We wrote every row ourselves, from a SavedHearing, and what it cannot be without was checked.
      return readRows(texts, (value) => StoredHearing.Check(value), what, log) as SavedHearing[]
    },
    save(hearing, now) {
      if (!hearing.simulated) put.run(hearing.sensorId, now, JSON.stringify(hearing))
    },
    forgetBefore: (time) => void forget.run(time),
  }
}
