import { degreesToRadians, type LatLon } from '@csii/model'
import { putBounded } from '../bounded.ts'

/** Three nautical miles. */
const CELL_DEGREES = 0.05
/** What a coastal radar is taken to see before it has shown what it sees. */
const EXPECTED = 0.85
/** For how many looks that stands against what it shows. */
const CONFIDENCE = 6
/** Looks after which what was learned counts half. */
const MEMORY = 400
/** A radar that sees 100 nautical miles has 4000. */
const MOST_CELLS = 40_000

interface Cell {
  seen: number
  looks: number
}

/** How often a sensor sees what is there, by place: learned from tracks that are known to be there. */
export class DetectionMap {
  readonly #cells = new Map<number, Cell>()

  learn(lat: number, lon: number, isSeen: boolean): void {
    const key = keyOf(lat, lon)
    const cell = this.#cells.get(key) ?? { seen: 0, looks: 0 }
    if (cell.looks >= MEMORY) {
      cell.seen /= 2
      cell.looks /= 2
    }
    cell.looks++
    if (isSeen) cell.seen++
    putBounded(this.#cells, key, cell, MOST_CELLS)
  }

  /** Probability that an object there is seen when the sensor looks: 0 to 1. */
  at({ lat, lon }: LatLon): number {
    const cell = this.#cells.get(keyOf(lat, lon))
    if (!cell) return EXPECTED
    return (cell.seen + EXPECTED * CONFIDENCE) / (cell.looks + CONFIDENCE)
  }
}

const keyOf = (lat: number, lon: number): number =>
  Math.floor(lat / CELL_DEGREES) * 100_003 + Math.floor((lon * Math.cos(degreesToRadians(lat))) / CELL_DEGREES)
