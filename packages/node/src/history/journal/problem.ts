/**
 * Why the store takes nothing in: the disk has no room or fails, the store is damaged, somebody else holds it, it is out of
 * reach, it refuses.
 */
export type StoreProblem = 'disk-full' | 'io-error' | 'damaged' | 'busy' | 'unreachable' | 'refused'

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const SQLITE: ReadonlyMap<number, StoreProblem> = new Map([
  [5, 'busy'], [6, 'busy'], [8, 'io-error'], [10, 'io-error'], [11, 'damaged'], [13, 'disk-full'], [14, 'io-error'],
  [26, 'damaged'],
])

/** Classes and codes of PostgreSQL (its manual, appendix A). */
const POSTGRES: readonly (readonly [start: string, problem: StoreProblem])[] = [
  ['53100', 'disk-full'], ['53', 'busy'], ['55P03', 'busy'], ['58', 'io-error'], ['XX', 'io-error'], ['08', 'unreachable'],
  ['57P', 'unreachable'], ['25006', 'unreachable'], ['ECONN', 'unreachable'], ['EPIPE', 'unreachable'], ['ETIMEDOUT', 'unreachable'],
]

/** Nobody knows what of the last writes is there: the store is to be opened anew, and its end looked at. */
export const leavesDoubt = (problem: StoreProblem): boolean => problem === 'io-error' || problem === 'unreachable'

/** What an error of the store means to whoever has to act on it. */
export function problemOf(error: unknown): StoreProblem {
  if (!(error instanceof Error)) return 'refused'
  if ('errcode' in error && typeof error.errcode === 'number') return SQLITE.get(error.errcode & 0xff) ?? 'refused'
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code === 'EIO' || code === 'EROFS') return 'io-error'
  const known = POSTGRES.find(([start]) => code.startsWith(start))
  if (known) return known[1]
  return /connection terminated/i.test(error.message) ? 'unreachable' : 'refused'
}
