const FIRST_MS = 500
const CAP_MS = 15_000

/** How long to wait before repeat `attempt`, from 0. `chance`, 0 to 1, keeps many screens from calling at once. */
export function backOff(attempt: number, chance: number): number {
  const longest = Math.min(CAP_MS, FIRST_MS * 2 ** attempt)
  return longest / 2 + (longest / 2) * chance
}
