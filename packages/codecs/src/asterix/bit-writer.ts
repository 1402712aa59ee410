/** Octets in the making, written bit by bit from the highest. */
export class BitWriter {
  #bytes: number[] = []
  #bit = 0

  get length(): number {
    return this.#bytes.length
  }

  /** Of a whole number below 2^53. */
  write(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit--) {
      if (this.#bit % 8 === 0) this.#bytes.push(0)
      const isSet = Math.floor(value / 2 ** bit) % 2 === 1
      if (isSet) this.#bytes[this.#bytes.length - 1]! |= 128 >> (this.#bit % 8)
      this.#bit++
    }
  }

  /** Puts octets before those that were written since `at`. */
  insert(at: number, octets: readonly number[]): void {
    this.#bytes.splice(at, 0, ...octets)
    this.#bit += octets.length * 8
  }

  /** Sets the last bit of the octet that was written last: another part follows. */
  extend(): void {
    this.#bytes[this.#bytes.length - 1]! |= 1
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}
