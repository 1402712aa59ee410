const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait before the next attempt, ms: twice as long after each failure, a minute at most, and between half and
 * all of that by chance, so that sensors which lost one link together do not call again together.
 */
export function backOff(failures: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return full * (0.5 + chance / 2)
}
