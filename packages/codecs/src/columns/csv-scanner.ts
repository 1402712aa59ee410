import { CR, LF } from '../nmea/ascii.ts'

/** The longest record that is read, in bytes. A quote that never ends could else hold back a whole stream. */
export const LONGEST_RECORD = 16_384

export interface CsvTaker {
  /** One record without its end, never empty. The bytes are only valid during the call. */
  record(bytes: Uint8Array, from: number, to: number): void
  /** The first bytes of a record that is longer than `LONGEST_RECORD`; it is skipped up to the next end of a line. */
  overflow(bytes: Uint8Array, from: number, to: number): void
}

const QUOTE = 34
/** Comma, semicolon, tab and bar: whichever of them the file uses. */
const isDelimiter = (byte: number) => byte === 44 || byte === 59 || byte === 9 || byte === 124

/**
 * Cuts a stream into the records of a CSV file (RFC 4180), wherever its fragments begin and end. A quote opens only
 * where a field begins, so that inches and minutes within a field do no harm; within quotes a line end belongs to the
 * record.
 */
export class CsvScanner {
  readonly #held = new Uint8Array(LONGEST_RECORD)
  #length = 0
  #isQuoted = false
  #isSkipping = false
  /** The last byte of the record outside quotes, a quote that closed included; 0 at its beginning. */
  #previous = 0

  read(bytes: Uint8Array, taker: CsvTaker): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!
      const isEnd = byte === LF || byte === CR
      if (isEnd && (!this.#isQuoted || this.#isSkipping)) this.end(taker)
      else if (!this.#isSkipping) this.#take(byte, taker)
    }
  }

  /** What was held back is a record: nothing can follow it. */
  end(taker: CsvTaker): void {
    const length = this.#length
    const isRecord = length > 0 && !this.#isSkipping
    this.#length = 0
    this.#isQuoted = false
    this.#isSkipping = false
    this.#previous = 0
    if (isRecord) taker.record(this.#held, 0, length)
  }

  #take(byte: number, taker: CsvTaker): void {
    if (this.#length === LONGEST_RECORD) {
      this.#isSkipping = true
      taker.overflow(this.#held, 0, LONGEST_RECORD)
      return
    }
    this.#held[this.#length++] = byte
    if (byte !== QUOTE) {
      if (!this.#isQuoted) this.#previous = byte
      return
    }
    // Two quotes within quotes are one: the first closes, and the second opens again.
    const opens = this.#previous === 0 || this.#previous === QUOTE || isDelimiter(this.#previous)
    if (this.#isQuoted) this.#previous = QUOTE
    this.#isQuoted = !this.#isQuoted && opens
  }
}
