import type { LatLon, Station, Timestamp } from '@csii/model'
import type { Cpr } from './cpr.ts'
import type { ModeSMessage } from './message.ts'

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

/** Addresses that are none of ICAO's have numbers beyond those. */
export const keyOf = (icao: number, isOther: boolean): number => icao + (isOther ? 2 ** 24 : 0)

/**
 * * The sender of a message. Where the address is laid over the parity, and with a radar's code laid over it, damage
 * passes for another address: such a message only counts when the address was proven within the last minute.
 */
export function hearSender(table: AircraftTable, message: ModeSMessage, time: Timestamp): Aircraft | undefined {
  const key = keyOf(message.icao, 'address_is_other' in message)
  const isProven = message.df === 17 || message.df === 18 || (message.df === 11 && message.interrogator === 0)
  return isProven ? table.hear(key, time) : table.lately(key, time)
}

const REORDER = 1000
const LATELY = 60_000

const blankAircraft = (time: Timestamp): Aircraft => ({
  heardAt: time, airborne: {}, surface: {}, contradictions: 0, version: 0, isHeadingTrue: false, isTrackHeading: false,
})
