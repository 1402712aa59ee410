import type { Timestamp } from '@csii/model'
import type { WrittenBatch } from '../pipeline/record/batch-writer.ts'
import type { Store } from '../platform/store/store.ts'
import { createDamageLog, type Damage } from './damage.ts'
import { Journal, JOURNAL_LIMITS, type JournalLimits, type JournalStatus, type JournalTrouble } from './journal/journal.ts'
import type { JournalRow } from './journal/journal-row.ts'
import type { StoreProblem } from './journal/problem.ts'
import { openStoreKeeper, type StoreKeeper } from './journal/store-keeper.ts'
import { openPast, takeIn } from './opening.ts'
import type { Packer } from './packing/packer.ts'
import { createPackingLoop, type PackingLoop } from './packing/packing.ts'
import { repairChunk } from './reading/repair.ts'
import { PERIOD_LIMITS, type PeriodLimits } from './period/period.ts'
import type { Periods } from './period/periods.ts'
import { createReader, type HistoryReader } from './reading/reader.ts'

export interface HistorianPorts {
  readonly open: () => Promise<Store>
  /** Makes durable by other means what a failed sync may have left in memory only. */
  readonly secure: () => Promise<void>
  readonly packer: Packer
  readonly clock: () => Timestamp
  /** Whoever sends batches has to wait, and may go on. */
  readonly hold: () => void
  readonly release: () => void
  readonly acknowledged: (seq: number) => void
  readonly troubled: (trouble: JournalTrouble | undefined) => void
  readonly damaged: (damage: Damage) => void
}

export interface HistorianLimits {
  readonly journal: JournalLimits
  readonly period: PeriodLimits
  /** Batches that are in chunks stay in the journal so long, ms: chunks that are damaged can be made from them. */
  readonly keepMs: number
}

export const HISTORIAN_LIMITS: HistorianLimits = { journal: JOURNAL_LIMITS, period: PERIOD_LIMITS, keepMs: 24 * 3_600_000 }

/** In memory and not in chunks yet: so many periods' worth of bytes may wait for the packing. */
const MOST_PERIODS = 3

export interface HistoryStatus extends JournalStatus {
  /** In memory: durable in the journal, not in chunks. */
  readonly unpacked: { readonly plots: number; readonly bytes: number; readonly periods: number }
  /** Why nothing gets into chunks. */
  readonly packingTrouble?: StoreProblem | undefined
  readonly packedThrough: number
  readonly damages: readonly Damage[]
}

/** Keeps what the pipeline hands on and what people do, and reads it. */
export interface Historian {
  readonly reader: HistoryReader
  append(batch: WrittenBatch): void
  /** Fulfilled with its number in the journal when it is durable. */
  act(at: Timestamp, action: unknown): Promise<number>
  nextRun(startedAt: Timestamp): Promise<number>
  status(): HistoryStatus
  /** The clock moves on: hours end, and old batches go. */
  tick(): Promise<void>
  /** Everything so far goes into chunks. */
  flush(): Promise<void>
  stop(): Promise<void>
}

export async function openHistorian(ports: HistorianPorts, limits: HistorianLimits = HISTORIAN_LIMITS): Promise<Historian> {
  const { clock } = ports
  const damages = createDamageLog(ports.damaged)
  const keeper = await openStoreKeeper(ports)
  const { lastPacking, lastSeq, periods } = await openPast(keeper, limits.period, damages)
  const gate = createGate(ports)

  function kept(rows: readonly JournalRow[]): void {
    for (const row of rows) takeIn(periods, row, damages)
    if (periods.sizes.bytes > MOST_PERIODS * limits.period.bytes) gate.hold('packing')
    if (periods.next) void packing.run()
    ports.acknowledged(rows.at(-1)?.seq ?? 0)
  }
  const journal = new Journal(lastSeq, {
    keeper, clock, kept, remembered: () => periods.all.flatMap(({ rows }) => rows), troubled: ports.troubled,
    hold: () => gate.hold('journal'), release: () => gate.release('journal'),
  }, limits.journal)
  const packing = createPackingLoop(lastPacking, {
    keeper, journal, periods, packer: ports.packer,
    packed: () => {
      if (periods.sizes.bytes <= MOST_PERIODS * limits.period.bytes) gate.release('packing')
    },
  })
  void packing.run()

  return {
    reader: createReader({
      keeper, damages, now: () => ({ packing: packing.done.id, periods: periods.all }), repair: (id) => repairChunk(keeper, id),
    }),
    append: ({ bytes, firstAt, lastAt, plots }) => void journal.append({ kind: 'batch', firstAt, lastAt, plots, body: bytes }),
    act: (at, action) =>
      journal.append({ kind: 'action', firstAt: at, lastAt: at, plots: 0, body: new TextEncoder().encode(JSON.stringify(action)) }),
    nextRun: (startedAt) => keeper.use((history) => history.nextRun(startedAt)),
    status: () => ({
      ...journal.status(), unpacked: periods.sizes, packingTrouble: packing.trouble, packedThrough: packing.done.lastSeq, damages: damages.all(),
    }),
    async tick() {
      periods.closeBefore(clock())
      void packing.run()
      await prune(keeper, packing, clock() - (journal.status().trouble?.problem === 'disk-full' ? 0 : limits.keepMs))
    },
    flush: () => flush(journal, periods, packing),
    async stop() {
      await journal.stop()
      await packing.stop()
      await keeper.close()
    },
  }
}

async function flush(journal: Journal, periods: Periods, packing: PackingLoop): Promise<void> {
  await journal.settle()
  periods.close()
  await packing.run()
}

const PRUNED_AT_ONCE = 200

/** In steps: a commit may come between. A disk without room may not even allow this. */
async function prune(keeper: StoreKeeper, { done }: PackingLoop, before: Timestamp): Promise<void> {
  let gone = PRUNED_AT_ONCE
  while (gone > 0) gone = await keeper.use((history) => history.prune(done.lastSeq, before, PRUNED_AT_ONCE)).catch(() => 0)
}

/** Held as long as anybody holds it. */
function createGate({ hold, release }: Pick<HistorianPorts, 'hold' | 'release'>) {
  const reasons = new Set<string>()
  return {
    hold(reason: string) {
      if (reasons.size === 0) hold()
      reasons.add(reason)
    },
    release(reason: string) {
      if (reasons.delete(reason) && reasons.size === 0) release()
    },
  }
}
