import { CALLED, FLAG, readContact, type TrackList } from '@csii/contract'
import { contains, type Box } from '@csii/geo'
import { createRowCopy, isHeardBy, readRow, rowsUsed, type RowCopy } from '../pipeline/table-reader.ts'
import { PLACED, type TrackTable } from '../pipeline/track-table.ts'
import { viewOfRow } from './track-view.ts'

export interface TrackQuery {
  readonly box?: Box | undefined
  /** A part of the name, the call sign or the MMSI. */
  readonly search?: string | undefined
  readonly sensor?: string | undefined
  readonly simulated?: boolean | undefined
  /** Whether it is called dark. */
  readonly dark?: boolean | undefined
  /** Whether its position is called suspect. */
  readonly suspect?: boolean | undefined
  readonly limit: number
}

/** The tracks that answer a query, heard last first. */
export function searchTracks(table: TrackTable, query: TrackQuery): TrackList {
  const row = createRowCopy()
  const sensor = query.sensor === undefined ? undefined : table.sensorIds.indexOf(query.sensor)
  const matches = [(copy: RowCopy) => isInBox(copy, query.box), bySimulated(query.simulated), byDoubt('dark', query.dark), byDoubt('suspect', query.suspect), bySearch(query.search)]

  const found: { at: number; heardAt: number }[] = []
  const rows = rowsUsed(table)
  for (let at = 0; at < rows; at++) {
    if (!readRow(table, at, row)) continue
    if (sensor !== undefined && (sensor < 0 || !isHeardBy(table, at, sensor))) continue
    if (matches.every((isMatch) => isMatch(row))) found.push({ at, heardAt: row.heardAt })
  }
  found.sort((a, b) => b.heardAt - a.heardAt)
  const shown = found.slice(0, query.limit).flatMap(({ at }) => (readRow(table, at, row) ? [viewOfRow(row)] : []))
  return { total: found.length, tracks: shown }
}

function isInBox({ state, contactView }: RowCopy, box: Box | undefined): boolean {
  if (!box) return true
  return state === PLACED && contains(box, contactView.getInt32(8, true) / 1e7, contactView.getInt32(12, true) / 1e7)
}

function bySimulated(wanted: boolean | undefined): (row: RowCopy) => boolean {
  return ({ contactView }) =>
    wanted === undefined || ((contactView.getUint8(24) & FLAG.simulated) !== 0) === wanted
}

function byDoubt(what: 'dark' | 'suspect', wanted: boolean | undefined): (row: RowCopy) => boolean {
  return ({ contactView }) =>
    wanted === undefined || (readContact(contactView, 0, undefined)[what] ?? 0) >= CALLED[what] === wanted
}

function bySearch(search: string | undefined): (row: RowCopy) => boolean {
  const wanted = search?.trim().toUpperCase()
  if (!wanted) return () => true
  return ({ name, nameLength, callSign, callSignLength, contactView }) =>
    textOf(name, nameLength).includes(wanted) ||
    textOf(callSign, callSignLength).includes(wanted) ||
    String(contactView.getUint32(4, true)).padStart(9, '0').includes(wanted)
}

const textOf = (bytes: Uint8Array, length: number): string =>
  length === 0 ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, length).toString().toUpperCase()
