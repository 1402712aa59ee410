import type { Timestamp } from '@csii/model'
import type { TrackRef } from '../../pipeline/record/records.ts'
import type { Store } from '../../platform/store/store.ts'
import type { HistoryTables } from '../history.tables.ts'
import { CHUNK_KINDS, type ChunkKind } from '../packing/chunk.ts'
import type { TrackRow } from '../packing/track-rows.ts'

const SOURCES = { plots: 0, statements: 2 } as const
const STATES = 1

/** Degrees; west is greater than east across the antimeridian. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** What a track can be looked up by. */
export type TrackIdentity =
  | { readonly mmsi: number } | { readonly imo: number } | { readonly icao: number } | { readonly name: string }
  | { readonly call_sign: string } | { readonly marking: string } | { readonly uid: string }

/** Which chunks of states are wanted: by when they were known, and where. */
export interface StatesQuery {
  readonly knownFrom: Timestamp
  readonly knownTo: Timestamp
  readonly simulated: boolean
  readonly box?: Box | undefined
}

const MOST_TRACKS = 1000

/** The SQL that reads what is in chunks, up to the last complete packing. */
export function readingOf(store: Store, packing: number) {
  const db = store.db.withTables<HistoryTables>()
  const chunks = (kind: ChunkKind) =>
    db.selectFrom('chunk').where('kind', '=', CHUNK_KINDS.indexOf(kind)).where('packing', '<=', packing).selectAll()

  return {
    chunksOfTrack: ({ run, serial }: TrackRef, from: Timestamp, to: Timestamp) =>
      db.selectFrom('chunk').where('run', '=', run).where('serial', '=', serial).where('kind', '=', STATES).where('packing', '<=', packing)
        .where('from_time', '<=', to).where('to_time', '>=', from).orderBy('known_from').orderBy('id').selectAll().execute(),
    chunksOfSource: (kind: keyof typeof SOURCES, source: string, from: Timestamp, to: Timestamp) =>
      chunks(kind).where('source', '=', source).where('from_time', '<=', to).where('to_time', '>=', from).orderBy('known_from')
        .orderBy('id').execute(),
    /** In parts: those after one number, at most so many. */
    chunksOfStates({ knownFrom, knownTo, simulated, box }: StatesQuery, afterId: number, most: number) {
      const hour = (time: Timestamp) => Math.floor(time / 3_600_000)
      return chunks('states').where('hour', '>=', hour(knownFrom)).where('hour', '<=', hour(knownTo)).where('id', '>', afterId)
        .where('known_from', '<=', knownTo).where('known_to', '>=', knownFrom).where('simulated', '=', simulated ? 1 : 0)
        .$if(box !== undefined, (query) => query.where('south', '<=', box!.north).where('north', '>=', box!.south))
        .$if(box !== undefined && box.west <= box.east, (query) => query.where('west', '<=', box!.east).where('east', '>=', box!.west))
        .orderBy('id').limit(most).execute()
    },
    chunkById: (id: number) => db.selectFrom('chunk').where('id', '=', id).selectAll().executeTakeFirst(),
    infosOf: ({ run, serial }: TrackRef) =>
      db.selectFrom('track_info').where('run', '=', run).where('serial', '=', serial).where('packing', '<=', packing)
        .orderBy('known_at').selectAll().execute(),
    infosBetween: (from: Timestamp, to: Timestamp) =>
      db.selectFrom('track_info').where('known_at', '>=', from).where('known_at', '<=', to).where('packing', '<=', packing)
        .orderBy('known_at').selectAll().execute(),
    endsBetween: (from: Timestamp, to: Timestamp) =>
      db.selectFrom('track_end').where('known_at', '>=', from).where('known_at', '<=', to).where('packing', '<=', packing)
        .orderBy('known_at').selectAll().execute(),
    endOf: ({ run, serial }: TrackRef) =>
      db.selectFrom('track_end').where('run', '=', run).where('serial', '=', serial).where('packing', '<=', packing).selectAll()
        .executeTakeFirst(),
    /** The last one at or before a time. */
    keyframeBefore: (at: Timestamp, simulated: boolean) =>
      db.selectFrom('keyframe').where('at', '<=', at).where('simulated', '=', simulated ? 1 : 0).where('packing', '<=', packing)
        .orderBy('at', 'desc').limit(1).selectAll().executeTakeFirst(),
    tracksBy(identity: TrackIdentity): Promise<TrackRow[]> {
      const [[column, value]] = Object.entries(identity) as [[keyof TrackRow, string | number]]
      return db.selectFrom('track').where(column, '=', value).orderBy('last_at', 'desc').limit(MOST_TRACKS).selectAll().execute()
    },
    /** Both worlds at the end of one packing, and where in the journal that is. */
    async keyframesOf(id: number) {
      const of = await db.selectFrom('packing').where('id', '=', id).select('last_seq').executeTakeFirst()
      return { lastSeq: of?.last_seq ?? 0, rows: await db.selectFrom('keyframe').where('packing', '=', id).selectAll().execute() }
    },
    packingOfChunk: (id: number) =>
      db.selectFrom('packing').where('is_done', '=', 1).where('first_chunk', '<=', id).orderBy('id', 'desc').limit(1).selectAll()
        .executeTakeFirst(),
  }
}

export type Reading = ReturnType<typeof readingOf>
