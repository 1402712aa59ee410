import { CALLED } from '@csii/contract'
import { identityKey } from '@csii/fusion'
import type { Timestamp, Track } from '@csii/model'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import { readRows } from '../platform/stored-rows.ts'

const STEPS = [
  `CREATE TABLE live_track (mmsi INTEGER PRIMARY KEY, heard_at REAL NOT NULL, track TEXT NOT NULL) STRICT;
   CREATE INDEX live_track_heard_at ON live_track (heard_at)`,
  `CREATE TABLE identified_track (identity TEXT PRIMARY KEY, heard_at REAL NOT NULL, track TEXT NOT NULL) STRICT;
   CREATE INDEX identified_track_heard_at ON identified_track (heard_at);
   INSERT INTO identified_track SELECT CAST(mmsi AS TEXT), heard_at, track FROM live_track;
   DROP TABLE live_track`,
]

/**
 * What is known of each live object that states an identity, so that names and last positions, of vessels and of what people
 * reported, outlive a restart of the node.
 */
export interface PictureStore {
  load(): Track[]
  save(tracks: readonly Track[]): void
  forgetBefore(time: Timestamp): void
  /** Keeps so many, those heard last: the disk is not filled by a flood of invented identities. */
  keepNewest(most: number): void
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

export function createPictureStore(database: Database, log: Log): PictureStore {
  database.migrate('picture', STEPS)
  const all = database.sql.prepare('SELECT track FROM identified_track ORDER BY heard_at')
  const put = database.sql.prepare('INSERT OR REPLACE INTO identified_track (identity, heard_at, track) VALUES (?, ?, ?)')
  const forget = database.sql.prepare('DELETE FROM identified_track WHERE heard_at < ?')
  const trim = database.sql.prepare(
    'DELETE FROM identified_track WHERE heard_at < (SELECT heard_at FROM identified_track ORDER BY heard_at DESC LIMIT 1 OFFSET ?)',
  )
  return {
    load: () => {
      const rows = readRows(all.all().map(({ track }) => track), (value) => StoredTrack.Check(value), 'a vessel', log)
      // We wrote every row ourselves, from a Track, and what a track cannot be without was checked, or is added here.
      return rows.map((row) => ({ ...NOT_STORED, ...(row as Omit<Track, keyof typeof NOT_STORED>) }))
    },
    save(tracks) {
      database.transaction(() => {
        for (const track of tracks) {
          const identity = identityKey(track.claim)
          if (identity !== undefined && !track.simulated && !isUsurped(track)) put.run(String(identity), track.heardAt, JSON.stringify(track))
        }
      })
    },
    forgetBefore: (time) => void forget.run(time),
    keepNewest: (most) => void trim.run(most - 1),
  }
}

/** Of two that state one identity, it is the one that is probably not where it says: the other is remembered. */
const isUsurped = ({ identity, suspicion }: Track): boolean => identity?.isConflicting === true && (suspicion?.probability ?? 0) >= CALLED.suspect
