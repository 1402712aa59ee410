import type { Timestamp } from '@csii/model'
import { rowOf, type JournalEntry, type JournalRow } from './journal-row.ts'
import { problemOf, type StoreProblem } from './problem.ts'
import type { StoreKeeper } from './store-keeper.ts'
import { restoreTail } from './tail.ts'

export interface JournalLimits {
  /** What comes within this, ms, is committed together. */
  readonly gatherMs: number
  /** From so many bytes waiting, whoever sends has to wait; from half of them again it may go on. */
  readonly waitingBytes: number
  readonly commitBytes: number
  /** Between one attempt and the next while the store takes nothing. */
  readonly retryMs: number
}

export const JOURNAL_LIMITS: JournalLimits = {
  gatherMs: 20, waitingBytes: 64 * 1024 * 1024, commitBytes: 4 * 1024 * 1024, retryMs: 250,
}

/** What is durable. */
export interface Acknowledged {
  readonly seq: number
  /** Since the journal was opened. */
  readonly plots: number
  readonly at: Timestamp
}

export interface JournalTrouble {
  readonly problem: StoreProblem
  readonly since: Timestamp
  readonly message: string
}

export interface JournalStatus {
  readonly acknowledged: Acknowledged
  readonly waiting: { readonly rows: number; readonly plots: number; readonly bytes: number }
  readonly trouble?: JournalTrouble | undefined
}

export interface JournalPorts {
  readonly keeper: StoreKeeper
  readonly clock: () => Timestamp
  /** Rows that have become durable, in order. */
  readonly kept: (rows: readonly JournalRow[]) => void
  /** The last rows that became durable, in order, as far as memory still has them: for a store that has lost them. */
  readonly remembered: () => readonly JournalRow[]
  /** More waits than may. */
  readonly hold: () => void
  readonly release: () => void
  /** The trouble begins, changes or ends. */
  readonly troubled: (trouble: JournalTrouble | undefined) => void
}

/** Rows that are durable once they are acknowledged, however the machine ends. */
export interface Journal {
  /** Fulfilled with its number when it is durable; until then it waits, for as long as the store takes nothing in. */
  append(entry: JournalEntry): Promise<number>
  status(): JournalStatus
  /** Fulfilled when all that was given is durable, or when an attempt to make it so has failed. */
  settle(): Promise<void>
  /** Attempts once more what waits, and takes nothing in any more. */
  stop(): Promise<void>
}

interface Waiting {
  readonly row: JournalRow
  readonly resolve: (seq: number) => void
}

/** Opens the journal after its last row. */
export function createJournal(lastSeq: number, ports: JournalPorts, limits: JournalLimits = JOURNAL_LIMITS): Journal {
  const { keeper, clock } = ports
  const waiting: Waiting[] = []
  let given = lastSeq
  let bytes = 0
  let acknowledged: Acknowledged = { seq: lastSeq, plots: 0, at: clock() }
  let trouble: JournalTrouble | undefined
  let timer: NodeJS.Timeout | undefined
  let committing: Promise<void> | undefined
  let isHolding = false

  function acknowledge(count: number): void {
    const done = waiting.splice(0, count)
    const rows = done.map(({ row }) => row)
    for (const { body } of rows) bytes -= body.length
    const plots = rows.reduce((sum, row) => sum + row.plots, acknowledged.plots)
    acknowledged = { seq: rows.at(-1)?.seq ?? acknowledged.seq, plots, at: clock() }
    note(undefined)
    ports.kept(rows)
    for (const { row, resolve } of done) resolve(row.seq)
    if (isHolding && bytes <= limits.waitingBytes / 2) {
      isHolding = false
      ports.release()
    }
  }

  /** As many as go into one commit. */
  function nextRows(): JournalRow[] {
    let size = 0
    const end = waiting.findIndex(({ row }) => (size += row.body.length) > limits.commitBytes)
    return waiting.slice(0, end < 0 ? waiting.length : Math.max(1, end)).map(({ row }) => row)
  }

  async function commitOnce(): Promise<void> {
    if (trouble && trouble.problem !== 'disk-full' && trouble.problem !== 'busy') {
      await keeper.reopen()
      const { seq } = acknowledged
      const found = await keeper.urgently((history) => restoreTail(history, seq, ports.remembered(), waiting.map(({ row }) => row)))
      if (found > 0) return acknowledge(found)
    }
    const rows = nextRows()
    if (rows.length === 0) return
    await keeper.urgently((history) => history.append(rows))
    acknowledge(rows.length)
  }

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      try {
        await commitOnce()
      } catch (error) {
        note({ problem: problemOf(error), since: trouble?.since ?? clock(), message: String(error) })
        return schedule(limits.retryMs)
      }
    }
  }
  function note(next: JournalTrouble | undefined): void {
    const isSame = next?.problem === trouble?.problem
    trouble = next
    if (!isSame) ports.troubled(next)
  }
  function commit(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    committing ??= commitAll().finally(() => {
      committing = undefined
      if (waiting.length > 0) schedule(limits.gatherMs)
    })
    return committing
  }
  function schedule(delay: number): void {
    timer ??= setTimeout(() => void commit(), delay)
  }

  return {
    append(entry) {
      const row = rowOf(++given, entry)
      bytes += row.body.length
      if (!isHolding && bytes > limits.waitingBytes) {
        isHolding = true
        ports.hold()
      }
      if (!committing) schedule(limits.gatherMs)
      return new Promise((resolve) => waiting.push({ row, resolve }))
    },
    status: () => ({
      acknowledged, trouble,
      waiting: { rows: waiting.length, plots: waiting.reduce((sum, { row }) => sum + row.plots, 0), bytes },
    }),
    settle: () => commit(),
    async stop() {
      await commit()
      clearTimeout(timer)
    },
  }
}
