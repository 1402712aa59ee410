import { degreesToRadians, type LatLon } from '@csii/model'
import { putBounded } from '../bounded.ts'

/** A cell is 0.02 degrees of latitude high: 1.2 nautical miles; and about as wide. */
const CELL_DEGREES = 0.02
const CELL_METRES = 2224
/** For how many scans' worth of looking the expectation stands. */
const CONFIDENCE = 8
/** Scans after which what was seen counts half. */
const HALF_LIFE = 60
/** Below this no water is ever as quiet, 1/m²: one plot in 2,000 km². */
const QUIETEST = 5e-10
/** A radar that sees 100 nautical miles has 25,000. */
const MOST_CELLS = 40_000

interface Cell {
  count: number
  seenAt: number
}

/**
 * How many false plots a sensor makes here in a scan, per square metre: learned from the plots that became part of no
 * confirmed track, by cells, each forgetting what is old (adaptive clutter map; Musicki and Evans 2008).
 */
export class ClutterMap {
  readonly #cells = new Map<number, Cell>()

  /** A plot at the place belonged to nothing. `scan` numbers the scans of this sensor. */
  count({ lat, lon }: LatLon, scan: number): void {
    const key = keyOf(lat, lon)
    const cell = this.#cells.get(key) ?? { count: 0, seenAt: scan }
    age(cell, scan)
    cell.count++
    putBounded(this.#cells, key, cell, MOST_CELLS)
  }

  /** Density at the place, 1/m², where it is `expected` as long as nothing else is known. */
  at({ lat, lon }: LatLon, scan: number, expected: number): number {
    const row = Math.floor(lat / CELL_DEGREES)
    const column = columnOf(lat, lon)
    let count = 0
    let scans = 0
    for (let r = row - 1; r <= row + 1; r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        const weight = r === row && c === column ? 1 : 0.5
        const cell = this.#cells.get(r * 100_003 + c)
        scans += weight * Math.min(scan, MEMORY)
        if (cell) {
          age(cell, scan)
          count += weight * cell.count
        }
      }
    }
    const area = CELL_METRES * CELL_METRES
    return Math.max(QUIETEST, (count + expected * area * CONFIDENCE * 5) / (area * (scans + CONFIDENCE * 5)))
  }
}

const MEMORY = HALF_LIFE / Math.LN2

function age(cell: Cell, scan: number): void {
  if (scan <= cell.seenAt) return
  cell.count *= Math.pow(0.5, (scan - cell.seenAt) / HALF_LIFE)
  cell.seenAt = scan
}

const columnOf = (lat: number, lon: number): number =>
  Math.floor((lon * Math.cos(degreesToRadians(lat))) / CELL_DEGREES)
const keyOf = (lat: number, lon: number): number => Math.floor(lat / CELL_DEGREES) * 100_003 + columnOf(lat, lon)
