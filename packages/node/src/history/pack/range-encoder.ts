import { EVEN, LAST_STEP, LEAST_RANGE, STEPS, WHOLE_RANGE, type Coder } from './coder.ts'

/**
 * Writes by range coding with carries (Martin 1979, "Range encoding: an algorithm for removing redundancy from a
 * digitised message"), as LZMA does, with 12 bits of probability.
 */
export class RangeEncoder implements Coder {
  readonly isWriting = true
  #zero = new Uint16Array(4096)
  #seen = new Uint8Array(4096)
  #models = 0
  #bytes = new Uint8Array(1024)
  #length = 0
  #low = 0
  #range = WHOLE_RANGE
  /** The byte that a carry may still change, and how many 0xff follow it. */
  #held = -1
  #heldOnes = 0

  allocate(models: number): number {
    const first = this.#models
    this.#models += models
    while (this.#models > this.#zero.length) {
      this.#zero = doubled(this.#zero, new Uint16Array(this.#zero.length * 2))
      this.#seen = doubled(this.#seen, new Uint8Array(this.#seen.length * 2))
    }
    this.#zero.fill(EVEN, first, this.#models)
    return first
  }

  bit(model: number, value: number): number {
    const zero = this.#zero[model]!
    const seen = this.#seen[model]!
    const step = STEPS[seen]!
    const bound = (this.#range >>> 12) * (zero >>> 4)
    if (value === 0) {
      this.#range = bound
      this.#zero[model] = zero + ((65_536 - zero) >>> step)
    } else {
      this.#low += bound
      this.#range -= bound
      this.#zero[model] = zero - (zero >>> step)
    }
    if (seen < LAST_STEP) this.#seen[model] = seen + 1
    while (this.#range < LEAST_RANGE) this.#shift()
    return value
  }

  uniform(choices: number, value: number): number {
    const part = Math.trunc(this.#range / choices)
    this.#low += part * value
    this.#range = part
    while (this.#range < LEAST_RANGE) this.#shift()
    return value
  }

  /** All that was written. Nothing can be written after it. */
  finish(): Uint8Array {
    for (let byte = 0; byte < 5; byte++) this.#shift()
    let length = this.#length
    // A reader takes what lies beyond the end for zeros.
    while (length > 0 && this.#bytes[length - 1] === 0) length--
    return this.#bytes.slice(0, length)
  }

  #shift(): void {
    if (this.#low < 0xff00_0000 || this.#low > 0xffff_ffff) {
      const carry = this.#low > 0xffff_ffff ? 1 : 0
      if (this.#held >= 0) this.#put(this.#held + carry)
      for (; this.#heldOnes > 0; this.#heldOnes--) this.#put(0xff + carry)
      this.#held = Math.trunc(this.#low / 0x100_0000) & 0xff
    } else this.#heldOnes++
    this.#low = (this.#low % 0x100_0000) * 256
    this.#range *= 256
  }

  #put(byte: number): void {
    if (this.#length === this.#bytes.length) this.#bytes = doubled(this.#bytes, new Uint8Array(this.#length * 2))
    this.#bytes[this.#length++] = byte
  }
}

function doubled<Numbers extends Uint8Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
