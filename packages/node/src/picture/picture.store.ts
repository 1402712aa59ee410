import { CALLED } from '@csii/contract'
import { identityKey } from '@csii/fusion'
import type { Timestamp, Track } from '@csii/model'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Log } from '../platform/log.ts'
import type { Steps, Store } from '../platform/store/store.ts'
import { readRows } from '../platform/stored-rows.ts'

export const PICTURE: Steps = {
  sqlite: [
    `CREATE TABLE live_track (mmsi INTEGER PRIMARY KEY, heard_at REAL NOT NULL, track TEXT NOT NULL) STRICT;
     CREATE INDEX live_track_heard_at ON live_track (heard_at)`,
    `CREATE TABLE identified_track (identity TEXT PRIMARY KEY, heard_at REAL NOT NULL, track TEXT NOT NULL) STRICT;
     CREATE INDEX identified_track_heard_at ON identified_track (heard_at);
     INSERT INTO identified_track SELECT CAST(mmsi AS TEXT), heard_at, track FROM live_track;
     DROP TABLE live_track`,
  ],
  postgres: [
    `CREATE TABLE identified_track (identity text PRIMARY KEY, heard_at double precision NOT NULL, track text NOT NULL);
     CREATE INDEX identified_track_heard_at ON identified_track (heard_at)`,
  ],
}
type PictureTables = { identified_track: { identity: string; heard_at: number; track: string } }

/**
 * What is known of each live object that states an identity, so that names and last positions, of vessels and of what people
 * reported, outlive a restart of the node.
 */
export interface PictureStore {
  load(): Promise<Track[]>
  save(tracks: readonly Track[]): Promise<void>
  forgetBefore(time: Timestamp): Promise<void>
  /** Keeps so many, those heard last: the disk is not filled by a flood of invented identities. */
  keepNewest(most: number): Promise<void>
}

/** Of a track, what the tracker could not do without. */
const StoredTrack = Compile(
  Type.Object({
    simulated: Type.Boolean(),
    heardAt: Type.Number(),
    claim: Type.Object({}),
    claims: Type.Array(Type.Object({ field: Type.String(), sensorId: Type.String(), time: Type.Number() })),
    contributors: Type.Array(Type.Object({ sensorId: Type.String(), plots: Type.Number(), lastAt: Type.Number() })),
    conflicts: Type.Array(Type.Object({ sensorId: Type.String(), time: Type.Number() })),
    existence: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    revision: Type.Optional(Type.Integer({ minimum: 0 })),
    darkness: Type.Optional(Type.Object({ probability: Type.Number(), since: Type.Number(), missedReports: Type.Number() })),
    suspicion: Type.Optional(Type.Object({ probability: Type.Number(), reason: Type.String(), since: Type.Number() })),
    identity: Type.Optional(Type.Object({ probability: Type.Number(), isConflicting: Type.Boolean(), isPinned: Type.Boolean() })),
    fix: Type.Optional(
      Type.Object({
        time: Type.Number(),
        position: Type.Object({ lat: Type.Number(), lon: Type.Number() }),
        covariance: Type.Object({ ee: Type.Number(), en: Type.Number(), nn: Type.Number() }),
      }),
    ),
  }),
)

/** Of rows that an earlier version wrote. */
const NOT_STORED = { existence: 1, revision: 0 }

export async function createPictureStore(store: Store, log: Log): Promise<PictureStore> {
  await store.migrate('picture', PICTURE)
  const db = store.db.withTables<PictureTables>()
  return {
    async load() {
      const texts = (await db.selectFrom('identified_track').select('track').orderBy('heard_at').execute()).map(({ track }) => track)
      const rows = readRows(texts, (value) => StoredTrack.Check(value), 'a vessel', log)
      // We wrote every row ourselves, from a Track, and what a track cannot be without was checked, or is added here.
      return rows.map((row) => ({ ...NOT_STORED, ...(row as Omit<Track, keyof typeof NOT_STORED>) }))
    },
    async save(tracks) {
      const rows = rowsOf(tracks)
      if (rows.length === 0) return
      await db
        .insertInto('identified_track')
        .values(rows)
        .onConflict((conflict) =>
          conflict.column('identity').doUpdateSet(({ ref }) => ({ heard_at: ref('excluded.heard_at'), track: ref('excluded.track') })),
        )
        .execute()
    },
    async forgetBefore(time) {
      await db.deleteFrom('identified_track').where('heard_at', '<', time).execute()
    },
    async keepNewest(most) {
      const oldest = db.selectFrom('identified_track').select('heard_at').orderBy('heard_at', 'desc').limit(1).offset(most - 1)
      await db.deleteFrom('identified_track').where('heard_at', '<', oldest).execute()
    },
  }
}

/** One of each identity: of several, the last. */
function rowsOf(tracks: readonly Track[]): PictureTables['identified_track'][] {
  const rows = new Map<string, PictureTables['identified_track']>()
  for (const track of tracks) {
    const identity = identityKey(track.claim)?.toString()
    if (identity === undefined || track.simulated || isUsurped(track)) continue
    rows.set(identity, { identity, heard_at: track.heardAt, track: JSON.stringify(track) })
  }
  return [...rows.values()]
}

/** Of two that state one identity, it is the one that is probably not where it says: the other is remembered. */
const isUsurped = ({ identity, suspicion }: Track): boolean => identity?.isConflicting === true && (suspicion?.probability ?? 0) >= CALLED.suspect
