import { associateJointly } from './joint.ts'

/** In larger crowds the assignment alone decides: what is gained there does not pay for the time. */
const MOST_TRACKS = 5
const MOST_PLOTS = 8
/** However doubtful, a plot that is taken says something. */
const LEAST_SHARE = 0.1

/**
 * How sure it is that each plot is of the track that was assigned it, of all the ways in which the cluster's plots and
 * tracks can go together (JIPDA): a track believes its plot only so far. `cost` and `missCost` as for the assignment,
 * `chosen` its outcome. Undefined where the cluster is too large to weigh.
 */
export function sharesOf(
  cost: Float64Array, rows: number, columns: number, missCost: Float64Array, chosen: Int32Array,
): Float64Array | undefined {
  if (rows < 2 || rows > MOST_TRACKS || columns > MOST_PLOTS) return undefined
  // The costs hold detection and existence together, so that each row is taken for a sure object seen so often.
  const detection = Float64Array.from({ length: rows }, (_, row) => 1 - Math.exp(-missCost[row]!))
  const ratioAt = (cell: number): number => Math.exp(-cost[cell]!) / detection[Math.floor(cell / columns)]!
  const ratio = Float64Array.from({ length: rows * columns }, (_, cell) => ratioAt(cell))
  const joint = associateJointly({ rows, columns, ratio, detection, existence: new Float64Array(rows).fill(1) })
  if (!joint) return undefined
  return Float64Array.from({ length: rows }, (_, row) =>
    chosen[row]! < 0 ? 1 : Math.max(LEAST_SHARE, joint.association[row * (columns + 1) + chosen[row]!]!))
}
