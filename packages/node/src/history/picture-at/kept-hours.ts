import type { Timestamp } from '@csii/model'
import type { HistoryReader, Keyframe, StatePack } from '../history-reader.ts'

export const HOUR = 3_600_000
export const hourOf = (time: Timestamp): number => Math.floor(time / HOUR)

/** What was read lately, at hand for the next picture: a person who looks at a moment looks at those beside it too. */
export interface KeptHours {
  /** Of one hour of knowledge. */
  packs(hour: number, exercise: boolean): Promise<readonly StatePack[]>
  keyframe(at: Timestamp, exercise: boolean): Promise<Keyframe | undefined>
}

/** An hour of 5,000 tracks takes about 10 MB. */
const MOST_BYTES = 96 * 1024 * 1024
const MOST_KEYFRAMES = 4
/** What comes late into an hour is there by then. */
const SETTLED = 60_000

interface Kept {
  readonly packs: readonly StatePack[]
  readonly size: number
}

export function keepHours(reader: HistoryReader, mostBytes = MOST_BYTES): KeptHours {
  const hours = new Map<string, Kept>()
  const keyframes = new Map<string, Keyframe>()
  let size = 0

  function keep(key: string, packs: readonly StatePack[]): void {
    const kept = { packs, size: packs.reduce((sum, pack) => sum + pack.size, 0) }
    hours.set(key, kept)
    size += kept.size
    for (const [oldest, { size: freed }] of hours) {
      if (size <= mostBytes) break
      hours.delete(oldest)
      size -= freed
    }
  }

  return {
    async packs(hour, exercise) {
      const key = `${hour} ${exercise}`
      const kept = hours.get(key)
      if (kept) {
        hours.delete(key)
        hours.set(key, kept)
        return kept.packs
      }
      const end = (hour + 1) * HOUR
      const span = await reader.span()
      const packs: StatePack[] = []
      for await (const some of reader.packs({ exercise, known: { from: hour * HOUR, until: end } })) packs.push(...some)
      // Only an hour that is over stays as it is.
      if (span && span.until > end + SETTLED && !hours.has(key)) keep(key, packs)
      return packs
    },
    async keyframe(at, exercise) {
      const key = `${hourOf(at)} ${exercise}`
      const kept = keyframes.get(key)
      if (kept && kept.at <= at && at < (hourOf(at) + 1) * HOUR) return kept
      const keyframe = await reader.keyframe(at, exercise)
      if (keyframe && hourOf(keyframe.at) === hourOf(at)) keyframes.set(key, keyframe)
      const [oldest] = keyframes.keys()
      if (keyframes.size > MOST_KEYFRAMES && oldest !== undefined) keyframes.delete(oldest)
      return keyframe
    },
  }
}
