import { DamagedPack, type Coder } from './coder.ts'
import { lengthOf, NumberModel } from './number-model.ts'
import { Quantity } from './quantity.ts'
import { MOST_PLOTS, type FlatPlot } from './receipt.ts'

/** How long after its time of validity an object's plots come. */
export class Lag {
  isNew = true
  /** Smoothed, milliseconds. */
  milliseconds = 0
  /** Steps by which the last expectations missed, smoothed. */
  miss = 0
}

/** Lengths of a miss that are told apart, and the first plot of an object. */
const CONTEXTS = 16
const FIRST = CONTEXTS

/** When a plot came: as long after its time as the object's plots usually do. */
export class ReceiptModel {
  readonly #times: Times
  /** Lag of the objects so far, milliseconds. */
  #usual = 0

  constructor(coder: Coder, sorted: readonly FlatPlot[]) {
    const instants = instantsOf(sorted)
    // A zero may have a sign, and what is no number is in no order.
    const isOdd = instants.some((instant) => instant === 0 || Number.isNaN(instant))
    const isShared = !isOdd && instants.length * 2 <= sorted.length
    const flag = coder.bit(coder.allocate(1), isShared ? 1 : 0)
    this.#times = flag === 1 ? new SharedTimes(coder, instants) : new OwnTimes(coder, sorted)
  }

  code(receivedAt: number, time: number, lag: Lag): number {
    const expected = time + (lag.isNew ? this.#usual : lag.milliseconds)
    const context = lag.isNew ? FIRST : Math.min(lengthOf(Math.min(Math.round(lag.miss * 2), 2 ** 40)), CONTEXTS - 1)
    const read = this.#times.code(receivedAt, expected, context)
    const { miss } = this.#times
    if (lag.isNew) {
      lag.milliseconds = read - time
      lag.miss = miss
      this.#usual += (lag.milliseconds - this.#usual) * 0.1
      lag.isNew = false
    } else {
      lag.milliseconds += (read - time - lag.milliseconds) * 0.25
      lag.miss += (miss - lag.miss) * 0.3
    }
    return read
  }
}

interface Times {
  code(receivedAt: number, expected: number, context: number): number
  /** Steps between the last time and what was expected. */
  readonly miss: number
}

/** Where each plot comes by itself. */
class OwnTimes implements Times {
  readonly #times: Quantity

  constructor(coder: Coder, plots: readonly FlatPlot[]) {
    this.#times = new Quantity(coder, plots.map(({ receivedAt }) => receivedAt), CONTEXTS + 1)
  }

  get miss(): number {
    return this.#times.lastDistance
  }

  code(receivedAt: number, expected: number, context: number): number {
    return this.#times.code(receivedAt, expected, context)
  }
}

/** Where many come at a time, the moments at which any came are written once, in order, and called by their number. */
class SharedTimes implements Times {
  readonly #instants: Float64Array
  readonly #misses: NumberModel
  miss = 0

  constructor(coder: Coder, instants: readonly number[]) {
    this.#instants = codeInstants(coder, instants)
    this.#misses = new NumberModel(coder, CONTEXTS + 1)
  }

  code(receivedAt: number, expected: number, context: number): number {
    const near = this.#firstFrom(expected)
    const distance = this.#misses.signed(this.#firstFrom(receivedAt) - near, context)
    this.miss = Math.abs(distance)
    const read = this.#instants[near + distance]
    if (read === undefined) throw new DamagedPack('a plot came at no time')
    return read
  }

  #firstFrom(time: number): number {
    let [from, to] = [0, this.#instants.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#instants[middle]! < time) from = middle + 1
      else to = middle
    }
    return from
  }
}

function codeInstants(coder: Coder, instants: readonly number[]): Float64Array {
  const times = new Quantity(coder, instants, 2)
  const count = new NumberModel(coder).unsigned(instants.length)
  if (count > MOST_PLOTS) throw new DamagedPack('it says that plots came at more moments than there can be plots')
  const read: number[] = []
  while (read.length < count) {
    const at = read.length
    read.push(times.code(instants[at] ?? 0, read[at - 1] ?? 0, at === 0 ? 1 : 0))
  }
  return Float64Array.from(read)
}

/** The different times of receipt of plots that are sorted by it. */
function instantsOf(sorted: readonly FlatPlot[]): readonly number[] {
  const instants: number[] = []
  for (const { receivedAt } of sorted) if (receivedAt !== instants.at(-1)) instants.push(receivedAt)
  return instants
}
