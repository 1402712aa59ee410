import type { LatLon, Timestamp } from '@csii/model'

/** A quarter of a degree: what one receiver hears is a few of them. */
const CELL_DEGREES = 0.25
const REMEMBERED = 1_800_000
/** Of the reports sent where reports are heard, so many are received. */
const RECEPTION = 0.9

/** Where reports were heard lately: what a tracker knows of reception when nobody tells it more. */
export class HearingMap {
  readonly #cells = new Map<number, Timestamp>()

  hear({ lat, lon }: LatLon, time: Timestamp): void {
    this.#cells.set(keyOf(Math.floor(lat / CELL_DEGREES), Math.floor(lon / CELL_DEGREES)), time)
  }

  at({ lat, lon }: LatLon, now: Timestamp): number {
    const row = Math.floor(lat / CELL_DEGREES)
    const column = Math.floor(lon / CELL_DEGREES)
    for (let r = row - 1; r <= row + 1; r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        const heardAt = this.#cells.get(keyOf(r, c))
        if (heardAt !== undefined && Math.abs(now - heardAt) < REMEMBERED) return RECEPTION
      }
    }
    return 0
  }
}

const keyOf = (row: number, column: number): number => row * 10_000 + column
