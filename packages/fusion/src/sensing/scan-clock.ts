/** The newest gaps, from which it learns. */
const KEPT = 31
/** Most gaps between two sightings of one object are one turn; a few are two or more, or a plot too many. */
const QUANTILE = 0.3

/** Learns how long a sensor takes from one look at an object to the next, from the gaps between its sightings. */
export class ScanClock {
  readonly #gaps: number[] = []
  #next = 0
  #period: number
  #isKnown: boolean

  /** @param period seconds, where it is known or guessed */
  constructor(period: number, isKnown = false) {
    this.#period = period
    this.#isKnown = isKnown
  }

  /** Whether it was told, or has shown. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  /** Seconds. */
  get period(): number {
    return this.#period
  }

  /** @param gap seconds between two sightings of one object by this sensor */
  learn(gap: number): void {
    if (gap < SHORTEST || gap > LONGEST) return
    this.#gaps[this.#next++ % KEPT] = gap
    if (this.#next % 8 !== 0) return
    const sorted = this.#gaps.toSorted((a, b) => a - b)
    this.#period = sorted[Math.floor(sorted.length * QUANTILE)]!
    this.#isKnown = true
  }
}

/** Turns shorter or longer than these no such sensor has, s. */
const SHORTEST = 0.2
const LONGEST = 60
