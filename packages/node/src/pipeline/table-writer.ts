import { CONTACT_BYTES, writeContact } from '@csii/contract'
import type { Track } from '@csii/model'
import { contactOf } from './contact.ts'
import {
  CALL_SIGN_BYTES, FREE, NAME_BYTES, PLACED, REMOVALS, ROWS_USED, SENSOR_WORDS, TRACKS, UNPLACED, type TrackTable,
} from './track-table.ts'

/** The one writer of a table. It never holds more tracks than the table has rows: the tracker sees to that. */
export class TableWriter {
  readonly #table: TrackTable
  readonly #rows = new Map<number, number>()
  readonly #freeRows: number[] = []
  readonly #places: Map<string, number>
  readonly #texts = new Map<number, { name: string | undefined; callSign: string | undefined }>()

  constructor(table: TrackTable) {
    this.#table = table
    this.#places = new Map()
    table.sensorIds.forEach((id, place) => id !== undefined && this.#places.set(id, place))
  }

  put(track: Track): void {
    const table = this.#table
    const row = this.#rowOf(track.serial)
    const revision = this.#lock(row)
    const contact = contactOf(track)
    writeContact(table.contacts, row * CONTACT_BYTES, contact, undefined)
    table.heardAt[row] = track.heardAt
    table.state[row] = track.fix ? PLACED : UNPLACED
    this.#writeHeardBy(row, track)
    this.#writeTexts(row, track, contact.name, revision)
    this.#unlock(row, revision)
  }

  remove({ serial }: Pick<Track, 'serial'>): void {
    const table = this.#table
    const row = this.#rows.get(serial)
    if (row === undefined) return
    const revision = this.#lock(row)
    table.state[row] = FREE
    const slot = Atomics.load(table.counters, REMOVALS) % table.ring
    table.removedRevision[slot] = revision
    table.removedSerial[slot] = serial
    table.removedRow[slot] = row
    Atomics.add(table.counters, REMOVALS, 1)
    this.#unlock(row, revision)
    Atomics.sub(table.counters, TRACKS, 1)
    this.#rows.delete(serial)
    this.#texts.delete(serial)
    this.#freeRows.push(row)
  }

  /** Gives a place to a sensor, or to none. What was heard by the sensor that had it is not heard by the next. */
  seat(place: number, sensorId: string | undefined): void {
    const { sensorIds, heardBy, counters } = this.#table
    const before = sensorIds[place]
    if (before === sensorId) return
    if (before !== undefined) this.#places.delete(before)
    if (sensorId !== undefined) this.#places.set(sensorId, place)
    sensorIds[place] = sensorId
    const others = ~(1 << (place & 31))
    const rows = Atomics.load(counters, ROWS_USED)
    for (let row = 0; row < rows; row++) heardBy[row * SENSOR_WORDS + (place >> 5)]! &= others
  }

  #rowOf(serial: number): number {
    const known = this.#rows.get(serial)
    if (known !== undefined) return known
    const row = this.#freeRows.pop() ?? Atomics.add(this.#table.counters, ROWS_USED, 1)
    if (row >= this.#table.capacity) throw new Error(`The track table of ${this.#table.capacity} rows is full`)
    this.#rows.set(serial, row)
    Atomics.add(this.#table.counters, TRACKS, 1)
    return row
  }

  #lock(row: number): number {
    Atomics.add(this.#table.lock, row, 1)
    return this.#table.head[0]! + 1
  }

  #unlock(row: number, revision: number): void {
    this.#table.revision[row] = revision
    Atomics.add(this.#table.lock, row, 1)
    this.#table.head[0] = revision
  }

  #writeTexts(row: number, { serial, claim }: Track, name: string | undefined, revision: number): void {
    const table = this.#table
    const { callSign } = claim
    const written = this.#texts.get(serial)
    if (written && written.name === name && written.callSign === callSign) return
    if (!written || written.name !== name) {
      table.nameLength[row] = writeText(table.names, row, NAME_BYTES, name)
      table.nameRevision[row] = revision
    }
    table.callSignLength[row] = writeText(table.callSigns, row, CALL_SIGN_BYTES, callSign)
    this.#texts.set(serial, { name, callSign })
  }

  #writeHeardBy(row: number, { contributors }: Track): void {
    const { heardBy } = this.#table
    const start = row * SENSOR_WORDS
    heardBy.fill(0, start, start + SENSOR_WORDS)
    for (const { sensorId } of contributors) {
      const place = this.#places.get(sensorId)
      if (place !== undefined) heardBy[start + (place >> 5)]! |= 1 << (place & 31)
    }
  }
}

const encoder = new TextEncoder()

/** Gives the bytes written: whole characters only. */
function writeText(column: Uint8Array, row: number, width: number, text: string | undefined): number {
  if (text === undefined) return 0
  const bytes = new Uint8Array(width)
  const { written } = encoder.encodeInto(text, bytes)
  column.set(bytes, row * width)
  return written
}
