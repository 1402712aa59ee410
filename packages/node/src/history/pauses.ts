import { setImmediate } from 'node:timers/promises'

/** Called between small steps: lets others work when the last of them did so long ago. */
export type Pauses = () => Promise<void> | undefined

/** So long one piece of work may keep its thread from others, ms. */
const SLICE = 10

export function createPauses(now: () => number = () => performance.now()): Pauses {
  let since = now()
  return () => {
    if (now() - since < SLICE) return undefined
    return setImmediate().then(() => void (since = now()))
  }
}
