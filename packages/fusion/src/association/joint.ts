import { eachJointEvent, UNSEEN, type JointProblem } from './joint-events.ts'

/** A cluster of more tracks or plots is left to assignment. */
const MOST_TRACKS = 8
const MOST_PLOTS = 40
/** As is one with more joint events: they take about a millisecond. */
const MOST_EVENTS = 20_000

/** How plots and tracks of one cluster go together, over all joint events. */
export interface JointAssociation {
  /**
   * Row after row, `columns + 1` each: probability that the plot is of the track, given that there is an object; in the
   * last place, that none is. Each row sums to 1, or is 0 where there cannot be an object.
   */
  readonly association: Float64Array
  /** By row: probability, after this scan, that there is an object. */
  readonly existence: Float64Array
}

/**
 * Marginal association probabilities and existence for one cluster, exact over all joint events (Mušicki, Evans 2004).
 * A track that no plot is of exists still with (1 − Pd·Pg) r / (1 − Pd·Pg·r). Undefined where the cluster is too large,
 * or where no event is possible: the caller assigns instead.
 */
export function associateJointly(problem: JointProblem, mostEvents = MOST_EVENTS): JointAssociation | undefined {
  const { rows, columns } = problem
  if (rows > MOST_TRACKS || columns > MOST_PLOTS) return undefined
  const association = new Float64Array(rows * (columns + 1))
  let total = 0
  const isWhole = eachJointEvent(problem, mostEvents, (weight, columnOf) => {
    total += weight
    for (let row = 0; row < rows; row++) {
      const column = columnOf[row] === UNSEEN ? columns : columnOf[row]!
      association[row * (columns + 1) + column]! += weight
    }
  })
  if (!isWhole || !(total > 0)) return undefined
  return { association, existence: existenceAfter(problem, association, total) }
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
