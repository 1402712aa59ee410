/** Equal stretches of numbers out of large blocks: to take one costs little, and what is given back is used again. */
export class Pool {
  readonly #length: number
  readonly #free: Float64Array[] = []
  #block = new Float64Array(0)
  #used = 0

  constructor(length: number) {
    this.#length = length
  }

  take(): Float64Array {
    const again = this.#free.pop()
    if (again) return again
    if (this.#used + this.#length > this.#block.length) {
      this.#block = new Float64Array(this.#length * STRETCHES)
      this.#used = 0
    }
    this.#used += this.#length
    return this.#block.subarray(this.#used - this.#length, this.#used)
  }

  give(stretch: Float64Array): void {
    this.#free.push(stretch)
  }
}

/** In a block. */
const STRETCHES = 256
