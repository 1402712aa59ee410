/**
 * The longest message that is read, in bytes. A catch report with thirty species needs about 500, and a free text (MS)
 * has 255 at most.
 */
export const LONGEST_MESSAGE = 4096
/** Text around messages is told in pieces of this size. */
export const LONGEST_TEXT = 1024

export interface NafTaker {
  /** One message from `//SR//` to `//ER`. The bytes are only valid during the call. */
  message(bytes: Uint8Array, from: number, to: number): void
  /** Text in which no message is: the headers of an e-mail, the frame of a web page. */
  other(bytes: Uint8Array, from: number, to: number): void
  /** A message that breaks off: another begins, or nothing follows. */
  broken(bytes: Uint8Array, from: number, to: number): void
  /** The first bytes of a message that is longer than `LONGEST_MESSAGE`. */
  overflow(bytes: Uint8Array, from: number, to: number): void
}

const SLASH = 47
const LF = 10
const CR = 13
const EQUALS = 61
const START = codes('//SR//')
const END = codes('//ER')

/** Finds messages anywhere in a stream, wherever its fragments begin and end. */
export class NafScanner {
  readonly #held = new Uint8Array(LONGEST_MESSAGE)
  #length = 0
  #isMessage = false
  #isSkipping = false
  /** Slashes that may still follow the end of a message. */
  #closing = 0

  read(bytes: Uint8Array, taker: NafTaker): void {
    for (let i = 0; i < bytes.length; i++) this.#take(bytes[i]!, taker)
  }

  /** Nothing follows. */
  end(taker: NafTaker): void {
    if (this.#isMessage) taker.broken(this.#held, 0, this.#length)
    else this.#tellText(this.#length, taker)
    this.#length = 0
    this.#isMessage = false
    this.#isSkipping = false
    this.#closing = 0
  }

  #take(byte: number, taker: NafTaker): void {
    if (this.#closing > 0 && byte === SLASH) return void this.#closing--
    this.#closing = 0
    if (this.#isMessage && (byte === LF || byte === CR)) return this.#unwrap()
    if (this.#length === (this.#isMessage ? LONGEST_MESSAGE : LONGEST_TEXT)) this.#full(taker)
    this.#held[this.#length++] = byte
    if (byte === SLASH && this.#endsWith(START)) this.#start(taker)
    else if (this.#isMessage && byte === END.at(-1) && this.#endsWith(END)) this.#finish(taker)
  }

  /** E-mail breaks long lines, and marks that with an equals sign (RFC 2045, § 6.7). */
  #unwrap(): void {
    if (this.#held[this.#length - 1] === EQUALS) this.#length--
  }

  #full(taker: NafTaker): void {
    if (this.#isMessage) {
      taker.overflow(this.#held, 0, this.#length)
      this.#isMessage = false
      this.#isSkipping = true
      this.#length = 0
      return
    }
    // The last of it may be the first of a message.
    const kept = START.length - 1
    this.#tellText(this.#length - kept, taker)
    this.#held.copyWithin(0, this.#length - kept, this.#length)
    this.#length = kept
  }

  #start(taker: NafTaker): void {
    const before = this.#length - START.length
    if (this.#isMessage) taker.broken(this.#held, 0, before)
    else this.#tellText(before, taker)
    this.#held.set(START)
    this.#length = START.length
    this.#isMessage = true
    this.#isSkipping = false
  }

  #finish(taker: NafTaker): void {
    taker.message(this.#held, 0, this.#length)
    this.#length = 0
    this.#isMessage = false
    this.#closing = 2
  }

  /** Blanks and line ends are nothing; what follows a message that was too long belongs to it. */
  #tellText(to: number, taker: NafTaker): void {
    if (this.#isSkipping) return
    for (let i = 0; i < to; i++) if (this.#held[i]! > 32) return taker.other(this.#held, 0, to)
  }

  #endsWith(mark: readonly number[]): boolean {
    const from = this.#length - mark.length
    return from >= 0 && mark.every((code, index) => this.#held[from + index] === code)
  }
}

function codes(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
