import { BLOCK_HEADER, blockLength } from './decode.ts'

/** Where the blocks of a stream go. The bytes are only valid during the call. */
export interface BlockTaker {
  /** One block. Only the last of what ended can be shorter than it says. */
  block(bytes: Uint8Array, from: number, to: number): void
}

/** The longest block: its length has 16 bits. */
const MOST_BLOCK = 0xffff

/**
 * Cuts what a transport gives into data blocks: any fragments of a stream, or whole datagrams. Holds one block at
 * most.
 */
export class BlockReader {
  readonly #taker: BlockTaker
  #held = new Uint8Array(1024)
  #length = 0

  constructor(taker: BlockTaker) {
    this.#taker = taker
  }

  read(bytes: Uint8Array, datagram: boolean): void {
    if (datagram) return this.#all(bytes)
    let at = 0
    while (this.#length > 0 && at < bytes.length) at = this.#complete(bytes, at)
    at = this.#blocks(bytes, at)
    if (at < bytes.length) this.#hold(bytes, at, bytes.length)
  }

  /** Gives out what is left over. */
  end(): void {
    if (this.#length > 0) this.#taker.block(this.#held, 0, this.#length)
    this.#length = 0
  }

  /** Adds to the block that is held what it lacks, and gives it out when it is whole. */
  #complete(bytes: Uint8Array, at: number): number {
    const wanted = this.#length < BLOCK_HEADER ? BLOCK_HEADER : blockLength(this.#held, 0, this.#length)
    const taken = Math.min(wanted - this.#length, bytes.length - at)
    this.#hold(bytes, at, at + taken)
    const length = blockLength(this.#held, 0, this.#length)
    if (this.#length < BLOCK_HEADER || (length >= BLOCK_HEADER && this.#length < length)) return at + taken
    if (length >= BLOCK_HEADER) {
      this.end()
      return at + taken
    }
    // Without a length nothing says where the next block begins: what came with it is given up.
    this.#hold(bytes, at + taken, Math.min(bytes.length, at + taken + MOST_BLOCK - this.#length))
    this.end()
    return bytes.length
  }

  /** Gives out the whole blocks, and says where the first begins that is not. */
  #blocks(bytes: Uint8Array, from: number): number {
    let at = from
    while (at + BLOCK_HEADER <= bytes.length) {
      const length = blockLength(bytes, at, bytes.length)
      const end = length < BLOCK_HEADER ? bytes.length : at + length
      if (end > bytes.length) return at
      this.#taker.block(bytes, at, end)
      at = end
    }
    return at
  }

  #all(bytes: Uint8Array): void {
    const at = this.#blocks(bytes, 0)
    if (at < bytes.length) this.#taker.block(bytes, at, bytes.length)
  }

  #hold(bytes: Uint8Array, from: number, to: number): void {
    const length = this.#length + to - from
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.min(Math.max(length, this.#held.length * 2), MOST_BLOCK))
      larger.set(this.#held.subarray(0, this.#length))
      this.#held = larger
    }
    this.#held.set(bytes.subarray(from, to), this.#length)
    this.#length = length
  }
}
