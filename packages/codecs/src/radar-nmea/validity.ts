import type { Timestamp } from '@csii/model'
import type { Stated } from '../nmea/stated.ts'
import type { RadarMessage } from './message.ts'

/**
 * Which clock a report is dated by.
 * - `plausible`: ours, and what a network or the radar states where that is believable beside it. For live streams.
 * - `stated`: the network's, else that of the date and time in the stream (ZDA, RMC). For recordings.
 */
export type TimeReference = 'plausible' | 'stated'

/** A radar sends what it saw in its last turns, and a link takes seconds: a clock that is off by more is not set. */
const MOST_DELAY = 60_000
const MOST_SKEW = 5000
const DAY = 86_400_000

/** The moment nearest to the reference that has that time of day, if it is near enough; else the reference. */
export function timeOfValidity(seconds: number | undefined, reference: Timestamp): Timestamp {
  if (seconds === undefined) return reference
  const delay = (((reference - seconds * 1000) % DAY) + DAY) % DAY
  const signed = delay > DAY / 2 ? delay - DAY : delay
  return signed <= MOST_DELAY && signed >= -MOST_SKEW ? reference - signed : reference
}

/** Tells the time of a stream by what stands in it. */
export class StreamClock {
  readonly #reference: TimeReference
  #own: Timestamp | undefined

  constructor(reference: TimeReference) {
    this.#reference = reference
  }

  take(message: RadarMessage): void {
    if (message.sentence === 'ZDA') this.#takeZda(message)
    else if (message.sentence === 'RMC' && message.time !== undefined && message.date !== undefined) {
      this.#own = midnight(message.date) + message.time * 1000
    }
  }

  referenceTime({ time }: Stated, receivedAt: Timestamp): Timestamp {
    if (this.#reference === 'stated') return time ?? this.#own ?? receivedAt
    const isBelieved = time !== undefined && receivedAt - time <= DAY && receivedAt - time >= -MOST_DELAY
    return isBelieved ? time : receivedAt
  }

  /** By which clock it is told how long ago something was heard: only of a recording by what stands in it. */
  heardAt(stated: Stated, receivedAt: Timestamp): Timestamp {
    return this.#reference === 'stated' ? this.referenceTime(stated, receivedAt) : receivedAt
  }

  #takeZda({ time, day, month, year }: RadarMessage & { readonly sentence: 'ZDA' }): void {
    if (time === undefined || day === undefined || month === undefined || year === undefined) return
    this.#own = Date.UTC(year, month - 1, day) + time * 1000
  }
}

function midnight(date: string): Timestamp {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day)
}
