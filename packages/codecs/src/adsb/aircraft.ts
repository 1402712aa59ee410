import type { LatLon, Station, Timestamp } from '@csii/model'
import type { Cpr } from './cpr.ts'

/** Half a position, as it was heard. */
export interface Half {
  readonly cpr: Cpr
  readonly time: Timestamp
}

/** The newest even and odd half, of positions in the air or on the ground: the two do not go together. */
export interface Halves {
  even?: Half | undefined
  odd?: Half | undefined
}

export interface Fix {
  readonly position: LatLon
  readonly time: Timestamp
}

export interface Movement {
  readonly speed?: number
  readonly courseDeg?: number
  readonly headingDeg?: number
  readonly time: Timestamp
}

/** What is remembered of one aircraft, because each of its messages says only a part. */
export interface Aircraft {
  heardAt: Timestamp
  airborne: Halves
  surface: Halves
  /** Where it was last, if believed. */
  fix?: Fix | undefined
  /** Positions in a row that contradict where it was. */
  contradictions: number
  movement?: Movement
  station?: Station
  version: number
  nac_p?: number
  /** When it was last heard, and last heard where it is, as documents have told. */
  toldAt?: Timestamp
  placedAt?: Timestamp
  /** What an operation status says of headings. */
  isHeadingTrue: boolean
  isTrackHeading: boolean
}

/** Aircraft within the horizon of one receiver are a few hundred; of a network that shares one stream some thousand. */
const MOST_AIRCRAFT = 16_384

/** The aircraft that one stream speaks of; when they are too many, those unheard for longest are forgotten. */
export class AircraftTable {
  readonly #capacity: number
  readonly #aircraft = new Map<number, Aircraft>()

  constructor(capacity = MOST_AIRCRAFT) {
    this.#capacity = capacity
  }

  get size(): number {
    return this.#aircraft.size
  }

  /** The aircraft with this number, heard at this time; a blank one where it was not known. */
  hear(key: number, time: Timestamp): Aircraft {
    const known = this.#aircraft.get(key)
    if (known) {
      // The oldest come first in a Map: who is heard goes to its end.
      if (Math.abs(time - known.heardAt) > REORDER) {
        this.#aircraft.delete(key)
        this.#aircraft.set(key, known)
        known.heardAt = time
      }
      return known
    }
    if (this.#aircraft.size >= this.#capacity) for (const oldest of this.#aircraft.keys()) {
      this.#aircraft.delete(oldest)
      break
    }
    const blank = blankAircraft(time)
    this.#aircraft.set(key, blank)
    return blank
  }

  /** The aircraft, if it was heard within the last minute. */
  lately(key: number, time: Timestamp): Aircraft | undefined {
    const known = this.#aircraft.get(key)
    return known && Math.abs(time - known.heardAt) < LATELY ? known : undefined
  }
}

const REORDER = 1000
const LATELY = 60_000

const blankAircraft = (time: Timestamp): Aircraft => ({
  heardAt: time, airborne: {}, surface: {}, contradictions: 0, version: 0, isHeadingTrue: false, isTrackHeading: false,
})
