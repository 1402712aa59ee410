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
  /** Datagrams and chunks thrown away because the pipeline was behind. */
  readonly dropped: number
  readonly openings: number
}

const FAILURES_TO_SPEAK_OF = 3
/** A line that carries bytes after so long is mended. One that breaks before that is called ever less often. */
const STEADY_MS = 10_000

/** More than transports have streams: connections that are cut while the pipeline is behind add no further. */
const MOST_HELD = 128

/** Bytes that wait for the pipeline; without bytes, the end of their stream. */
interface Held {
  readonly stream: number
  readonly bytes: Uint8Array | undefined
}

/** Keeps one sensor's transport open, and hands its bytes to the pipeline no faster than that takes them. */
export class Source implements TransportEvents {
  #config: SourceConfig
  readonly #ports: SourcePorts
  #transport: Transport | undefined
  #timer: NodeJS.Timeout | undefined
  #state: SourceView['state']
  #detail: string | undefined
  #bytes = 0
  #dropped = 0
  #openings = 0
  #openedAt = 0
  #failures = 0
  /** Refused by the pipeline, in order. Each stream of the transport pauses after its first refusal. */
  #held: Held[] = []
  /** Given to the pipeline and not ended. */
  readonly #streams = new Set<number>()
  #isStopped = false

  constructor(config: SourceConfig, ports: SourcePorts) {
    this.#config = config
    this.#ports = ports
    this.#state = config.enabled === false ? 'disabled' : 'connecting'
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

  /** Holds no transport while it is disabled. */
  open(): void {
    if (this.#config.enabled === false) return
    const url = new URL(this.#config.url)
    const kind = this.#ports.transports.get(url.protocol)
    if (!kind) throw new Error(`No transport for ${url.protocol} of source ${this.#config.id}`)
    this.#isStopped = false
    this.#state = 'connecting'
    this.#transport = kind.open(url, this)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#dropped += this.#held.splice(0).length
    this.#endStreams()
    await this.#transport?.close()
  }

  async enable(): Promise<void> {
    if (this.#config.enabled !== false) return
    this.#config = { ...this.#config, enabled: true }
    this.#failures = 0
    this.open()
  }

  async disable(): Promise<void> {
    this.#config = { ...this.#config, enabled: false }
    this.#state = 'disabled'
    this.#detail = undefined
    await this.stop()
  }

  opened(): void {
    this.#state = 'open'
    this.#detail = undefined
    this.#openings++
    this.#openedAt = this.#ports.clock()
  }

  bytes(bytes: Uint8Array, datagram: boolean, stream = 0): boolean {
    this.#bytes += bytes.length
    const { intake, clock } = this.#ports
    if (Math.abs(clock() - this.#openedAt) >= STEADY_MS) this.#failures = 0
    const own = owned(bytes)
    if (this.#held.length === 0 && intake.offer(this.#config.id, own, clock(), datagram, stream)) {
      if (!datagram) this.#streams.add(stream)
      return true
    }
    if (datagram || this.#held.length >= MOST_HELD) this.#dropped++
    else this.#hold({ stream, bytes: own })
    return false
  }

  ended(stream: number): void {
    if (this.#held.some((held) => held.stream === stream)) this.#hold({ stream, bytes: undefined })
    else this.#endStream(stream)
  }

  closed(why: string, final: boolean): void {
    const wasOpen = this.#state === 'open'
    this.#detail = why
    if (this.#held.length === 0) this.#endStreams()
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
    const again = () => (this.#held.length > 0 ? this.#tryAgain() : this.open())
    this.#timer = setTimeout(again, backOff(this.#failures, this.#ports.random()))
  }

  #hold(held: Held): void {
    this.#held.push(held)
    if (this.#held.length === 1) this.#ports.intake.whenRoom(this.#config.id, () => this.#offerHeld())
  }

  #offerHeld(): void {
    const { intake, clock } = this.#ports
    if (this.#isStopped) return
    while (this.#held.length > 0) {
      const { stream, bytes } = this.#held[0]!
      if (bytes && !intake.offer(this.#config.id, bytes, clock(), false, stream)) {
        return intake.whenRoom(this.#config.id, () => this.#offerHeld())
      }
      this.#held.shift()
      if (bytes) this.#streams.add(stream)
      else this.#endStream(stream)
    }
    if (this.#state === 'open') this.#transport?.resume()
    else this.#endStreams()
  }

  #endStreams(): void {
    for (const stream of this.#streams) this.#endStream(stream)
  }

  #endStream(stream: number): void {
    if (this.#streams.delete(stream)) this.#ports.intake.end(this.#config.id, this.#ports.clock(), stream)
  }
}

/** The pipeline may transfer the memory away, so it must be nobody else's: Node's buffers are often parts of a pool. */
const owned = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength && bytes.constructor === Uint8Array ? bytes : Uint8Array.from(bytes)
