import type { JournalRow } from '../journal/journal-row.ts'
import { LatestTracks } from './latest-tracks.ts'
import { hourOf, Period, type PeriodLimits } from './period.ts'

/** What is durable in the journal and not in chunks yet: the hour under way, and what waits to be packed. */
export class Periods {
  readonly #limits: PeriodLimits
  readonly #latest: LatestTracks
  readonly #closed: Period[] = []
  #open = new Period()

  constructor(limits: PeriodLimits, latest = new LatestTracks()) {
    this.#limits = limits
    this.#latest = latest
  }

  get latest(): LatestTracks {
    return this.#latest
  }

  /** Oldest first. */
  get all(): readonly Period[] {
    return [...this.#closed, this.#open]
  }

  get next(): Period | undefined {
    return this.#closed[0]
  }

  get sizes() {
    const sum = (of: (period: Period) => number) => this.all.reduce((total, period) => total + of(period), 0)
    return { plots: sum(({ plots }) => plots), bytes: sum(({ bytes }) => bytes), periods: this.#closed.length }
  }

  add(row: JournalRow): void {
    if (!this.#open.hasRoomFor(row, this.#limits)) this.close()
    this.#open.add(row, this.#latest)
  }

  /** Its hour is over: nothing comes any more. */
  closeBefore(time: number): void {
    if (hourOf(time) > hourOf(this.#open.lastAt)) this.close()
  }

  close(): void {
    if (this.#open.plots === 0 && this.#open.states.size === 0 && this.#open.bytes === 0) return
    this.#open.keyframe = this.#latest.all()
    this.#closed.push(this.#open)
    this.#open = new Period()
  }

  /** The first closed one is in chunks. */
  drop(): void {
    this.#closed.shift()
  }
}
