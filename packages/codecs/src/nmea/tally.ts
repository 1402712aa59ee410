import { DECODE_PROBLEMS, type DecodeProblem, type SensorCounts } from '@csii/model'

/** Counts that grow. What is handed out is a copy. */
export class Tally {
  received = 0
  decoded = 0
  duplicates = 0
  pending = 0
  readonly #problems: Record<DecodeProblem, number> = noProblems()

  problem(problem: DecodeProblem): void {
    this.#problems[problem]++
  }

  counts(): SensorCounts {
    const { received, decoded, duplicates, pending } = this
    return { received, decoded, duplicates, pending, problems: { ...this.#problems } }
  }
}

function noProblems(): Record<DecodeProblem, number> {
  // Every problem of the list gets an entry, so the record is whole.
  return Object.fromEntries(DECODE_PROBLEMS.map((problem) => [problem, 0])) as Record<DecodeProblem, number>
}
