import type { Log } from '../../platform/log.ts'
import type { History } from '../history.ts'
import type { Holds } from './holds.ts'
import type { RetentionPolicy } from './policy.ts'
import type { Swept } from './retention.ts'

export interface RetentionPorts {
  readonly history: Pick<History, 'ask'>
  readonly holds: Pick<Holds, 'standing'>
  readonly policy: RetentionPolicy
  readonly log: Log
  readonly everyMs?: number
}

/** A disk can fill within the hour. */
const EVERY_MS = 10 * 60_000

/** Sweeps the history now and then, one sweep at a time. */
export function keepRetention({ history, holds, policy, log, everyMs = EVERY_MS }: RetentionPorts): { sweep(): Promise<void>; stop(): void } {
  let sweeping: Promise<void> | undefined

  async function sweepOnce(): Promise<void> {
    const { swept } = await history.ask({ of: 'sweep', policy, holds: await holds.standing() })
    tell(swept, log)
  }
  const sweep = (): Promise<void> =>
    (sweeping ??= sweepOnce()
      .catch((error: unknown) => log.error({ error: String(error) }, 'The history was not swept: the disk may fill'))
      .finally(() => (sweeping = undefined)))

  const timer = setInterval(sweep, everyMs)
  return { sweep, stop: () => clearInterval(timer) }
}

function tell({ purged, shed }: Swept, log: Log): void {
  const bytes = purged.reduce((sum, proof) => sum + proof.bytes, 0)
  if (shed.length > 0) log.warn({ shed, bytes }, 'The disk fills: history was given up in the stated order')
  else if (purged.length > 0) log.info({ bytes }, 'What was kept long enough went')
}
