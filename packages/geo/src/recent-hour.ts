import type { LatLon, Timestamp } from '@csii/model'
import { cellOf } from './cells.ts'

/** By what a sensor tells one object from another: an MMSI, an aircraft's address, its own track number. */
export type ObjectKey = string | number

export interface HeardInCell {
  readonly objects: number
  readonly plots: number
}

const PARTS = 12
const PART_MS = 3_600_000 / PARTS
/** Objects told apart, and sightings of them in cells. What is beyond is not counted: so many are never too few. */
const MOST_SIGHTINGS = 16_384
const MOST_CELLS = 4096
/** Degrees, about 500 m of latitude: an object that moved less than this is taken to be in the same cell. */
const STILL = 0.005

interface Sighting {
  cell: string
  lat: number
  lon: number
  part: number
}

interface RecentCell {
  /** In which part of time each object was last heard here. */
  readonly objects: Map<ObjectKey, number>
  readonly plots: number[]
}

/** What one sensor heard in the hour that ends now, to a twelfth of an hour. Bounded, whatever it is told. */
export class RecentHour {
  readonly #sightings = new Map<ObjectKey, Sighting>()
  readonly #cells = new Map<string, RecentCell>()
  /** For each part, whether the sensor was not listening at some moment of it, or nobody watched. */
  readonly #missed = Array<boolean>(PARTS).fill(true)
  #part: number | undefined
  #held = 0

  /** Gives the cell that the place is in. */
  hear(position: LatLon, object: ObjectKey | undefined, receivedAt: Timestamp): string {
    const part = this.#enter(receivedAt)
    const cell = object === undefined ? cellOf(position) : this.#cellAt(position, object, part)
    const recent = this.#cells.get(cell) ?? this.#begin(cell)
    if (!recent) return cell
    recent.plots[part % PARTS]!++
    const key = object ?? NAMELESS
    if (!recent.objects.has(key)) {
      if (this.#held >= MOST_SIGHTINGS) return cell
      this.#held++
    }
    recent.objects.set(key, part)
    return cell
  }

  tick(now: Timestamp, isListening: boolean): void {
    const part = this.#enter(now)
    if (!isListening) this.#missed[part % PARTS] = true
  }

  heardIn(cell: string): HeardInCell {
    const { objects, plots } = this.#cells.get(cell) ?? NOTHING
    return { objects: objects.size, plots: plots.reduce((sum, count) => sum + count, 0) }
  }

  /** Distinct objects, wherever they were; those without a key are one in each cell. */
  get objects(): number {
    let nameless = 0
    for (const { objects } of this.#cells.values()) if (objects.has(NAMELESS)) nameless++
    return this.#sightings.size + nameless
  }

  /** The share of the hour in which the sensor was listening, 0 to 1, in twelfths. */
  get listened(): number {
    return this.#missed.filter((missed) => !missed).length / PARTS
  }

  #cellAt(position: LatLon, key: ObjectKey, part: number): string {
    const before = this.#sightings.get(key)
    const { lat, lon } = position
    if (before && Math.abs(lat - before.lat) < STILL && Math.abs(lon - before.lon) < STILL) {
      before.part = part
      return before.cell
    }
    const cell = cellOf(position)
    if (before) Object.assign(before, { cell, lat, lon, part })
    else if (this.#sightings.size < MOST_SIGHTINGS) this.#sightings.set(key, { cell, lat, lon, part })
    return cell
  }

  #begin(cell: string): RecentCell | undefined {
    if (this.#cells.size >= MOST_CELLS) return undefined
    const recent = { objects: new Map<ObjectKey, number>(), plots: Array<number>(PARTS).fill(0) }
    this.#cells.set(cell, recent)
    return recent
  }

  /** The part of time that counts go to. Bytes are read a little after they came, and clocks are set back a little. */
  #enter(now: Timestamp): number {
    const next = Math.floor(now / PART_MS)
    const last = this.#part ?? next
    if (this.#part !== undefined && next <= last && last - next < PARTS) return last
    if (next <= last || next - last >= PARTS) this.#clear()
    else this.#empty(last + 1, next)
    this.#missed[next % PARTS] = false
    this.#part = next
    return next
  }

  #clear(): void {
    this.#sightings.clear()
    this.#cells.clear()
    this.#missed.fill(true)
    this.#held = 0
  }

  /** Makes room for the parts from one to another, and forgets what was last heard an hour before. */
  #empty(first: number, last: number): void {
    for (let part = first; part <= last; part++) {
      this.#missed[part % PARTS] = true
      for (const { plots } of this.#cells.values()) plots[part % PARTS] = 0
    }
    const oldest = last - PARTS + 1
    for (const [key, { part }] of this.#sightings) if (part < oldest) this.#sightings.delete(key)
    for (const [cell, { objects }] of this.#cells) {
      for (const [key, part] of objects) if (part < oldest && objects.delete(key)) this.#held--
      if (objects.size === 0) this.#cells.delete(cell)
    }
  }
}

/** No sensor's number for an object: those are printable. */
const NAMELESS = '\u0000'
const NOTHING: RecentCell = { objects: new Map(), plots: [] }
