/** What a store grew by on one whole day, bytes. */
export interface DayOfGrowth {
  /** Days since 1970. */
  readonly day: number
  readonly bytes: number
}

/** Three answers, since days differ: the slowest, the usual and the fastest day seen. */
export interface Span {
  readonly low: number
  readonly likely: number
  readonly high: number
}

export interface Forecast {
  /** Whole days that it rests on. Without any, nothing else is said. */
  readonly basisDays: number
  readonly bytesPerDay?: Span
  /** Days until the disk is full if nothing went; `low` by the fastest day. Absent where nothing grows. */
  readonly daysLeft?: Partial<Span>
  /** Bytes that will be held when as much goes as comes, for the days that are kept. */
  readonly settlesAt?: Span
  /** False when even on the slowest days the disk fills before anything goes. Absent when nobody can say. */
  readonly isEnough?: boolean
}

/** Days further back say little of tomorrow. */
const MOST_DAYS = 14

/**
 * How long the disk lasts, from what came on each of the last days. An estimate from one day says so by its basis; none is
 * made from less than a whole day.
 */
export function forecastOf(growth: readonly DayOfGrowth[], freeBytes: number, heldBytes: number, keptDays: number): Forecast {
  const days = [...growth].sort((a, b) => b.day - a.day).slice(0, MOST_DAYS).map(({ bytes }) => Math.max(0, bytes))
  if (days.length === 0) return { basisDays: 0 }
  const sorted = [...days].sort((a, b) => a - b)
  const bytesPerDay = { low: sorted[0]!, likely: median(sorted), high: sorted.at(-1)! }
  const settlesAt = mapped(bytesPerDay, (bytes) => bytes * keptDays)
  return {
    basisDays: days.length, bytesPerDay, settlesAt,
    daysLeft: {
      ...(bytesPerDay.high > 0 && { low: freeBytes / bytesPerDay.high }),
      ...(bytesPerDay.likely > 0 && { likely: freeBytes / bytesPerDay.likely }),
      ...(bytesPerDay.low > 0 && { high: freeBytes / bytesPerDay.low }),
    },
    isEnough: settlesAt.high <= freeBytes + heldBytes,
  }
}

const mapped = ({ low, likely, high }: Span, of: (value: number) => number): Span =>
  ({ low: of(low), likely: of(likely), high: of(high) })

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
