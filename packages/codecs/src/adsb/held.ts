const SMALL = 4096

/** Bytes that are gathered: it grows with them, and lets go of the room when they are gone. */
export class Held {
  readonly #most: number
  #bytes = new Uint8Array(SMALL)
  length = 0

  /** Holds at most one byte more than `most`, so that whoever adds sees that it is too much. */
  constructor(most: number) {
    this.#most = most
  }

  add(byte: number): void {
    if (this.length > this.#most) return
    if (this.length === this.#bytes.length) {
      const wider = new Uint8Array(Math.min(this.#most + 1, this.length * 2))
      wider.set(this.#bytes)
      this.#bytes = wider
    }
    this.#bytes[this.length++] = byte
  }

  first(): number | undefined {
    return this.length > 0 ? this.#bytes[0] : undefined
  }

  /** A view of what is held, valid until the next change. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
    if (this.#bytes.length > 64 * SMALL) this.#bytes = new Uint8Array(SMALL)
  }
}
