import type { Timestamp } from '@csii/model'

/** Time spent in silences, by how long each was: plain data, so that it can be kept. */
export interface SavedIntervals {
  readonly silences: number
  readonly spent: readonly number[]
}

/** Learns how long a sensor usually keeps silent between two messages. */
export interface Intervals {
  /** Something was heard. */
  note(now: Timestamp): void
  /** The normal interval in ms, or nothing while too little was heard. */
  readonly normal: number | undefined
  save(): SavedIntervals
}

/** A shorter silence means nothing, whatever the sensor: networks stall for so long. */
export const SHORTEST_NORMAL = 5000
/**
 * The normal interval is the longest silence that 99 % of the time is spent within. Time and not silences are counted,
 * so that a sensor that sends fifty messages at once every hour has a normal interval of an hour. For messages that
 * come by chance it is 6.6 times the mean silence: twice that happens once in some 600,000 messages.
 */
const WITHIN = 0.99
/** Silences from 10 ms to two weeks, each bucket 9 % longer than the one before. */
const SHORTEST = 10
const BUCKETS_PER_DOUBLING = 8
const BUCKETS = 27 * BUCKETS_PER_DOUBLING
const HALF_LIFE = 7 * 24 * 3_600_000
const FADE_EVERY = 3_600_000

export function createIntervals(saved?: SavedIntervals): Intervals {
  const spent = Array.from({ length: BUCKETS }, (_, bucket) => saved?.spent[bucket] ?? 0)
  let silences = saved?.silences ?? 0
  let total = spent.reduce((sum, time) => sum + time, 0)
  let heardAt: Timestamp | undefined
  let unfaded = 0
  let normal = isLearned(silences, total) ? longestWithin(spent, total) : undefined

  function fade(): void {
    const kept = 2 ** (-unfaded / HALF_LIFE)
    for (let bucket = 0; bucket < BUCKETS; bucket++) spent[bucket]! *= kept
    total *= kept
    unfaded = 0
  }

  function take(silence: number): void {
    // An outage is no habit, and counts as twice the normal silence at most, unless we know nothing of so long a time.
    const counted = normal !== undefined && silence <= total ? Math.min(silence, 2 * normal) : silence
    spent[bucketOf(counted)]! += counted
    silences++
    total += counted
    unfaded += counted
    if (unfaded >= FADE_EVERY) fade()
    // A scan of the buckets for every message would cost more than reading it.
    if (silences < 64 || silences % 16 === 0 || counted > 1000) {
      normal = isLearned(silences, total) ? longestWithin(spent, total) : undefined
    }
  }

  return {
    note(now) {
      // The clock may have been set back.
      if (heardAt !== undefined && now > heardAt) take(now - heardAt)
      if (heardAt === undefined || now !== heardAt) heardAt = now
    },
    get normal() {
      return normal
    },
    save: () => ({ silences, spent: [...spent] }),
  }
}

/** Ten silences in half a minute are enough, or three in half an hour: some sensors speak once an hour. */
const isLearned = (silences: number, total: number): boolean =>
  (silences >= 10 && total >= 30_000) || (silences >= 3 && total >= 1_800_000)

const bucketOf = (silence: number): number =>
  Math.max(0, Math.min(BUCKETS - 1, Math.floor(BUCKETS_PER_DOUBLING * Math.log2(silence / SHORTEST))))

function longestWithin(spent: readonly number[], total: number): number {
  let beyond = 0
  for (let bucket = BUCKETS - 1; bucket > 0; bucket--) {
    beyond += spent[bucket]!
    if (beyond > (1 - WITHIN) * total)
      return Math.max(SHORTEST_NORMAL, SHORTEST * 2 ** ((bucket + 1) / BUCKETS_PER_DOUBLING))
  }
  return SHORTEST_NORMAL
}
