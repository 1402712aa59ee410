/**
 * The column of each row, −1 for a row without one, such that as many pairs as possible cost least together: the
 * rectangular linear assignment problem by shortest augmenting paths (Jonker and Volgenant 1987, in the form of Crouse,
 * "On implementing 2D rectangular assignment algorithms", IEEE TAES 52(4), 2016). Exact; at most cubic in the smaller
 * side. `cost` lies row by row and holds finite numbers of any sign. Among equally short paths one that ends at a free
 * column is taken, and otherwise the lowest column, as other implementations do: equal costs then give equal pairs.
 */
export function assign(cost: Float64Array, rows: number, columns: number): Int32Array {
  if (cost.length !== rows * columns) throw new Error(`${cost.length} costs are not ${rows} by ${columns}`)
  if (rows <= columns) return new Assignment(cost, rows, columns).solve()
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Assignment(transposed(cost, rows, columns), columns, rows).solve()
  for (let column = 0; column < columns; column++) columnOf[rowOf[column]!] = column
  return columnOf
}

function transposed(cost: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(cost.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = cost[row * columns + column]!
  }
  return turned
}

/** One problem under way. Rows are not more than columns, so every row gets one. */
class Assignment {
  readonly #cost: Float64Array
  readonly #rows: number
  readonly #columns: number
  readonly #columnOf: Int32Array
  readonly #rowOf: Int32Array
  /** The dual variables. */
  readonly #rowPrice: Float64Array
  readonly #columnPrice: Float64Array
  /** Of the search for one row: the cost to each column, the row before it, the columns yet open, the rows reached. */
  readonly #pathCost: Float64Array
  readonly #before: Int32Array
  readonly #open: Int32Array
  readonly #reached: number[] = []

  constructor(cost: Float64Array, rows: number, columns: number) {
    this.#cost = cost
    this.#rows = rows
    this.#columns = columns
    this.#columnOf = new Int32Array(rows).fill(-1)
    this.#rowOf = new Int32Array(columns).fill(-1)
    this.#rowPrice = new Float64Array(rows)
    this.#columnPrice = new Float64Array(columns)
    this.#pathCost = new Float64Array(columns)
    this.#before = new Int32Array(columns)
    this.#open = new Int32Array(columns)
  }

  solve(): Int32Array {
    for (let row = 0; row < this.#rows; row++) this.#augment(row)
    return this.#columnOf
  }

  /** Finds the cheapest way to give this row a column too, by moving others, and goes it. */
  #augment(start: number): void {
    const { end, length, openCount } = this.#search(start)
    this.#rowPrice[start]! += length
    for (const row of this.#reached) {
      if (row !== start) this.#rowPrice[row]! += length - this.#pathCost[this.#columnOf[row]!]!
    }
    for (let index = openCount; index < this.#columns; index++) {
      const column = this.#open[index]!
      this.#columnPrice[column]! -= length - this.#pathCost[column]!
    }
    for (let column = end; ;) {
      const row = this.#before[column]!
      const given = this.#columnOf[row]!
      this.#rowOf[column] = row
      this.#columnOf[row] = column
      if (row === start) return
      column = given
    }
  }

  /** Dijkstra's search over reduced costs. Reached columns are moved behind the first `openCount` of `#open`. */
  #search(start: number): { end: number; length: number; openCount: number } {
    const columns = this.#columns
    this.#reached.length = 0
    this.#pathCost.fill(Infinity)
    for (let index = 0; index < columns; index++) this.#open[index] = columns - 1 - index
    let length = 0
    for (let row = start, openCount = columns; ;) {
      this.#reached.push(row)
      const index = this.#extend(row, length, openCount)
      const column = this.#open[index]!
      length = this.#pathCost[column]!
      openCount--
      this.#open[index] = this.#open[openCount]!
      this.#open[openCount] = column
      if (this.#rowOf[column] === -1) return { end: column, length, openCount }
      row = this.#rowOf[column]!
    }
  }

  /** Shortens the ways to open columns by this row, and gives the index of the nearest of them. */
  #extend(row: number, length: number, openCount: number): number {
    let nearest = -1
    let lowest = Infinity
    for (let index = 0; index < openCount; index++) {
      const column = this.#open[index]!
      const cost = this.#cost[row * this.#columns + column]!
      const way = length + cost - this.#rowPrice[row]! - this.#columnPrice[column]!
      if (way < this.#pathCost[column]!) {
        this.#pathCost[column] = way
        this.#before[column] = row
      }
      const known = this.#pathCost[column]!
      if (known < lowest || (known === lowest && this.#rowOf[column] === -1)) {
        lowest = known
        nearest = index
      }
    }
    if (lowest === Infinity) throw new Error(`row ${row} has a cost that is not finite`)
    return nearest
  }
}
