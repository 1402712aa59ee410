import type { DecodeProblem } from '@csii/model'

/** How the value of a field is written: Protocol Buffers, "Encoding", message structure. Groups are long gone. */
export const VARINT = 0
export const FIXED64 = 1
export const BYTES = 2
export const FIXED32 = 5

/** One field of a message where it stands. `value` is that of a varint; else the value lies between `from` and `to`. */
export interface Field {
  readonly number: number
  readonly wireType: number
  readonly value: number
  readonly from: number
  readonly to: number
  /** Where the field begins, with its tag. */
  readonly start: number
}

/** A varint: its value, and where it ends. */
export interface Varint {
  /** `NaN` from 2^53 on: nothing here is so large. */
  readonly value: number
  readonly end: number
}

/** 64 bits, seven in each byte. */
const LONGEST_VARINT = 10

/** The varint at a place, or why there is none: cut off, or longer than any. */
export function varintAt(bytes: Uint8Array, at: number, to: number): Varint | DecodeProblem {
  let value = 0
  for (let i = 0; i < LONGEST_VARINT; i++) {
    const byte = bytes[at + i]
    if (byte === undefined || at + i >= to) return 'length'
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return { value: Number.isSafeInteger(value) ? value : Number.NaN, end: at + i + 1 }
  }
  return 'framing'
}

/** The field at a place, or why there is none. */
export function fieldAt(bytes: Uint8Array, start: number, to: number): Field | DecodeProblem {
  const tag = varintAt(bytes, start, to)
  if (typeof tag === 'string') return tag
  const number = Math.floor(tag.value / 8)
  const wireType = tag.value % 8
  if (!(number >= 1 && number <= MOST_FIELD)) return 'framing'
  const from = tag.end
  const fixed = FIXED_LENGTHS[wireType]
  if (fixed !== undefined) return within({ number, wireType, value: 0, from, to: from + fixed, start }, to)
  if (wireType !== VARINT && wireType !== BYTES) return 'framing'
  const first = varintAt(bytes, from, to)
  if (typeof first === 'string') return first
  if (wireType === VARINT) return { number, wireType, value: first.value, from, to: first.end, start }
  if (Number.isNaN(first.value)) return 'length'
  return within({ number, wireType, value: 0, from: first.end, to: first.end + first.value, start }, to)
}

const FIXED_LENGTHS: Readonly<Record<number, number>> = { [FIXED64]: 8, [FIXED32]: 4 }

const MOST_FIELD = 2 ** 29 - 1

const within = (field: Field, to: number): Field | DecodeProblem => (field.to <= to ? field : 'length')

/** Bytes that are written one behind the other. */
export class WireWriter {
  #bytes = new Uint8Array(256)
  #length = 0

  varint(value: number): void {
    if (!(Number.isSafeInteger(value) && value >= 0)) throw new Error(`No varint: ${value}`)
    let rest = value
    while (rest >= 0x80) {
      this.#byte((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.#byte(rest)
  }

  tag(number: number, wireType: number): void {
    this.varint(number * 8 + wireType)
  }

  double(value: number): void {
    const double = new DataView(new ArrayBuffer(8))
    double.setFloat64(0, value, true)
    this.raw(new Uint8Array(double.buffer))
  }

  bytes(content: Uint8Array): void {
    this.varint(content.length)
    this.raw(content)
  }

  raw(content: Uint8Array): void {
    this.#makeRoom(content.length)
    this.#bytes.set(content, this.#length)
    this.#length += content.length
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #byte(byte: number): void {
    this.#makeRoom(1)
    this.#bytes[this.#length++] = byte
  }

  #makeRoom(wanted: number): void {
    if (this.#length + wanted <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#length + wanted, this.#bytes.length * 2))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
