import type { Timestamp } from '@csii/model'
import type { StoreKeeper } from '../journal/store-keeper.ts'
import { forecastOf, type Forecast } from './disk-budget.ts'
import type { Hold, RetentionPolicy } from './policy.ts'
import type { PurgeProof } from './purge-proof.ts'
import { sweep, type Swept } from './retention.ts'
import { createRetentionTables, type RetentionTables } from './retention.store.ts'
import type { Room } from './shedding.ts'

/** What the disk has, how long it lasts, and what went last. */
export interface Budget {
  readonly heldBytes: number
  readonly room?: Room | undefined
  readonly forecast: Forecast
  readonly purges: readonly PurgeProof[]
}

export interface SweeperPorts {
  readonly keeper: Pick<StoreKeeper, 'use'>
  readonly room: () => Promise<Room | undefined>
  /** Takes batches that are in chunks out of the journal, received before. Gives how many. */
  readonly dropSpareJournal: (before: Timestamp) => Promise<number>
  /** Keeps for ever that something went. */
  readonly act: (at: Timestamp, action: unknown) => Promise<unknown>
  readonly clock: () => Timestamp
}

export interface Sweeper {
  sweep(policy: RetentionPolicy, holds: readonly Hold[]): Promise<Swept>
  budget(keptDays: number): Promise<Budget>
}

const PURGES_TOLD = 20

/** Retention in the history's thread: each step uses the store for a moment, and commits come between. */
export function createSweeper({ keeper, room, dropSpareJournal, act, clock }: SweeperPorts): Sweeper {
  const using = <T>(work: (tables: RetentionTables) => Promise<T>): Promise<T> =>
    keeper.use(async (_history, store) => work(await createRetentionTables(store)))
  return {
    async sweep(policy, holds) {
      const swept = await sweep({
        chunksBefore: (time, after, most) => using((tables) => tables.chunksBefore(time, after, most)),
        purge: (chunks, proof) => using((tables) => tables.purge(chunks, proof)),
        dropSpareJournal, room,
      }, policy, holds, clock())
      for (const proof of swept.purged) await act(proof.at, { what: 'purge', proof })
      return swept
    },
    async budget(keptDays) {
      const [{ days, heldBytes }, space, purges] = [
        await using((tables) => tables.growth(clock())), await room(), await using((tables) => tables.proofs(PURGES_TOLD)),
      ]
      return { heldBytes, room: space, forecast: forecastOf(days, space?.freeBytes ?? Infinity, heldBytes, keptDays), purges }
    },
  }
}
