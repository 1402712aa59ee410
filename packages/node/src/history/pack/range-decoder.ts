import { DamagedPack, EVEN, LAST_STEP, LEAST_RANGE, STEPS, WHOLE_RANGE, type Coder } from './coder.ts'

/** A writer leaves out zeros at the end: never more than this many were meant. */
const LEFT_OUT = 8

/** Reads what `RangeEncoder` wrote. Whoever reads on beyond the end is told that the pack is damaged. */
export class RangeDecoder implements Coder {
  readonly isWriting = false
  readonly #bytes: Uint8Array
  #zero = new Uint16Array(4096)
  #seen = new Uint8Array(4096)
  #models = 0
  #at: number
  #range = WHOLE_RANGE
  #code = 0

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes
    this.#at = from
    for (let byte = 0; byte < 4; byte++) this.#code = (this.#code << 8) | this.#next()
  }

  allocate(models: number): number {
    const first = this.#models
    this.#models += models
    while (this.#models > this.#zero.length) {
      const [zero, seen] = [this.#zero, this.#seen]
      this.#zero = new Uint16Array(zero.length * 2)
      this.#zero.set(zero)
      this.#seen = new Uint8Array(seen.length * 2)
      this.#seen.set(seen)
    }
    this.#zero.fill(EVEN, first, this.#models)
    return first
  }

  bit(model: number): number {
    const zero = this.#zero[model]!
    const seen = this.#seen[model]!
    const step = STEPS[seen]!
    const bound = (this.#range >>> 12) * (zero >>> 4)
    let value = 0
    if (this.#code < bound) {
      this.#range = bound
      this.#zero[model] = zero + ((65_536 - zero) >>> step)
    } else {
      value = 1
      this.#code -= bound
      this.#range -= bound
      this.#zero[model] = zero - (zero >>> step)
    }
    if (seen < LAST_STEP) this.#seen[model] = seen + 1
    while (this.#range < LEAST_RANGE) this.#shift()
    return value
  }

  uniform(choices: number): number {
    const part = Math.trunc(this.#range / choices)
    const value = Math.trunc(this.#code / part)
    if (value < 0 || value >= choices) throw new DamagedPack('a value lies outside its range')
    this.#code -= part * value
    this.#range = part
    while (this.#range < LEAST_RANGE) this.#shift()
    return value
  }

  #shift(): void {
    this.#range <<= 8
    this.#code = (this.#code << 8) | this.#next()
  }

  #next(): number {
    const at = this.#at++
    if (at < this.#bytes.length) return this.#bytes[at]!
    if (at > this.#bytes.length + LEFT_OUT) throw new DamagedPack('it ends too early')
    return 0
  }
}
