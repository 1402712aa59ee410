import type { Selectable, Transaction } from 'kysely'
import type { Store } from '../../platform/store/store.ts'
import type { HistoryTables } from '../history.tables.ts'
import { rowSum } from '../sum.ts'
import { CHUNK_KINDS, type Chunk } from './chunk.ts'
import type { KeyframeRow, TrackEndRow, TrackInfoRow, TrackRow } from './track-rows.ts'

export interface StoredChunk extends Omit<Chunk, 'cells'> {
  readonly id: number
  readonly packing: number
  readonly sum: number
}

/** One step of putting a part of the journal into chunks. Done twice it does no harm. */
export interface PackingSlice {
  readonly chunks?: readonly (Chunk & { readonly id: number })[]
  readonly infos?: readonly TrackInfoRow[]
  readonly ends?: readonly TrackEndRow[]
  readonly tracks?: readonly TrackRow[]
  readonly keyframes?: readonly KeyframeRow[]
  /** The packing is complete, and its part of the journal may go. */
  readonly isLast?: boolean
}

export interface Packing {
  readonly id: number
  readonly firstSeq: number
  readonly lastSeq: number
}

type Tx = Transaction<HistoryTables>

/** Opens a packing, after taking away what is left of one that never became complete. Gives the number of its first chunk. */
export async function beginPacking(store: Store, packing: Packing): Promise<number> {
  return store.transaction(async (plain) => {
    const tx = plain.withTables<HistoryTables>()
    await dropIncomplete(tx)
    const { last } = await tx.selectFrom('chunk').select((of) => of.fn.max('id').as('last')).executeTakeFirstOrThrow()
    const first = (last ?? 0) + 1
    await tx.insertInto('packing')
      .values({ id: packing.id, first_seq: packing.firstSeq, last_seq: packing.lastSeq, first_chunk: first, is_done: 0 }).execute()
    return first
  })
}

async function dropIncomplete(tx: Tx): Promise<void> {
  const incomplete = await tx.selectFrom('packing').where('is_done', '=', 0).select('id').execute()
  for (const { id } of incomplete) {
    const chunks = tx.selectFrom('chunk').where('packing', '=', id).select('id')
    await tx.deleteFrom('chunk_cell').where('chunk', 'in', chunks).execute()
    for (const table of ['chunk', 'track_info', 'track_end', 'keyframe'] as const) {
      await tx.deleteFrom(table).where('packing', '=', id).execute()
    }
    await tx.deleteFrom('packing').where('id', '=', id).execute()
  }
}

export async function addSlice(store: Store, { id, lastSeq }: Packing, slice: PackingSlice): Promise<void> {
  const { chunks = [], infos = [], ends = [], tracks = [], keyframes = [], isLast = false } = slice
  await store.transaction(async (plain) => {
    const tx = plain.withTables<HistoryTables>()
    for (const chunk of chunks) await putChunk(tx, id, chunk)
    for (const info of infos) {
      const row = { ...info, packing: id }
      await tx.insertInto('track_info').values(row).onConflict((of) => of.columns(['run', 'serial', 'known_at']).doUpdateSet(row)).execute()
    }
    for (const end of ends) {
      const row = { ...end, packing: id }
      await tx.insertInto('track_end').values(row).onConflict((of) => of.columns(['run', 'serial']).doUpdateSet(row)).execute()
    }
    for (const track of tracks) await putTrack(tx, track)
    for (const keyframe of keyframes) {
      const row = { ...keyframe, packing: id }
      await tx.insertInto('keyframe').values(row).onConflict((of) => of.columns(['at', 'simulated']).doUpdateSet(row)).execute()
    }
    if (isLast) await tx.updateTable('packing').where('id', '=', id).where('last_seq', '=', lastSeq).set({ is_done: 1 }).execute()
  })
}

/** What was said of a track once holds until something else is said. */
async function putTrack(tx: Tx, track: TrackRow): Promise<void> {
  const stated = Object.fromEntries(Object.entries(track).filter(([column, value]) => column !== 'first_at' && value !== null))
  await tx.insertInto('track').values(track).onConflict((of) => of.columns(['run', 'serial']).doUpdateSet(stated)).execute()
}

export async function putChunk(tx: Tx, packing: number, chunk: Chunk & { readonly id: number }): Promise<void> {
  const row = rowOf(packing, chunk)
  await tx.insertInto('chunk').values(row).onConflict((of) => of.column('id').doUpdateSet(row)).execute()
  for (const cell of chunk.cells) {
    await tx.insertInto('chunk_cell').values({ cell, hour: chunk.hour, chunk: chunk.id }).onConflict((of) => of.doNothing()).execute()
  }
}

type Row = Selectable<HistoryTables['chunk']>

function rowOf(packing: number, chunk: Chunk & { readonly id: number }): Row {
  const { id, kind, source, run, serial, hour, part, fromTime, toTime, knownFrom, knownTo, box, count, simulated, label, body } = chunk
  const row = {
    id, packing, kind: CHUNK_KINDS.indexOf(kind), source, run, serial, hour, part, from_time: fromTime, to_time: toTime,
    known_from: knownFrom, known_to: knownTo, ...box, count, simulated: simulated ? 1 : 0, label, body, sum: 0,
  }
  return { ...row, sum: sumOf(row) }
}

function sumOf(row: Row): number {
  return rowSum([
    row.id, row.packing, row.kind, row.source, row.run, row.serial, row.hour, row.part, row.from_time, row.to_time,
    row.known_from, row.known_to, row.west, row.south, row.east, row.north, row.count, row.simulated, row.label,
  ], row.body)
}

/** A chunk as it was written; undefined where its sum does not fit, and then nothing of it can be believed. */
export function readChunk(row: Row): StoredChunk | undefined {
  if (!(row.body instanceof Uint8Array) || row.sum !== sumOf(row)) return undefined
  const { id, packing, source, run, serial, hour, part, west, south, east, north, count, label, body, sum } = row
  return {
    id, packing, kind: CHUNK_KINDS[row.kind] ?? 'plots', source, run, serial, hour, part, fromTime: row.from_time,
    toTime: row.to_time, knownFrom: row.known_from, knownTo: row.known_to, box: { west, south, east, north }, count,
    simulated: row.simulated !== 0, label, body, sum,
  }
}
