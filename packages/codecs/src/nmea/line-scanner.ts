import { CR, LF } from './ascii.ts'

/**
 * The longest line that is read, in bytes. A sentence has at most 82 characters and a tag block 80 (IEC 61162-1, § 7),
 * so this leaves room for senders that chain several, and none for a stream that never ends a line.
 */
export const LONGEST_LINE = 1024

export interface LineTaker {
  /** One line without its end, never empty. The bytes are only valid during the call. */
  line(bytes: Uint8Array, from: number, to: number): void
  /** The first bytes of a line that is longer than `LONGEST_LINE`; the rest of it is skipped. */
  overflow(bytes: Uint8Array, from: number, to: number): void
}

/** Cuts a stream into lines, wherever its fragments begin and end. CR, LF and both end a line. */
export class LineScanner {
  readonly #held = new Uint8Array(LONGEST_LINE)
  #heldLength = 0
  #isSkipping = false

  read(bytes: Uint8Array, taker: LineTaker): void {
    let from = 0
    if (this.#heldLength > 0 || this.#isSkipping) {
      const end = endOfLine(bytes, 0)
      this.#hold(bytes, 0, end, taker)
      if (end === bytes.length) return
      this.end(taker)
      from = end + 1
    }
    while (from < bytes.length) {
      const end = endOfLine(bytes, from)
      if (end === bytes.length) return this.#hold(bytes, from, end, taker)
      if (end - from > LONGEST_LINE) taker.overflow(bytes, from, from + LONGEST_LINE)
      else if (end > from) taker.line(bytes, from, end)
      from = end + 1
    }
  }

  /** What was held back is a line: nothing can follow it. */
  end(taker: LineTaker): void {
    const length = this.#heldLength
    this.#heldLength = 0
    if (length > 0 && !this.#isSkipping) taker.line(this.#held, 0, length)
    this.#isSkipping = false
  }

  #hold(bytes: Uint8Array, from: number, to: number, taker: LineTaker): void {
    if (this.#isSkipping) return
    const room = LONGEST_LINE - this.#heldLength
    this.#held.set(bytes.subarray(from, Math.min(to, from + room)), this.#heldLength)
    this.#heldLength = Math.min(LONGEST_LINE, this.#heldLength + to - from)
    if (to - from <= room) return
    this.#isSkipping = true
    taker.overflow(this.#held, 0, LONGEST_LINE)
  }
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const { length } = bytes
  for (let i = from; i < length; i++) {
    const byte = bytes[i]!
    if (byte <= CR && (byte === CR || byte === LF)) return i
  }
  return length
}
