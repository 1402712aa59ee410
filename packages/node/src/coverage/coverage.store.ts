import type { Timestamp } from '@csii/model'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { SavedHearing } from '../pipeline/hearing.ts'
import type { Log } from '../platform/log.ts'
import type { Steps, Store } from '../platform/store/store.ts'
import { readRows } from '../platform/stored-rows.ts'

export const COVERAGE: Steps = {
  sqlite: ['CREATE TABLE hearing (sensor_id TEXT PRIMARY KEY, saved_at REAL NOT NULL, hearing TEXT NOT NULL) STRICT'],
  postgres: ['CREATE TABLE hearing (sensor_id text PRIMARY KEY, saved_at double precision NOT NULL, hearing text NOT NULL)'],
}
type CoverageTables = { hearing: { sensor_id: string; saved_at: number; hearing: string } }

/**
 * What was learned of each live sensor, so that a node need not learn anew what it knows. Exercises are never stored.
 */
export interface CoverageStore {
  load(): Promise<SavedHearing[]>
  save(hearing: SavedHearing, now: Timestamp): Promise<void>
  /** Sensors that are gone for good. */
  forgetBefore(time: Timestamp): Promise<void>
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

export async function createCoverageStore(store: Store, log: Log): Promise<CoverageStore> {
  await store.migrate('coverage', COVERAGE)
  const db = store.db.withTables<CoverageTables>()
  return {
    async load() {
      const rows = await db.selectFrom('hearing').select('hearing').execute()
      const texts = rows.map(({ hearing }) => hearing)
      const what = 'what a sensor usually hears'
      // We wrote every row ourselves, from a SavedHearing, and what it cannot be without was checked.
      return readRows(texts, (value) => StoredHearing.Check(value), what, log) as SavedHearing[]
    },
    async save(hearing, now) {
      if (hearing.simulated) return
      const row = { saved_at: now, hearing: JSON.stringify(hearing) }
      await db
        .insertInto('hearing')
        .values({ sensor_id: hearing.sensorId, ...row })
        .onConflict((conflict) => conflict.column('sensor_id').doUpdateSet(row))
        .execute()
    },
    async forgetBefore(time) {
      await db.deleteFrom('hearing').where('saved_at', '<', time).execute()
    },
  }
}
