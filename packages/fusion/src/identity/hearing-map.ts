import type { LatLon, Timestamp } from '@csii/model'
import { putBounded } from '../bounded.ts'

/** A quarter of a degree: what one receiver hears is a few of them. */
const CELL_DEGREES = 0.25
/** For so long after the last report from there, ms. */
const REMEMBERED = 1_800_000
/** Of the reports sent where reports are heard, so many are received. */
const RECEPTION = 0.9
/** Nothing from anybody for so many usual gaps, and for so long at least, ms: the receiver is deaf, or off. */
const GAPS = 10
const SHORTEST_OUTAGE = 30_000
/** How fast the usual gap follows. */
const SMOOTHING = 0.1
/** Of the million on earth: more than all coasts have. */
const MOST_CELLS = 40_000

interface Cell {
  heardAt: Timestamp
  /** Usual milliseconds between reports from here. */
  gap: number
  /** When reports came again after an outage. */
  resumedAt: Timestamp
}

/** Where reports were heard lately: what a tracker knows of reception when nobody tells it more. */
export class HearingMap {
  readonly #cells = new Map<number, Cell>()

  hear(position: LatLon, time: Timestamp): void {
    const row = Math.floor(position.lat / CELL_DEGREES)
    const column = Math.floor(position.lon / CELL_DEGREES)
    const cell = this.#cells.get(keyOf(row, column)) ?? this.#begin(keyOf(row, column), time)
    const isQuiet = time - cell.heardAt > SHORTEST_OUTAGE
    if (isQuiet && this.#isOutage(this.#around(position), time)) cell.resumedAt = time
    const gap = Math.max(0, time - cell.heardAt)
    if (gap < SHORTEST_OUTAGE) cell.gap += SMOOTHING * (gap - cell.gap)
    // A clock that was ahead and has been set would keep the place from being heard.
    cell.heardAt = cell.heardAt - time > REMEMBERED ? time : Math.max(cell.heardAt, time)
  }

  #begin(key: number, time: Timestamp): Cell {
    const cell = { heardAt: time, gap: 60_000, resumedAt: -Infinity }
    putBounded(this.#cells, key, cell, MOST_CELLS)
    return cell
  }

  at(position: LatLon, now: Timestamp): number {
    const cells = this.#around(position)
    if (!cells.some(({ heardAt }) => Math.abs(now - heardAt) < REMEMBERED)) return 0
    return this.#isOutage(cells, now) ? 0 : RECEPTION
  }

  resumedAt(position: LatLon): Timestamp {
    return this.#around(position).reduce((latest, cell) => Math.max(latest, cell.resumedAt), -Infinity)
  }

  #isOutage(cells: readonly Cell[], now: Timestamp): boolean {
    const newest = cells.reduce((latest, { heardAt }) => Math.max(latest, heardAt), -Infinity)
    const rate = cells.reduce((sum, { gap }) => sum + 1 / Math.max(1, gap), 0)
    return now - newest > Math.max(SHORTEST_OUTAGE, GAPS / rate)
  }

  #around({ lat, lon }: LatLon): Cell[] {
    const row = Math.floor(lat / CELL_DEGREES)
    const column = Math.floor(lon / CELL_DEGREES)
    const cells: Cell[] = []
    for (let r = row - 1; r <= row + 1; r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        const cell = this.#cells.get(keyOf(r, c))
        if (cell) cells.push(cell)
      }
    }
    return cells
  }
}

const keyOf = (row: number, column: number): number => row * 10_000 + column
