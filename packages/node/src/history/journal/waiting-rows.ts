import { rowOf, type JournalEntry, type JournalRow } from './journal-row.ts'

interface WaitingRow {
  readonly row: JournalRow
  readonly resolve: (seq: number) => void
}

export interface WaitingPorts {
  /** More waits than may. */
  readonly hold: () => void
  readonly release: () => void
}

/** Rows that have their numbers and are not durable yet. */
export class WaitingRows {
  readonly #rows: WaitingRow[] = []
  readonly #ports: WaitingPorts
  readonly #mostBytes: number
  #lastSeq: number
  #bytes = 0
  #plots = 0
  #isHolding = false

  constructor(lastSeq: number, mostBytes: number, ports: WaitingPorts) {
    this.#lastSeq = lastSeq
    this.#mostBytes = mostBytes
    this.#ports = ports
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0
  }

  get sizes() {
    return { rows: this.#rows.length, plots: this.#plots, bytes: this.#bytes }
  }

  /** Fulfilled when the row is taken away. */
  add(entry: JournalEntry): Promise<number> {
    const row = rowOf(++this.#lastSeq, entry)
    this.#bytes += row.body.length
    this.#plots += row.plots
    if (!this.#isHolding && this.#bytes > this.#mostBytes) {
      this.#isHolding = true
      this.#ports.hold()
    }
    return new Promise((resolve) => this.#rows.push({ row, resolve }))
  }

  all(): JournalRow[] {
    return this.#rows.map(({ row }) => row)
  }

  /** The first ones, one at least, with so many bytes at most. */
  first(bytes: number): JournalRow[] {
    let size = 0
    const end = this.#rows.findIndex(({ row }) => (size += row.body.length) > bytes)
    return this.#rows.slice(0, end < 0 ? this.#rows.length : Math.max(1, end)).map(({ row }) => row)
  }

  /** Takes the first ones away; `tell` says to whoever gave them that they are durable. */
  take(count: number): { readonly rows: readonly JournalRow[]; tell(): void } {
    const taken = this.#rows.splice(0, count)
    for (const { row } of taken) {
      this.#bytes -= row.body.length
      this.#plots -= row.plots
    }
    return {
      rows: taken.map(({ row }) => row),
      tell: () => {
        for (const { row, resolve } of taken) resolve(row.seq)
        if (!this.#isHolding || this.#bytes > this.#mostBytes / 2) return
        this.#isHolding = false
        this.#ports.release()
      },
    }
  }
}
