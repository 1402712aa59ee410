import type { DecodeProblem } from '@csii/model'

/** The longest document that is read, in bytes: the whole model of a harbour full of vessels fits. */
export const LONGEST_DOCUMENT = 1024 * 1024
/** Braces within braces; Signal K's own model is nine deep. */
export const DEEPEST = 64
/** Of what is refused, so much is shown. */
const SHOWN = 1024

export interface DocumentTaker {
  /** One whole document, from brace to brace. The bytes are only valid during the call. */
  document(bytes: Uint8Array, from: number, to: number): void
  /** Bytes that are no document: junk between two, a broken one, one without end. */
  refused(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void
}

const [LF, CR, SPACE, QUOTE, COMMA, COLON, BACKSLASH] = [10, 13, 32, 34, 44, 58, 92]
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125]

/**
 * Finds JSON objects in a stream, one a line or one after the other, wherever its fragments begin and end. Looks at
 * each
 * byte once. A new object where the grammar allows none (RFC 8259, § 4) is taken for the next document: the one before
 * was cut off.
 */
export class JsonDocuments {
  readonly #taker: DocumentTaker
  #held = new Uint8Array(4096)
  #length = 0
  /** What encloses the byte at hand, one of `OPEN` and `OPEN_LIST` each. */
  readonly #open: number[] = []
  #inString = false
  #isEscaped = false
  /** The last byte that is neither blank nor in a string. */
  #before = 0
  #isJunk = false
  #isSkipping = false

  constructor(taker: DocumentTaker) {
    this.#taker = taker
  }

  read(bytes: Uint8Array): void {
    let from = 0
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (this.#isSkipping) {
        if (byte === LF) this.#isSkipping = false
        from = at + 1
      } else if (this.#open.length === 0) from = this.#outside(bytes, from, at)
      else from = this.#inside(bytes, from, at)
    }
    this.#hold(bytes, from, bytes.length)
  }

  /** Nothing can follow: what is held is refused. */
  end(): void {
    if (this.#length > 0) this.#refuse(this.#isJunk ? 'framing' : 'length')
    this.#isSkipping = false
  }

  /** Gives where what is not settled yet begins. */
  #outside(bytes: Uint8Array, from: number, at: number): number {
    const byte = bytes[at]!
    const isBlank = byte <= SPACE
    if (this.#isJunk && (byte === OPEN || byte === LF || byte === CR || this.#length + at - from >= SHOWN)) {
      this.#refuseTo(bytes, from, at, 'framing')
    } else if (this.#isJunk) return from
    if (byte === OPEN) this.#begin()
    else this.#isJunk = !isBlank
    return isBlank ? at + 1 : at
  }

  #inside(bytes: Uint8Array, from: number, at: number): number {
    const byte = bytes[at]!
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === BACKSLASH) this.#isEscaped = true
      else if (byte === QUOTE) this.#inString = false
      else if (byte === LF || byte === CR) {
        this.#refuseTo(bytes, from, at, 'framing')
        return at + 1
      }
    } else if (byte > SPACE) {
      const next = this.#token(bytes, from, at)
      if (next !== undefined) return next
      this.#before = byte
    }
    if (this.#length + at - from < LONGEST_DOCUMENT) return from
    this.#refuseTo(bytes, from, at, 'overflow')
    this.#isSkipping = true
    return at + 1
  }

  /** Gives where what follows begins, when this byte settles what came before it. */
  #token(bytes: Uint8Array, from: number, at: number): number | undefined {
    const byte = bytes[at]!
    if (byte === QUOTE) this.#inString = true
    else if (byte === OPEN || byte === OPEN_LIST) {
      if (byte === OPEN && !this.#mayOpen()) {
        this.#refuseTo(bytes, from, at, 'framing')
        this.#begin()
        return at
      }
      this.#open.push(byte)
      if (this.#open.length > DEEPEST) return this.#skipFrom(bytes, from, at)
    } else if (byte === CLOSE || byte === CLOSE_LIST) {
      this.#open.pop()
      if (this.#open.length === 0) return this.#give(bytes, from, at + 1)
    }
    return undefined
  }

  #skipFrom(bytes: Uint8Array, from: number, at: number): number {
    this.#refuseTo(bytes, from, at, 'overflow')
    this.#isSkipping = true
    return at + 1
  }

  /** An object stands after a colon, or in a list. */
  #mayOpen(): boolean {
    const isInList = this.#open.at(-1) === OPEN_LIST
    return this.#before === COLON || (isInList && (this.#before === COMMA || this.#before === OPEN_LIST))
  }

  #begin(): void {
    this.#open.push(OPEN)
    this.#before = OPEN
  }

  #give(bytes: Uint8Array, from: number, to: number): number {
    if (this.#length === 0) {
      this.#reset()
      this.#taker.document(bytes, from, to)
      return to
    }
    this.#hold(bytes, from, to)
    const { length } = this.#held.subarray(0, this.#length)
    this.#reset()
    this.#taker.document(this.#held, 0, length)
    return to
  }

  #refuseTo(bytes: Uint8Array, from: number, to: number, problem: DecodeProblem): void {
    this.#hold(bytes, from, Math.min(to, from + SHOWN))
    this.#refuse(problem)
  }

  #refuse(problem: DecodeProblem): void {
    const shown = Math.min(this.#length, SHOWN)
    this.#reset()
    this.#taker.refused(problem, this.#held, 0, shown)
  }

  #reset(): void {
    this.#length = 0
    this.#open.length = 0
    this.#inString = false
    this.#isEscaped = false
    this.#isJunk = false
  }

  #hold(bytes: Uint8Array, from: number, to: number): void {
    const length = this.#length + to - from
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.max(length, Math.min(this.#held.length * 2, LONGEST_DOCUMENT)))
      larger.set(this.#held.subarray(0, this.#length))
      this.#held = larger
    }
    this.#held.set(bytes.subarray(from, to), this.#length)
    this.#length = length
  }
}
