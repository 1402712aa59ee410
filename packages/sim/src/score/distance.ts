interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Metres between two points, correctly rounded, as the C library's `hypot` gives them and `Math.hypot` does not. Of two
 * tracks at one place it is the last bit that decides which gets which object; so it decides as other programs do.
 * The square root is corrected by what rounding took from the squares.
 */
export function distance(a: Point, b: Point): number {
  const x = Math.abs(a.x - b.x)
  const y = Math.abs(a.y - b.y)
  const root = Math.sqrt(x * x + y * y)
  if (root === 0) return 0
  const larger = Math.max(x, y)
  const smaller = Math.min(x, y)
  const squares = larger * larger - root * root + smaller * smaller
  const lost = lostOfSquare(larger) + lostOfSquare(smaller) - lostOfSquare(root)
  return root + (squares + lost) / (2 * root)
}

/** What `value * value` loses by rounding, exactly: Dekker, Numerische Mathematik 18, 1971. */
function lostOfSquare(value: number): number {
  const shifted = (2 ** 27 + 1) * value
  const high = shifted - (shifted - value)
  const low = value - high
  return low * low - (value * value - high * high - 2 * high * low)
}
