import { CONTACT_BYTES } from '@csii/contract'

/**
 * The picture in shared memory: one row a track, written by the pipeline worker alone and read by any thread.
 *
 * - A row's `lock` is odd while it is written, and different afterwards: a reader that sees the same even number
 *   before and after its copy has a whole row (a sequence lock).
 * - Every write takes the next revision, stamps the row with it, and publishes it as `head` afterwards. So a reader
 *   who took `head` first has seen every row up to it, and asks next time for rows of a later revision.
 * - Removed rows are free for other tracks at once; a ring remembers which serial left which row.
 */
export interface TableMemory {
  readonly buffer: SharedArrayBuffer
  readonly capacity: number
  /** Bit `n` of a row's `heardBy` stands for the sensor in place `n`. These are the first ones; others may follow. */
  readonly sensorIds: readonly string[]
  /** Removals remembered; a reader that missed more starts with a fresh snapshot. */
  readonly ring: number
}

/** Sensors travel by their places: so many there are. A place that was left is used again. */
export const MAX_SENSORS = 256

export const FREE = 0
/** Somebody spoke of it, nobody said where it is. */
export const UNPLACED = 1
export const PLACED = 2

export const NAME_BYTES = 64
export const CALL_SIGN_BYTES = 8
const RING = 16_384

/** Places in `counters`. */
export const ROWS_USED = 0
export const TRACKS = 1
export const REMOVALS = 2

export type TrackTable = ReturnType<typeof openTable>

export function allocateTable(capacity: number, sensorIds: readonly string[], ring = RING): TableMemory {
  const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
  if (!isLittleEndian) throw new Error('The track table needs a little-endian machine')
  const { total } = layout(capacity, ring)
  return { buffer: new SharedArrayBuffer(total), capacity, sensorIds, ring }
}

/** The columns over the shared memory. Contacts lie in it as they travel in a picture frame. */
export function openTable({ buffer, capacity, sensorIds, ring }: TableMemory) {
  const { at } = layout(capacity, ring)
  const places: (string | undefined)[] = [...sensorIds]
  return {
    capacity,
    ring,
    /** By place. Each thread has its own, and is told of changes by messages. */
    sensorIds: places,
    head: new Float64Array(buffer, at.head, 1),
    counters: new Int32Array(buffer, at.counters, 4),
    revision: new Float64Array(buffer, at.revision, capacity),
    nameRevision: new Float64Array(buffer, at.nameRevision, capacity),
    heardAt: new Float64Array(buffer, at.heardAt, capacity),
    removedRevision: new Float64Array(buffer, at.removedRevision, ring),
    removedSerial: new Uint32Array(buffer, at.removedSerial, ring),
    removedRow: new Uint32Array(buffer, at.removedRow, ring),
    lock: new Int32Array(buffer, at.lock, capacity),
    contacts: new DataView(buffer, at.contacts, capacity * CONTACT_BYTES),
    contactWords: new Int32Array(buffer, at.contacts, (capacity * CONTACT_BYTES) / 4),
    heardBy: new Int32Array(buffer, at.heardBy, capacity * SENSOR_WORDS),
    names: new Uint8Array(buffer, at.names, capacity * NAME_BYTES),
    callSigns: new Uint8Array(buffer, at.callSigns, capacity * CALL_SIGN_BYTES),
    nameLength: new Uint8Array(buffer, at.nameLength, capacity),
    callSignLength: new Uint8Array(buffer, at.callSignLength, capacity),
    state: new Uint8Array(buffer, at.state, capacity),
  }
}

export const SENSOR_WORDS = MAX_SENSORS / 32

/** Where each column begins: the widest numbers first, so that every one is aligned. */
function layout(capacity: number, ring: number) {
  let total = 0
  const place = (bytes: number): number => {
    const start = total
    total += Math.ceil(bytes / 8) * 8
    return start
  }
  const at = {
    head: place(8),
    counters: place(16),
    revision: place(8 * capacity),
    nameRevision: place(8 * capacity),
    heardAt: place(8 * capacity),
    removedRevision: place(8 * ring),
    removedSerial: place(4 * ring),
    removedRow: place(4 * ring),
    lock: place(4 * capacity),
    contacts: place(CONTACT_BYTES * capacity),
    heardBy: place(4 * SENSOR_WORDS * capacity),
    names: place(NAME_BYTES * capacity),
    callSigns: place(CALL_SIGN_BYTES * capacity),
    nameLength: place(capacity),
    callSignLength: place(capacity),
    state: place(capacity),
  }
  return { at, total }
}
