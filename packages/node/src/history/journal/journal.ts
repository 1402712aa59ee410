import type { Timestamp } from '@csii/model'
import type { JournalEntry, JournalRow } from './journal-row.ts'
import { problemOf, type StoreProblem } from './problem.ts'
import type { StoreKeeper } from './store-keeper.ts'
import { restoreTail } from './tail.ts'
import { WaitingRows, type WaitingPorts } from './waiting-rows.ts'

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

export interface JournalPorts extends WaitingPorts {
  readonly keeper: StoreKeeper
  readonly clock: () => Timestamp
  /** Rows that have become durable, in order. */
  readonly kept: (rows: readonly JournalRow[]) => void
  /** The last rows that became durable, in order, as far as memory still has them: for a store that has lost them. */
  readonly remembered: () => readonly JournalRow[]
  /** The trouble begins, changes or ends. */
  readonly troubled: (trouble: JournalTrouble | undefined) => void
}

/** Rows that are durable once they are acknowledged, however the machine ends. */
export class Journal {
  readonly #ports: JournalPorts
  readonly #limits: JournalLimits
  readonly #waiting: WaitingRows
  #acknowledged: Acknowledged
  #trouble: JournalTrouble | undefined
  #timer: NodeJS.Timeout | undefined
  #committing: Promise<void> | undefined

  /** Goes on after the last row there is. */
  constructor(lastSeq: number, ports: JournalPorts, limits: JournalLimits = JOURNAL_LIMITS) {
    this.#ports = ports
    this.#limits = limits
    this.#waiting = new WaitingRows(lastSeq, limits.waitingBytes, ports)
    this.#acknowledged = { seq: lastSeq, plots: 0, at: ports.clock() }
  }

  /** Fulfilled with its number when it is durable; until then it waits, for as long as the store takes nothing in. */
  append(entry: JournalEntry): Promise<number> {
    if (!this.#committing) this.#schedule(this.#limits.gatherMs)
    return this.#waiting.add(entry)
  }

  status(): JournalStatus {
    return { acknowledged: this.#acknowledged, waiting: this.#waiting.sizes, trouble: this.#trouble }
  }

  /** Fulfilled when all that was given is durable, or when an attempt to make it so has failed. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#hasWork) this.#committing ??= this.#commitAll()
    await this.#committing
  }

  /** Attempts once more what waits, and then no more. */
  async stop(): Promise<void> {
    await this.settle()
    clearTimeout(this.#timer)
  }

  get #hasWork(): boolean {
    return !this.#waiting.isEmpty || this.#ports.keeper.isInDoubt
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => void this.settle(), delay)
  }

  async #commitAll(): Promise<void> {
    let hasFailed = false
    while (this.#hasWork && !hasFailed) {
      hasFailed = await this.#commit().then(() => false, (error: unknown) => {
        const problem = problemOf(error)
        if (problem === 'refused') this.#ports.keeper.doubt()
        this.#note({ problem, since: this.#trouble?.since ?? this.#ports.clock(), message: String(error) })
        return true
      })
    }
    this.#committing = undefined
    if (hasFailed) this.#schedule(this.#limits.retryMs)
  }

  async #commit(): Promise<void> {
    const { keeper, remembered } = this.#ports
    if (keeper.isInDoubt) {
      await keeper.reopen()
      const { seq } = this.#acknowledged
      return this.#acknowledge(await keeper.urgently((history) => restoreTail(history, seq, remembered(), this.#waiting.all())))
    }
    const rows = this.#waiting.first(this.#limits.commitBytes)
    await keeper.urgently((history) => history.append(rows))
    this.#acknowledge(rows.length)
  }

  #acknowledge(count: number): void {
    this.#note(undefined)
    if (count === 0) return
    const { rows, tell } = this.#waiting.take(count)
    const plots = rows.reduce((sum, row) => sum + row.plots, this.#acknowledged.plots)
    this.#acknowledged = { seq: rows.at(-1)?.seq ?? this.#acknowledged.seq, plots, at: this.#ports.clock() }
    this.#ports.kept(rows)
    tell()
  }

  #note(trouble: JournalTrouble | undefined): void {
    const isSame = trouble?.problem === this.#trouble?.problem
    this.#trouble = trouble
    if (!isSame) this.#ports.troubled(trouble)
  }
}
