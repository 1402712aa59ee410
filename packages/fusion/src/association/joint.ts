import { eachJointEvent, UNSEEN, type JointProblem } from './joint-events.ts'

/** A cluster of more tracks or plots is left to assignment. */
export const MOST_TRACKS = 8
export const MOST_PLOTS = 40
/** As is one with more joint events: they take about a millisecond. */
export const MOST_EVENTS = 20_000

export interface JointAssociation {
  /**
   * Row after row, `columns + 1` each: probability that the plot is of the track, given that there is an object; in the
   * last place, that none is. Each row sums to 1, or is 0 where there cannot be an object.
   */
  readonly association: Float64Array
  /** By row: probability, after this scan, that there is an object. */
  readonly existence: Float64Array
}

export interface JointOptions {
  /**
   * Keeps of the events that use the same tracks and plots only the likeliest, so that neighbours are not drawn
   * together (Blom, Bloem 2000, "Probabilistic data association avoiding track coalescence": JPDA*).
   */
  readonly keepsApart?: boolean
  readonly mostEvents?: number
}

/**
 * Marginal association probabilities and existence for one cluster, exact over all joint events (Mušicki, Evans 2004).
 * A track that no plot is of exists still with (1 − Pd·Pg) r / (1 − Pd·Pg·r). Undefined where the cluster is too large,
 * or where no event is possible: the caller assigns instead.
 */
export function associateJointly(problem: JointProblem, options: JointOptions = {}): JointAssociation | undefined {
  const { rows, columns } = problem
  const { keepsApart = false, mostEvents = MOST_EVENTS } = options
  if (rows > MOST_TRACKS || columns > MOST_PLOTS) return undefined
  const association = new Float64Array(rows * (columns + 1))
  let total = 0
  const add = (weight: number, columnOf: Int32Array) => {
    total += weight
    for (let row = 0; row < rows; row++) {
      const column = columnOf[row] === UNSEEN ? columns : columnOf[row]!
      association[row * (columns + 1) + column]! += weight
    }
  }
  const isWhole = keepsApart ? eachLikeliestEvent(problem, mostEvents, add) : eachJointEvent(problem, mostEvents, add)
  if (!isWhole || !(total > 0)) return undefined
  return { association, existence: existenceAfter(problem, association, total) }
}

/** Visits of all events that give plots of one set to tracks of one set the likeliest, the first among equals. */
function eachLikeliestEvent(
  problem: JointProblem,
  mostEvents: number,
  visit: (weight: number, columnOf: Int32Array) => void,
): boolean {
  const likeliest = new Map<number, { weight: number; columnOf: Int32Array }>()
  const bitOf = Float64Array.from({ length: problem.columns }, (_, column) => 2 ** (column + MOST_TRACKS))
  const isWhole = eachJointEvent(problem, mostEvents, (weight, columnOf) => {
    let set = 0
    for (let row = 0; row < columnOf.length; row++) {
      if (columnOf[row] !== UNSEEN) set += bitOf[columnOf[row]!]! + (1 << row)
    }
    const held = likeliest.get(set)
    if (!held) likeliest.set(set, { weight, columnOf: columnOf.slice() })
    else if (weight > held.weight) {
      held.weight = weight
      held.columnOf.set(columnOf)
    }
  })
  if (isWhole) for (const { weight, columnOf } of likeliest.values()) visit(weight, columnOf)
  return isWhole
}

/** Turns sums of weights into probabilities given existence, and gives existence. */
function existenceAfter(problem: JointProblem, sums: Float64Array, total: number): Float64Array {
  const { rows, columns, detection, existence } = problem
  return Float64Array.from({ length: rows }, (_, row) => {
    const own = sums.subarray(row * (columns + 1), (row + 1) * (columns + 1))
    const before = existence[row]!
    const unseen = (1 - detection[row]!) * before
    const nothing = 1 - before
    own[columns]! *= unseen + nothing > 0 ? unseen / (unseen + nothing) : 0
    const exists = own.reduce((sum, weight) => sum + weight, 0)
    for (let column = 0; column <= columns; column++) own[column] = exists > 0 ? own[column]! / exists : 0
    return Math.min(1, exists / total)
  })
}
