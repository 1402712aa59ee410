import type { Plot } from '@csii/model'
import type { Scanner } from '../sensing/scanner.ts'
import type { Followed } from '../tracks/followed.ts'

/** So many numbers are kept however few tracks there are. */
const KEPT = 1024

/** By which numbers sensors follow which tracks. A number is the sensor's own, and it uses it again. */
export class Numbers {
  readonly #isThere: (track: Followed) => boolean
  readonly #tracks = new Map<string, Followed>()
  /** Numbers of objects that a person has said to be another: their plots go where the other is. */
  readonly #passed = new Set<string>()
  #purgeAt = KEPT

  constructor(isThere: (track: Followed) => boolean) {
    this.#isThere = isThere
  }

  trackOf(scanner: Scanner, plot: Plot): Followed | undefined {
    return plot.sensorTrack === undefined ? undefined : this.#tracks.get(keyOf(scanner, plot))
  }

  tie(scanner: Scanner, plot: Plot, track: Followed): void {
    if (plot.sensorTrack === undefined) return
    const key = keyOf(scanner, plot)
    if (this.#tracks.get(key) !== track) this.#passed.delete(key)
    this.#tracks.set(key, track)
    if (this.#tracks.size > this.#purgeAt) this.#purge()
  }

  /** The track that a person's word gives this number to. */
  passedTo(scanner: Scanner, plot: Plot): Followed | undefined {
    if (plot.sensorTrack === undefined || !this.#passed.has(keyOf(scanner, plot))) return undefined
    const track = this.trackOf(scanner, plot)
    return track && this.#isThere(track) ? track : undefined
  }

  /** What was the one's is the other's: of one sensor, or of all; for good where `isByWord`. Gives the numbers. */
  pass(from: Followed, to: Followed, scanner?: Scanner, isByWord = false): string[] {
    const numbers: string[] = []
    for (const [key, track] of this.#tracks) {
      if (track !== from || (scanner && !key.startsWith(`${scanner.index} `))) continue
      this.#tracks.set(key, to)
      if (isByWord) this.#passed.add(key)
      numbers.push(key)
    }
    return numbers
  }

  /** These are nobody's: their next plots are looked at afresh. */
  release(numbers: readonly string[]): void {
    for (const key of numbers) {
      this.#tracks.delete(key)
      this.#passed.delete(key)
    }
  }

  #purge(): void {
    for (const [key, track] of this.#tracks) if (!this.#isThere(track)) this.release([key])
    this.#purgeAt = Math.max(KEPT, 2 * this.#tracks.size)
  }
}

const keyOf = (scanner: Scanner, { sensorTrack }: Plot): string => `${scanner.index} ${sensorTrack}`
