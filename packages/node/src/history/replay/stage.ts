import type { Contact } from '@csii/contract'
import type { Track } from '@csii/model'
import { contactOf } from '../../pipeline/contact.ts'
import { TableWriter } from '../../pipeline/table-writer.ts'
import { allocateTable, openTable, type TrackTable } from '../../pipeline/track-table.ts'

/** Removals that a viewer may have missed between two pictures; who missed more is sent the picture whole. */
const RING = 1024

/** A small track table that shows one moment after another of one run of the pipeline. */
export class Stage {
  readonly run: number
  readonly table: TrackTable
  readonly #writer: TableWriter
  readonly #shown = new Map<number, Contact>()

  constructor(run: number, capacity: number) {
    this.run = run
    this.table = openTable(allocateTable(capacity, [], RING))
    this.#writer = new TableWriter(this.table)
  }

  /** Whether these fit: tracks of the same run, and not too many. */
  holds(run: number, tracks: number): boolean {
    return this.run === run && tracks <= this.table.capacity
  }

  /** Shows these tracks and no others. Only what differs from what stood here is written. */
  show(tracks: readonly Track[]): void {
    const shown = new Set(tracks.map(({ serial }) => serial))
    for (const serial of this.#shown.keys()) {
      if (shown.has(serial)) continue
      this.#writer.remove({ serial })
      this.#shown.delete(serial)
    }
    for (const track of tracks) {
      const contact = contactOf(track)
      if (isSame(contact, this.#shown.get(track.serial))) continue
      this.#writer.put(track)
      this.#shown.set(track.serial, contact)
    }
  }
}

function isSame(contact: Contact, before: Contact | undefined): boolean {
  if (!before) return false
  const [ours, theirs] = [Object.entries(contact), Object.entries(before)]
  return ours.length === theirs.length && ours.every(([name, value], index) => theirs[index]![0] === name && theirs[index]![1] === value)
}

/** The run in a track's id `run.serial`. */
export const runOf = ({ id }: Pick<Track, 'id'>): number => Number(id.slice(0, id.indexOf('.')))
