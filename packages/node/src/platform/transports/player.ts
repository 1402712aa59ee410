import type { Readable } from 'node:stream'
import type { TransportEvents } from './transport.ts'

/** Lines due within so little are passed on together. */
const TOGETHER_MS = 5
const CHUNK_BYTES = 32 * 1024
/** Timers of more than 2³¹ ms go off at once. */
const LONGEST_TIMER_MS = 3_600_000

/** Passes a recording on, no faster than its pace and no faster than it is taken. */
export class Player {
  readonly #events: TransportEvents
  #wake: (() => void) | undefined
  #hasRoom = true
  #isStopped = false
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

  constructor(events: TransportEvents) {
    this.#events = events
  }

  /** As fast as it is taken. */
  async playThrough(stream: Readable): Promise<void> {
    // A stream of bytes gives buffers; Node's types do not say so.
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      this.#add(bytes)
      await this.#pass()
      if (this.#isStopped) return
    }
  }

  /** Each line when it is due, in ms after the start. */
  async playPaced(lines: AsyncIterable<Buffer>, dueAfter: (line: string) => number): Promise<void> {
    const start = performance.now()
    for await (const line of lines) {
      const wait = start + dueAfter(line.toString('latin1')) - performance.now()
      if (wait > TOGETHER_MS) {
        await this.#pass()
        await this.#sleep(wait)
      }
      if (this.#isStopped) return
      this.#add(line)
      if (this.#waitingBytes >= CHUNK_BYTES) await this.#pass()
    }
    await this.#pass()
  }

  resume(): void {
    this.#hasRoom = true
    this.#wake?.()
  }

  stop(): void {
    this.#isStopped = true
    this.#wake?.()
  }

  #add(bytes: Uint8Array): void {
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
  }

  async #pass(): Promise<void> {
    while (!this.#hasRoom && !this.#isStopped) await new Promise<void>((resolve) => (this.#wake = resolve))
    if (this.#isStopped || this.#waitingBytes === 0) return
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    this.#hasRoom = this.#events.bytes(bytes, false)
  }

  async #sleep(ms: number): Promise<void> {
    const until = performance.now() + ms
    for (let left = ms; left > 0 && !this.#isStopped; left = until - performance.now()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, LONGEST_TIMER_MS))
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
}
