import { setImmediate } from 'node:timers/promises'
import type { Timestamp, Track } from '@csii/model'
import type { Log } from '../platform/log.ts'
import type { PictureStore } from './picture.store.ts'

export interface KeeperPorts {
  readonly store: PictureStore
  readonly liveTracks: (heardAfter: Timestamp) => Promise<readonly Track[]>
  readonly clock: () => number
  readonly log: Log
  readonly everyMs?: number
  readonly mostKept?: number
}

const EVERY_MS = 30_000
/** Tracks in one commit: a few milliseconds, so that the screens do not wait for the disk. */
const SLICE = 500
/** As long as the tracker keeps what lies still. */
export const KEPT_MS = 24 * 3_600_000
/** As many as the tracker holds. */
const MOST_KEPT = 65_536

/** Saves what changed in the live picture every 30 s, and once more when it stops. */
export function keepPicture({ store, liveTracks, clock, log, everyMs = EVERY_MS, mostKept = MOST_KEPT }: KeeperPorts): { stop(): Promise<void> } {
  let savedUpTo = -Infinity
  let saving = Promise.resolve()

  async function save(): Promise<void> {
    const now = clock()
    // The clock was set back: what is heard from here on seems older than what was saved.
    if (now < savedUpTo) savedUpTo = -Infinity
    const tracks = await liveTracks(savedUpTo)
    for (let from = 0; from < tracks.length; from += SLICE) {
      await store.save(tracks.slice(from, from + SLICE))
      await setImmediate()
    }
    await store.forgetBefore(now - KEPT_MS)
    await store.keepNewest(mostKept)
    savedUpTo = now - 1
  }

  function noteFailure(error: unknown): void {
    const missing = 'after a restart, names and last positions will be missing'
    log.error({ error: String(error) }, `The picture was not saved: ${missing}`)
  }

  const saveNext = () => (saving = saving.then(save).catch(noteFailure))
  const timer = setInterval(saveNext, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await saveNext()
    },
  }
}
