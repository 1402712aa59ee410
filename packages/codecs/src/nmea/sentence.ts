import type { DecodeProblem } from '@csii/model'
import { BACKSLASH, COMMA, DOLLAR, EXCLAMATION, SPACE, STAR, ZERO, hexByte } from './ascii.ts'

/** A parametric sentence has 82 characters at most, so it cannot have more fields than this; longer ones are cut. */
const MOST_FIELDS = 80

/**
 * One sentence in place: where its fields lie in the bytes, and whether its checksum holds. One object is used again
 * for every sentence of a stream, because making one for each would cost as much as reading it.
 */
export class Sentence {
  bytes: Uint8Array = new Uint8Array(0)
  /** Of the start delimiter, `!` or `$`. */
  from = 0
  /** After the checksum: from here to `to` stands what a network appended. */
  tailFrom = 0
  /** After all of it, or after whatever stands where the sentence broke off. */
  to = 0
  /** The checksum as computed. */
  sum = 0
  /** The address is field 0. */
  fieldCount = 0
  readonly #ends = new Int32Array(MOST_FIELDS)

  fieldFrom(field: number): number {
    return field === 0 ? this.from + 1 : this.#ends[field - 1]! + 1
  }

  fieldTo(field: number): number {
    return this.#ends[field]!
  }

  /**
   * Reads the sentence that starts at `from`. A start delimiter or tag block inside it means that this sentence lost
   * its end: IEC 61162-1, § 7.1 reserves them. After the checksum only a comma or blanks may follow, as some networks
   * append the station and time there.
   */
  read(bytes: Uint8Array, from: number, to: number): DecodeProblem | undefined {
    this.bytes = bytes
    this.from = from
    this.fieldCount = 0
    const star = this.#readFields(bytes, from + 1, to)
    const stated = star < to && bytes[star] === STAR ? hexByte(bytes, star + 1, to) : -1
    if (stated < 0) {
      this.to = nextStart(bytes, star, to)
      this.tailFrom = this.to
      return 'framing'
    }
    this.tailFrom = star + 3
    this.to = this.tailFrom
    const after = nextStart(bytes, this.to, to)
    if (after > this.to) {
      const follower = bytes[this.to]!
      const isClean = follower === COMMA || follower <= SPACE
      this.to = after
      if (!isClean) return 'framing'
    }
    return stated === this.sum ? undefined : 'checksum'
  }

  /** Walks to the `*`, or to whatever ends the sentence before it. */
  #readFields(bytes: Uint8Array, from: number, to: number): number {
    const ends = this.#ends
    let sum = 0
    let count = 0
    let i = from
    for (; i < to; i++) {
      const byte = bytes[i]!
      if (byte < ZERO) {
        if (byte === STAR || byte === EXCLAMATION || byte === DOLLAR) break
        if (byte === COMMA && count < MOST_FIELDS - 1) ends[count++] = i
      } else if (byte === BACKSLASH) break
      sum ^= byte
    }
    ends[count] = i
    this.fieldCount = count + 1
    this.sum = sum
    return i
  }
}

/** Where the next sentence or tag block starts, or `to`. */
export function nextStart(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const byte = bytes[i]
    if (byte === EXCLAMATION || byte === DOLLAR || byte === BACKSLASH) return i
  }
  return to
}
