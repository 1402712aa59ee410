import { sql } from 'kysely'
import type { Timestamp } from '@csii/model'
import type { Steps, Store } from '../../platform/store/store.ts'
import type { HistoryTables } from '../history.tables.ts'
import { CHUNK_KINDS } from '../packing/chunk.ts'
import type { DayOfGrowth } from './disk-budget.ts'
import type { StoredChunk } from './policy.ts'
import type { PurgeProof } from './purge-proof.ts'

export const RETENTION: Steps = {
  sqlite: ['CREATE TABLE purge (number INTEGER PRIMARY KEY, at REAL NOT NULL, proof TEXT NOT NULL) STRICT'],
  postgres: ['CREATE TABLE purge (number BIGINT PRIMARY KEY, at DOUBLE PRECISION NOT NULL, proof TEXT NOT NULL)'],
}

type Tables = HistoryTables & { purge: { number: number; at: number; proof: string } }

const DAY = 86_400_000
/** Identifiers in one statement. */
const AT_ONCE = 500

/** The SQL of retention, on the tables of history. */
export async function createRetentionTables(store: Store) {
  await store.migrate('retention', RETENTION)
  const db = store.db.withTables<Tables>()
  return {
    async chunksBefore(time: Timestamp, afterId: number, most: number): Promise<readonly StoredChunk[]> {
      const rows = await db.selectFrom('chunk').where('id', '>', afterId).where('known_to', '<=', time).orderBy('id').limit(most)
        .select([
          'id', 'kind', 'source', 'run', 'serial', 'simulated', 'label', 'known_from', 'known_to', 'from_time', 'to_time', 'west', 'south',
          'east', 'north', 'sum', sql<number>`octet_length(body)`.as('bytes'),
        ]).execute()
      return rows.map(({ id, kind, source, run, serial, simulated, label, west, south, east, north, ...row }) => ({
        id, kind: CHUNK_KINDS[kind] === 'states' ? 'states' : 'plots', source, simulated: simulated !== 0, label,
        ...(CHUNK_KINDS[kind] === 'states' && { track: `${run}.${serial}` }),
        knownFrom: row.known_from, knownTo: row.known_to, from: row.from_time, to: row.to_time,
        box: { west, south, east, north }, bytes: Number(row.bytes), sum: row.sum,
      }))
    },
    /** Takes them away and writes the proof, both or neither. */
    purge: (chunks: readonly StoredChunk[], proof: PurgeProof): Promise<void> =>
      store.transaction(async (inside) => {
        const within = inside.withTables<Tables>()
        for (let from = 0; from < chunks.length; from += AT_ONCE) {
          const ids = chunks.slice(from, from + AT_ONCE).map(({ id }) => id)
          await within.deleteFrom('chunk_cell').where('chunk', 'in', ids).execute()
          await within.deleteFrom('chunk').where('id', 'in', ids).execute()
        }
        const { last } = await within.selectFrom('purge').select(({ fn }) => fn.max('number').as('last')).executeTakeFirstOrThrow()
        await within.insertInto('purge').values({ number: Number(last ?? 0) + 1, at: proof.at, proof: JSON.stringify(proof) }).execute()
      }),
    /** Newest first. */
    async proofs(most: number): Promise<readonly PurgeProof[]> {
      const rows = await db.selectFrom('purge').select('proof').orderBy('number', 'desc').limit(most).execute()
      // We wrote every row ourselves, from a PurgeProof.
      return rows.map(({ proof }) => JSON.parse(proof) as PurgeProof)
    },
    /** What came into chunks on each whole day before this one, and what is held in all. */
    async growth(now: Timestamp): Promise<{ readonly days: readonly DayOfGrowth[]; readonly heldBytes: number }> {
      const today = Math.floor(now / DAY)
      const rows = await db.selectFrom('chunk')
        .select([sql<number>`floor(known_to / 86400000)`.as('day'), sql<number>`sum(octet_length(body))`.as('bytes')])
        .groupBy(sql`floor(known_to / 86400000)`).execute()
      const all = rows.map(({ day, bytes }) => ({ day: Number(day), bytes: Number(bytes) })).sort((a, b) => a.day - b.day)
      // The first day began in its middle.
      return { days: all.slice(1).filter(({ day }) => day < today), heldBytes: all.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
  }
}

export type RetentionTables = Awaited<ReturnType<typeof createRetentionTables>>
