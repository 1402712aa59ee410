import type { SourceView } from '@csii/contract'
import type { Intake } from '../pipeline/intake.ts'
import type { SourceConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { Transport, TransportEvents, TransportKind } from '../platform/transports/transport.ts'
import { backOff } from './back-off.ts'

export interface SourcePorts {
  readonly intake: Intake
  readonly clock: () => number
  readonly random: () => number
  readonly log: Log
  readonly transports: ReadonlyMap<string, TransportKind>
}

/** What the technician wants to know of one source's transport. */
export interface SourceState {
  readonly source: SourceConfig
  readonly state: SourceView['state']
  /** Why it is not open. */
  readonly detail: string | undefined
  readonly bytes: number
  /** Datagrams that came while the pipeline was behind. */
  readonly dropped: number
  readonly openings: number
}

const FAILURES_TO_SPEAK_OF = 3
/** A line that carries bytes after so long is mended. One that breaks again and again before that is called ever less often. */
const STEADY_MS = 10_000

/** Keeps one sensor's transport open, and hands its bytes to the pipeline no faster than that takes them. */
export class Source implements TransportEvents {
  readonly #config: SourceConfig
  readonly #ports: SourcePorts
  #transport: Transport | undefined
  #timer: NodeJS.Timeout | undefined
  #state: SourceView['state'] = 'connecting'
  #detail: string | undefined
  #bytes = 0
  #dropped = 0
  #openings = 0
  #openedAt = 0
  #failures = 0
  /** Refused by the pipeline. Bounded: each stream of the transport pauses after its first refusal. */
  #held: Uint8Array[] = []
  #hasUnendedStream = false
  #isStopped = false

  constructor(config: SourceConfig, ports: SourcePorts) {
    this.#config = config
    this.#ports = ports
  }

  get state(): SourceState {
    return {
      source: this.#config,
      state: this.#state,
      detail: this.#detail,
      bytes: this.#bytes,
      dropped: this.#dropped,
      openings: this.#openings,
    }
  }

  open(): void {
    const url = new URL(this.#config.url)
    const kind = this.#ports.transports.get(url.protocol)
    if (!kind) throw new Error(`No transport for ${url.protocol} of source ${this.#config.id}`)
    this.#state = 'connecting'
    this.#transport = kind.open(url, this)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#endStream()
    await this.#transport?.close()
  }

  opened(): void {
    this.#state = 'open'
    this.#detail = undefined
    this.#openings++
    this.#openedAt = this.#ports.clock()
  }

  bytes(bytes: Uint8Array, datagram: boolean): boolean {
    this.#bytes += bytes.length
    const { intake, clock } = this.#ports
    if (Math.abs(clock() - this.#openedAt) >= STEADY_MS) this.#failures = 0
    const own = owned(bytes)
    if (this.#held.length === 0 && intake.offer(this.#config.id, own, clock(), datagram)) {
      this.#hasUnendedStream = !datagram
      return true
    }
    if (datagram) this.#dropped++
    else this.#hold(own)
    return false
  }

  closed(why: string, final: boolean): void {
    const wasOpen = this.#state === 'open'
    this.#detail = why
    if (this.#held.length === 0) this.#endStream()
    if (final) {
      this.#state = wasOpen ? 'ended' : 'failed'
      return
    }
    this.#state = 'waiting'
    this.#failures++
    // One that was never open may only need a moment: both ends are often started together.
    if (this.#failures === (this.#openings > 0 ? 1 : FAILURES_TO_SPEAK_OF)) {
      this.#ports.log.warn({ source: this.#config.id, why }, 'A source is lost; it is tried again until it is back')
    }
    this.#tryAgain()
  }

  #tryAgain(): void {
    this.#timer = setTimeout(() => (this.#held.length > 0 ? this.#tryAgain() : this.open()), backOff(this.#failures, this.#ports.random()))
  }

  #hold(bytes: Uint8Array): void {
    this.#held.push(bytes)
    if (this.#held.length === 1) this.#ports.intake.whenRoom(this.#config.id, () => this.#offerHeld())
  }

  #offerHeld(): void {
    const { intake, clock } = this.#ports
    if (this.#isStopped) return
    while (this.#held.length > 0) {
      if (!intake.offer(this.#config.id, this.#held[0]!, clock(), false)) {
        return intake.whenRoom(this.#config.id, () => this.#offerHeld())
      }
      this.#held.shift()
      this.#hasUnendedStream = true
    }
    if (this.#state === 'open') this.#transport?.resume()
    else this.#endStream()
  }

  #endStream(): void {
    if (!this.#hasUnendedStream) return
    this.#hasUnendedStream = false
    this.#ports.intake.end(this.#config.id, this.#ports.clock())
  }
}

/** The pipeline may transfer the memory away, so it must be nobody else's: Node's buffers are often parts of a pool. */
const owned = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength && bytes.constructor === Uint8Array ? bytes : Uint8Array.from(bytes)
