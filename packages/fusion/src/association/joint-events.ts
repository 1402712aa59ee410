/** What the joint association of one cluster rests on. Rows are tracks, columns are plots. */
export interface JointProblem {
  readonly rows: number
  readonly columns: number
  /**
   * Row after row: the density of the plot if it is of the track, over the density of clutter there (p / ρ,
   * dimensionless); 0 out of gate.
   */
  readonly ratio: Float64Array
  /** By row: probability that the sensor sees the object, if there is one, and its plot is in the gate (Pd · Pg). */
  readonly detection: Float64Array
  /** By row: probability, before this scan, that there is an object. All 1 makes this JPDA. */
  readonly existence: Float64Array
}

/** In an event, the column of a track that no plot is of. */
export const UNSEEN = -1

/**
 * Visits every joint event: which plot each track has, or none, no plot twice. Its weight is proportional to its
 * probability (Mušicki, Evans 2004, "Joint integrated probabilistic data association: JIPDA"): Pd·Pg·r·p/ρ for a track
 * with a plot, 1 − Pd·Pg·r for one without, r being existence; what is common to all events is left out. Each row is
 * scaled to a greatest weight of 1. The event is lent. False when there are more than `mostEvents`.
 */
export function eachJointEvent(
  { rows, columns, ratio, detection, existence }: JointProblem,
  mostEvents: number,
  visit: (weight: number, columnOf: Int32Array) => void,
): boolean {
  const columnOf = new Int32Array(rows).fill(UNSEEN)
  const isUsed = new Uint8Array(columns)
  const seen = Float64Array.from(detection.subarray(0, rows), (chance, row) => chance * existence[row]!)
  const scale = seen.map((chance, row) => {
    const own = ratio.subarray(row * columns, (row + 1) * columns)
    const greatest = own.reduce((most, value) => Math.max(most, value), 0)
    return 1 / Math.max(1 - chance, chance * greatest)
  })
  let events = 0

  function enter(row: number, weight: number): boolean {
    if (row === rows) {
      if (++events > mostEvents) return false
      visit(weight, columnOf)
      return true
    }
    const own = weight * scale[row]!
    columnOf[row] = UNSEEN
    if (seen[row]! < 1 && !enter(row + 1, own * (1 - seen[row]!))) return false
    for (let column = 0; column < columns; column++) {
      const likelihood = seen[row]! * ratio[row * columns + column]!
      if (isUsed[column] === 1 || likelihood === 0) continue
      isUsed[column] = 1
      columnOf[row] = column
      if (!enter(row + 1, own * likelihood)) return false
      isUsed[column] = 0
    }
    return true
  }

  return enter(0, 1)
}
