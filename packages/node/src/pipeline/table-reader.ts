import { CONTACT_BYTES } from '@csii/contract'
import { CALL_SIGN_BYTES, FREE, NAME_BYTES, REMOVALS, ROWS_USED, SENSOR_WORDS, TRACKS, type TrackTable } from './track-table.ts'

/** One row, copied out whole. Made once and filled again for each row. */
export interface RowCopy {
  /** As it travels in a picture frame. */
  readonly contact: Uint8Array
  readonly contactView: DataView
  readonly contactWords: Int32Array
  readonly name: Uint8Array
  readonly callSign: Uint8Array
  nameLength: number
  callSignLength: number
  state: number
  revision: number
  nameRevision: number
  heardAt: number
}

export function createRowCopy(): RowCopy {
  const contact = new Uint8Array(CONTACT_BYTES)
  return {
    contact,
    contactView: new DataView(contact.buffer),
    contactWords: new Int32Array(contact.buffer),
    name: new Uint8Array(NAME_BYTES),
    callSign: new Uint8Array(CALL_SIGN_BYTES),
    nameLength: 0,
    callSignLength: 0,
    state: FREE,
    revision: 0,
    nameRevision: 0,
    heardAt: 0,
  }
}

/** The revision up to which everything is written. */
export const headOf = (table: TrackTable): number => {
  Atomics.load(table.counters, REMOVALS)
  return table.head[0]!
}

/** Rows beyond this were never used. */
export const rowsUsed = (table: TrackTable): number => Atomics.load(table.counters, ROWS_USED)
export const tracksHeld = (table: TrackTable): number => Atomics.load(table.counters, TRACKS)

/** A write takes about a microsecond, or a scheduler's turn when the writer was interrupted in it. */
const PATIENCE = 50_000_000

/** Copies a row as it was at one instant. False when no track is in it. */
export function readRow(table: TrackTable, row: number, copy: RowCopy): boolean {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const before = Atomics.load(table.lock, row)
    if (before & 1) continue
    copyRow(table, row, copy)
    if (Atomics.load(table.lock, row) === before) return copy.state !== FREE
  }
  throw new Error(`Row ${row} of the track table stays locked: its writer died in the middle of it`)
}

function copyRow(table: TrackTable, row: number, copy: RowCopy): void {
  const words = CONTACT_BYTES / 4
  for (let word = 0; word < words; word++) copy.contactWords[word] = table.contactWords[row * words + word]!
  copy.state = table.state[row]!
  copy.revision = table.revision[row]!
  copy.nameRevision = table.nameRevision[row]!
  copy.heardAt = table.heardAt[row]!
  copy.nameLength = table.nameLength[row]!
  for (let at = 0; at < copy.nameLength; at++) copy.name[at] = table.names[row * NAME_BYTES + at]!
  copy.callSignLength = table.callSignLength[row]!
  for (let at = 0; at < copy.callSignLength; at++) copy.callSign[at] = table.callSigns[row * CALL_SIGN_BYTES + at]!
}

/** Whether the row's track was heard by the sensor in a place. */
export const isHeardBy = (table: TrackTable, row: number, sensor: number): boolean =>
  (table.heardBy[row * SENSOR_WORDS + (sensor >> 5)]! & (1 << (sensor & 31))) !== 0

/**
 * Calls back for every track that was removed after one revision and not after the other, oldest first.
 * False when the ring no longer reaches back so far: then nobody can say what is gone.
 */
export function removalsBetween(
  table: TrackTable,
  after: number,
  upTo: number,
  visit: (serial: number, row: number) => void,
): boolean {
  const count = Atomics.load(table.counters, REMOVALS)
  const oldest = Math.max(0, count - table.ring)
  let first = count
  while (first > oldest && table.removedRevision[(first - 1) % table.ring]! > after) first--
  if (first === oldest && oldest > 0) return false

  const found: { serial: number; row: number; revision: number }[] = []
  for (let at = first; at < count; at++) {
    const slot = at % table.ring
    found.push({
      serial: table.removedSerial[slot]!,
      row: table.removedRow[slot]!,
      revision: table.removedRevision[slot]!,
    })
  }
  // The writer may have come round the ring meanwhile and overwritten what was just read.
  if (Atomics.load(table.counters, REMOVALS) - first >= table.ring) return false
  for (const { serial, row, revision } of found) if (revision <= upTo) visit(serial, row)
  return true
}
