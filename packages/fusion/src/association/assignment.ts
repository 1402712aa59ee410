/** Above this many cells (rows × columns) the search for a better assignment is cut short. */
export const EXACT_CELLS = 40_000
/** How many others a row may push aside, in a chain, where the search is cut short. */
const SHORT_CHAIN = 24
/** Rows and columns for which there is room from the start. */
const ROOM = 64

/**
 * Gives each row (a track) one column (a plot) or none, at the least cost in total: shortest augmenting paths over
 * prices (Jonker, Volgenant 1987; Crouse 2016, "On implementing 2D rectangular assignment algorithms"), where each row
 * may end a path by going without. Among equals the lowest column wins, and a column wins over none. Exact up to
 * `EXACT_CELLS`. Above, a path ends after `SHORT_CHAIN` steps at the best end seen so far: still a valid assignment, in
 * time that grows with the cells only; not always at the least cost, but within 2 % of it where objects lie on water as
 * far apart as their errors. Memory is kept from one call to the next.
 */
export class Assigner {
  readonly #exactCells: number
  #rowPrice = new Float64Array(ROOM)
  #columnPrice = new Float64Array(ROOM)
  /** Which row holds each column: -1 for none. */
  #holder = new Int32Array(ROOM)
  /** Of the path that is being searched: how far each column is, and the row it is reached from. */
  #distance = new Float64Array(ROOM)
  #from = new Int32Array(ROOM)
  /** Columns still to be passed in their first part, those that were passed behind them, last passed first. */
  #order = new Int32Array(ROOM)

  constructor(exactCells = EXACT_CELLS) {
    this.#exactCells = exactCells
  }

  /**
   * `cost` holds the rows one after another; `Infinity` where a row cannot have a column. A row without a column costs
   * its `missCost`, which is finite; a column without a row costs nothing. Fills `out` with the column of each row, or
   * -1, and gives the total.
   */
  solve(cost: Float64Array, rows: number, columns: number, missCost: Float64Array, out: Int32Array): number {
    this.#makeRoom(rows, columns)
    const isContested = this.#takeCheapest(cost, rows, columns, missCost, out)
    if (isContested) {
      const longest = rows * columns <= this.#exactCells ? rows : SHORT_CHAIN
      for (let row = 0; row < rows; row++) {
        if (out[row] === UNDECIDED) this.#enter(row, { cost, columns, missCost, out, longest })
      }
    }
    let total = 0
    for (let row = 0; row < rows; row++) total += out[row]! < 0 ? missCost[row]! : cost[row * columns + out[row]!]!
    return total
  }

  #makeRoom(rows: number, columns: number): void {
    if (rows > this.#rowPrice.length) this.#rowPrice = new Float64Array(2 * rows)
    if (columns <= this.#columnPrice.length) return
    this.#columnPrice = new Float64Array(2 * columns)
    this.#distance = new Float64Array(2 * columns)
    this.#holder = new Int32Array(2 * columns)
    this.#from = new Int32Array(2 * columns)
    this.#order = new Int32Array(2 * columns)
  }

  /** Each row takes what is cheapest for it. True when two wanted one column: the later is left `UNDECIDED`. */
  #takeCheapest(cost: Float64Array, rows: number, columns: number, missCost: Float64Array, out: Int32Array): boolean {
    const holder = this.#holder
    let isContested = false
    for (let column = 0; column < columns; column++) {
      holder[column] = -1
      this.#columnPrice[column] = 0
    }
    for (let row = 0, cell = 0; row < rows; row++) {
      let best = -1
      let least = missCost[row]!
      for (let column = 0; column < columns; column++, cell++) {
        const price = cost[cell]!
        if (price < least || (best < 0 && price === least)) {
          least = price
          best = column
        }
      }
      this.#rowPrice[row] = least
      if (best >= 0 && holder[best]! >= 0) {
        out[row] = UNDECIDED
        isContested = true
      } else {
        out[row] = best
        if (best >= 0) holder[best] = row
      }
    }
    return isContested
  }

  /** Finds the cheapest chain by which a row comes in: it takes a column, whose holder takes another, and so on. */
  #enter(start: number, { cost, columns, missCost, out, longest }: Problem): void {
    const [rowPrice, columnPrice, holder] = [this.#rowPrice, this.#columnPrice, this.#holder]
    const [distance, from, order] = [this.#distance, this.#from, this.#order]
    for (let column = 0; column < columns; column++) {
      distance[column] = Infinity
      order[column] = column
    }
    rowPrice[start] = 0
    let [row, reached, left] = [start, 0, columns]
    let [without, leastWithout] = [start, Infinity]
    for (;;) {
      const missed = reached + missCost[row]! - rowPrice[row]!
      if (missed < leastWithout) [without, leastWithout] = [row, missed]
      const base = reached - rowPrice[row]!
      let nearest = -1
      let least = Infinity
      for (let place = 0, cells = row * columns; place < left; place++) {
        const column = order[place]!
        const through = base + cost[cells + column]! - columnPrice[column]!
        if (through < distance[column]!) {
          distance[column] = through
          from[column] = row
        }
        const far = distance[column]!
        if (far < least || (far === least && nearest >= 0 && column < order[nearest]!)) {
          least = far
          nearest = place
        }
      }
      if (nearest < 0 || least > leastWithout) {
        this.#settle(start, columns, left, leastWithout, out)
        return this.#giveUp(start, without, out)
      }
      const column = order[nearest]!
      if (holder[column]! < 0) {
        this.#settle(start, columns, left, least, out)
        return this.#pass(start, column, out)
      }
      if (columns - left >= longest) {
        this.#settle(start, columns, left, reached, out)
        const free = this.#nearestFree(left, leastWithout)
        return free < 0 ? this.#giveUp(start, without, out) : this.#pass(start, free, out)
      }
      order[nearest] = order[--left]!
      order[left] = column
      row = holder[column]!
      reached = least
    }
  }

  /** The column that nobody holds and that is nearer than going without. */
  #nearestFree(left: number, leastWithout: number): number {
    let free = -1
    let least = leastWithout
    for (let place = 0; place < left; place++) {
      const column = this.#order[place]!
      if (this.#holder[column]! >= 0 || this.#distance[column]! > least) continue
      least = this.#distance[column]!
      free = column
    }
    return free
  }

  /** Moves the prices so that no row would rather have another column than its own at these prices. */
  #settle(start: number, columns: number, left: number, length: number, out: Int32Array): void {
    this.#rowPrice[start]! += length
    for (let place = left; place < columns; place++) {
      const column = this.#order[place]!
      const slack = length - this.#distance[column]!
      this.#columnPrice[column]! -= slack
      this.#rowPrice[this.#holder[column]!]! += slack
    }
    out[start] = -1
  }

  /** A row gives its column to the one before it in the chain and goes without. */
  #giveUp(start: number, row: number, out: Int32Array): void {
    const column = out[row]!
    out[row] = -1
    if (row !== start) this.#pass(start, column, out)
  }

  /** Each row of the chain takes the column of the next; the last takes `column`. */
  #pass(start: number, column: number, out: Int32Array): void {
    for (let row = -1, taken = column; row !== start; ) {
      row = this.#from[taken]!
      const given = out[row]!
      out[row] = taken
      this.#holder[taken] = row
      taken = given
    }
  }
}

interface Problem {
  readonly cost: Float64Array
  readonly columns: number
  readonly missCost: Float64Array
  readonly out: Int32Array
  /** How many columns a search may pass. */
  readonly longest: number
}

/** In `out` while it is being filled. */
const UNDECIDED = -2
