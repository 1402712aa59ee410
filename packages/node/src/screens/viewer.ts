import { DELTA, SNAPSHOT, type PictureRequest } from '@csii/contract'
import { contains, type Box } from '@csii/geo'
import {
  createRowCopy, headOf, readRow, removalsBetween, rowsUsed, tracksHeld, type RowCopy,
} from '../pipeline/table-reader.ts'
import { PLACED, type TrackTable } from '../pipeline/track-table.ts'
import type { FrameBuilder } from './frame-builder.ts'

/** Nothing is held yet. */
const NEVER = -1

/**
 * Follows the table for one client: what it looks at, and what it holds of it.
 *
 * `revision` is how far the client is, and `known` has a bit for each row that it holds. Rows written while we look,
 * later than `head`, wait for the next frame: so each frame brings the client exactly to the table as of `head`.
 */
export class Viewer {
  readonly #table: TrackTable
  readonly #epoch: number
  readonly #builder: FrameBuilder
  readonly #known: Uint32Array
  /**
   * Rows that were being written when we came by, and of which nobody can say whether the client holds them, because
   * it resumes, or whether it holds their name. Next time they are told in full.
   */
  readonly #doubtful = new Set<number>()
  readonly #row = createRowCopy()
  #held = 0
  #view: Box = { west: 0, south: 0, east: 0, north: 0 }
  #revision = NEVER
  #isResuming = false
  #hasMoved = false

  constructor(table: TrackTable, epoch: number, builder: FrameBuilder) {
    this.#table = table
    this.#epoch = epoch
    this.#builder = builder
    this.#known = new Uint32Array(Math.ceil(table.capacity / 32))
  }

  /** The client looks elsewhere. `resume`, what it holds already, counts only before the first frame. */
  look(view: Box, resume?: PictureRequest['resume']): void {
    this.#view = view
    this.#hasMoved = true
    // What the client holds is known for the view it resumes with only.
    if (this.#isResuming) this.#startAfresh()
    if (resume?.epoch !== this.#epoch || this.#revision !== NEVER || resume.revision > headOf(this.#table)) return
    this.#revision = resume.revision
    this.#isResuming = true
  }

  /** The frame that brings the client up to date, and whether there was anything to tell. */
  next(nodeTime: number): { readonly frame: Uint8Array; readonly isEmpty: boolean } {
    const table = this.#table
    const builder = this.#builder
    builder.clear()
    const head = headOf(table)
    if (this.#revision === NEVER || !this.#removeGone(head)) this.#startAfresh()
    const kind = this.#revision === NEVER ? SNAPSHOT : DELTA
    const looksEverywhere = kind === SNAPSHOT || this.#hasMoved
    const rows = rowsUsed(table)
    for (let at = 0; at < rows; at++) {
      if (looksEverywhere || table.revision[at]! > this.#revision) this.#showRow(at, head)
    }
    this.#revision = head
    this.#isResuming = this.#hasMoved = false
    const totals = { tracksTotal: tracksHeld(table), tracksInView: this.#held }
    const frame = builder.build({ kind, epoch: this.#epoch, revision: head, nodeTime, ...totals })
    return { frame, isEmpty: builder.isEmpty && kind === DELTA }
  }

  #removeGone(head: number): boolean {
    return removalsBetween(this.#table, this.#revision, head, (serial, at) => {
      if (!this.#knows(at) && !this.#isResuming && this.#doubtful.size === 0) return
      this.#builder.remove(serial)
      this.#setKnown(at, false)
    })
  }

  #startAfresh(): void {
    this.#known.fill(0)
    this.#doubtful.clear()
    this.#held = 0
    this.#revision = NEVER
    this.#isResuming = false
  }

  #showRow(at: number, head: number): void {
    const row = this.#row
    const isTaken = readRow(this.#table, at, row)
    const isDoubtful = this.#isResuming || this.#doubtful.has(at)
    if (row.revision > head) {
      if (isDoubtful || row.nameRevision > this.#revision) this.#doubtful.add(at)
      return
    }
    this.#doubtful.delete(at)
    if (!isTaken) return
    const isNews = row.revision > this.#revision
    if (row.state !== PLACED || !this.#isInView(row)) {
      if (this.#knows(at) || (isDoubtful && isNews)) this.#builder.remove(row.contactView.getUint32(0, true))
      return this.#setKnown(at, false)
    }
    const isHeld = this.#knows(at) || (this.#isResuming && !isNews)
    const withName = isDoubtful || !isHeld || row.nameRevision > this.#revision
    if (!isHeld || isNews) this.#builder.contact(row, withName)
    this.#setKnown(at, true)
  }

  #isInView({ contactView }: RowCopy): boolean {
    return contains(this.#view, contactView.getInt32(8, true) / 1e7, contactView.getInt32(12, true) / 1e7)
  }

  #knows(at: number): boolean {
    return (this.#known[at >> 5]! & (1 << (at & 31))) !== 0
  }

  #setKnown(at: number, isKnown: boolean): void {
    if (this.#knows(at) === isKnown) return
    this.#known[at >> 5]! ^= 1 << (at & 31)
    this.#held += isKnown ? 1 : -1
  }
}
