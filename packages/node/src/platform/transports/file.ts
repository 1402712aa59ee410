import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { numberOf, pathOf } from './address.ts'
import { createSchedule } from './pace.ts'
import { once, type TransportEvents, type TransportKind } from './transport.ts'

const FORM = 'file:/srv/day.nmea.gz, with ?speed=10 for ten times its pace, ?speed=0 for as fast as it goes, or ?linesPerSecond=50'
/** Lines due within so little are passed on together. */
const TOGETHER_MS = 5
const CHUNK_BYTES = 32 * 1024

/** A recording, played at its own pace or another. */
export const file: TransportKind = {
  form: FORM,
  fault(url) {
    if (pathOf(url) === '') return `names no file. Write ${FORM}.`
    const numbers = [numberOf(url, 'speed', 1, 0, 1e6), numberOf(url, 'linesPerSecond', 1, 0.001, 1e7)]
    return numbers.includes(undefined) ? `has a pace that is no number. Write ${FORM}.` : undefined
  },
  open(url, given) {
    const events = once(given)
    const source = createReadStream(pathOf(url))
    const text: Readable = pathOf(url).endsWith('.gz') ? source.pipe(createGunzip()) : source
    const player = new Player(events)
    const pace = {
      speed: numberOf(url, 'speed', 1, 0, 1e6) ?? 1,
      linesPerSecond: url.searchParams.has('linesPerSecond') ? numberOf(url, 'linesPerSecond', 1, 0.001, 1e7) : undefined,
    }
    source.once('open', () => events.opened())
    for (const stream of new Set([source, text])) stream.on('error', (error: Error) => events.closed(error.message, true))
    void player.play(text, createSchedule(pace)).then(
      () => events.closed('The recording has ended', true),
      (error: Error) => events.closed(error.message, true),
    )
    return {
      resume: () => player.resume(),
      async close() {
        events.silence()
        player.stop()
        source.destroy()
        text.destroy()
      },
    }
  },
}

class Player {
  readonly #events: TransportEvents
  #wake: (() => void) | undefined
  #hasRoom = true
  #isStopped = false
  #waiting: string[] = []
  #waitingBytes = 0

  constructor(events: TransportEvents) {
    this.#events = events
  }

  async play(text: Readable, dueAfter: (line: string) => number): Promise<void> {
    const start = performance.now()
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
      const wait = start + dueAfter(line) - performance.now()
      if (wait > TOGETHER_MS) {
        await this.#pass()
        await this.#sleep(wait)
      }
      if (this.#isStopped) return
      this.#waiting.push(line)
      this.#waitingBytes += line.length
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

  async #pass(): Promise<void> {
    while (!this.#hasRoom && !this.#isStopped) await new Promise<void>((resolve) => (this.#wake = resolve))
    if (this.#isStopped || this.#waiting.length === 0) return
    const bytes = new TextEncoder().encode(`${this.#waiting.join('\n')}\n`)
    this.#waiting = []
    this.#waitingBytes = 0
    this.#hasRoom = this.#events.bytes(bytes, false)
  }

  async #sleep(ms: number): Promise<void> {
    const until = performance.now() + ms
    while (!this.#isStopped && performance.now() < until) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, until - performance.now())
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
}
