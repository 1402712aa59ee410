import type { Timestamp } from '@csii/model'
import type { HeardLine } from '../simulate.ts'

/**
 * What a receiver would show somebody who looks at it for the first time: the last line of every subject, as far back
 * as an anchored vessel's reports and her name (every 3 and 6 minutes) are sure to reach, some losses allowed.
 */
export class History {
  readonly #lines = new Map<string, HeardLine>()

  add(line: HeardLine): void {
    this.#lines.set(`${line.receiver}/${line.subject}`, line)
  }

  /** The lines of one receiver, oldest first. Their tag blocks say how old they are. */
  recent(receiver: string, now: Timestamp): string[] {
    const lines = [...this.#lines.values()].filter((line) => line.receiver === receiver && line.t > now - HISTORY)
    return lines.sort((a, b) => a.t - b.t).map(({ line }) => line)
  }

  clear(): void {
    this.#lines.clear()
  }
}

/** Milliseconds. */
export const HISTORY = 600_000
