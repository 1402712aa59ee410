import { DECODE_PROBLEMS, type DecodeProblem, type SensorCounts } from '@csii/model'
import type { Delay } from './delay-gauge.ts'
import type { HearingReport } from './hearing.ts'
import type { Reading } from './messages.ts'

/** How one sensor's stream is doing. */
export interface SensorReadings {
  readonly counts: SensorCounts
  readonly lastHeardAt: number | undefined
  readonly delay: Delay | undefined
  readonly hasVideo?: boolean
  readonly refused?: number
  /** Absent until the worker has told. */
  readonly hearing?: HearingReport
  /** Valid messages, mean of the last 10 s, duplicates included. */
  readonly messagesPerSecond: number
}

export interface Gauge {
  note(reading: Pick<Reading, 'counts' | 'lastHeardAt' | 'delay' | 'hearing' | 'hasVideo' | 'refused'>, now: number): void
  readings(): SensorReadings
}

const WINDOW = 10_000

/** Turns running totals, noted now and then, into a rate. */
export function createGauge(startedAt: number): Gauge {
  const notes = [{ total: 0, now: startedAt }]
  let last = NOTHING_READ

  function perSecond(): number {
    const [first, latest] = [notes[0]!, notes.at(-1)!]
    return latest.now > first.now ? (1000 * (latest.total - first.total)) / (latest.now - first.now) : 0
  }

  return {
    note(reading, now) {
      const { counts, lastHeardAt, delay, hearing, hasVideo, refused = 0 } = reading
      last = { counts, lastHeardAt, delay, refused, ...(hearing && { hearing }), ...(hasVideo && { hasVideo }) }
      // The clock was set back: what was noted by it before says nothing of the time since.
      if (now < notes.at(-1)!.now) notes.length = 0
      notes.push({ total: reading.counts.decoded + reading.counts.duplicates, now })
      while (notes.length > 2 && notes[1]!.now <= now - WINDOW) notes.shift()
    },
    readings: () => ({ ...last, messagesPerSecond: perSecond() }),
  }
}

// Every problem has its count by construction, which `fromEntries` cannot say in its type.
const NO_PROBLEMS = Object.fromEntries(DECODE_PROBLEMS.map((problem) => [problem, 0])) as Record<DecodeProblem, number>
const NOTHING_READ: Omit<SensorReadings, 'messagesPerSecond'> = {
  counts: { received: 0, decoded: 0, duplicates: 0, pending: 0, problems: NO_PROBLEMS },
  lastHeardAt: undefined,
  delay: undefined,
}
