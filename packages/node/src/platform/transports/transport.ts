/** What a transport tells the source it serves. */
export interface TransportEvents {
  /** Bytes can come from now on. */
  opened(): void
  /**
   * Bytes that the receiver may keep. False asks for none until `resume`; a datagram that comes all the same is dropped.
   * A transport with several connections at once numbers them: each is a stream of its own.
   */
  bytes(bytes: Uint8Array, datagram: boolean, stream?: number): boolean
  /** One of several streams is over, and the transport goes on. */
  ended(stream: number): void
  /** Nothing more will come. `final`: it is not worth opening again, as at the end of a file. */
  closed(why: string, final: boolean): void
}

export interface Transport {
  /** The source has room again. */
  resume(): void
  close(): Promise<void>
}

/** One way for bytes to come in. `closed` is called once at most, and never after `close`. */
export interface TransportKind {
  /** How its addresses are written. */
  readonly form: string
  /** What may stand after `?`. */
  readonly options: readonly string[]
  /** True where the address is a server's own: what else stands after `?` is for that server. */
  readonly passesQuery?: boolean
  /** One sentence that says what is wrong with an address and what to write, or nothing. */
  readonly fault: (url: URL) => string | undefined
  readonly open: (url: URL, events: TransportEvents) => Transport
}

/** Lets events through until the transport is closed, and `closed` only once. */
export function once(events: TransportEvents): TransportEvents & { silence(): void } {
  let isOver = false
  return {
    opened: () => void (isOver || events.opened()),
    bytes: (bytes, datagram, stream) => isOver || events.bytes(bytes, datagram, stream),
    ended: (stream) => void (isOver || events.ended(stream)),
    closed(why, final) {
      if (isOver) return
      isOver = true
      events.closed(why, final)
    },
    silence: () => void (isOver = true),
  }
}
