/**
 * A score as one line of JSON: numbers to four decimals, and null for what could not be counted, so that every line has
 * the same names.
 */
export const scoreLine = (score: object): string =>
  JSON.stringify(score, (_name, value: unknown) =>
    value === undefined ? null : typeof value === 'number' ? rounded(value) : value,
  )

/**
 * To four decimals, of two equally near the even one, as Python's `round` does. Only an odd number of thirty-seconds
 * lies exactly halfway.
 */
function rounded(value: number): number {
  const isHalfway = Number.isInteger(value * 32) && !Number.isInteger(value * 16)
  if (!isHalfway) return Number(value.toFixed(4))
  const below = Math.floor(value * 10_000)
  return (below % 2 === 0 ? below : below + 1) / 10_000
}
