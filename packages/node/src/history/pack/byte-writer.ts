import { DamagedPack } from './coder.ts'

/** Whole numbers and bits one after another, in as few bytes as they need. */
export class ByteWriter {
  #bytes = new Uint8Array(512)
  #length = 0

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = value
  }

  /** 0 and more: seven bits a byte, the lowest first, the eighth bit says that there are more (LEB128). */
  unsigned(value: number): void {
    let left = value
    for (; left >= 0x80; left = Math.floor(left / 0x80)) this.byte((left % 0x80) | 0x80)
    this.byte(left)
  }

  /** The sign in the lowest bit. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -value * 2 - 1 : value * 2)
  }

  double(value: number): void {
    const eight = new DataView(new ArrayBuffer(8))
    eight.setFloat64(0, value, true)
    for (let at = 0; at < 8; at++) this.byte(eight.getUint8(at))
  }

  /** Each in so many bits, the lowest first, filled up to whole bytes. */
  packed(values: readonly number[], width: number): void {
    let [pending, held] = [0, 0]
    for (const value of values) {
      for (let left = width, rest = value; left > 0; left -= 16, rest = Math.floor(rest / 0x1_0000)) {
        const bits = left < 16 ? left : 16
        pending += (rest % 0x1_0000) * 2 ** held
        for (held += bits; held >= 8; held -= 8, pending = Math.floor(pending / 256)) this.byte(pending % 256)
      }
    }
    if (held > 0) this.byte(pending)
  }

  append(other: ByteWriter): void {
    for (const byte of other.finish()) this.byte(byte)
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

/** Bits of one packed value that are read at once: with seven before them they fit into 32. */
const AT_ONCE = 25

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  readonly #words: DataView
  readonly #end: number
  at = 0

  constructor(bytes: Uint8Array) {
    // Room to read a word at the last byte.
    const padded = new Uint8Array(bytes.length + 8)
    padded.set(bytes)
    this.#words = new DataView(padded.buffer)
    this.#end = bytes.length
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end
  }

  byte(): number {
    if (this.at >= this.#end) throw new DamagedPack('it ends too early')
    return this.#words.getUint8(this.at++)
  }

  unsigned(): number {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 0x80
      if (scale > Number.MAX_SAFE_INTEGER) throw new DamagedPack('a number is too long')
    }
  }

  signed(): number {
    const value = this.unsigned()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  double(): number {
    const at = this.skip(8)
    return this.#words.getFloat64(at, true)
  }

  /** Answers with where it was. */
  skip(bytes: number): number {
    const at = this.at
    if (bytes > this.#end - at) throw new DamagedPack('it ends too early')
    this.at += bytes
    return at
  }

  /** So many values of so many bits each, into the array from `first` on. */
  packed(into: Float64Array, first: number, count: number, width: number): void {
    let bit = this.skip(Math.ceil((count * width) / 8)) * 8
    if (width <= AT_ONCE) {
      const mask = 2 ** width - 1
      for (let n = 0; n < count; n++, bit += width) {
        into[first + n] = (this.#words.getUint32(bit >>> 3, true) >>> (bit & 7)) & mask
      }
      return
    }
    for (let n = 0; n < count; n++) {
      let value = 0
      for (let read = 0; read < width; read += 24) {
        const bits = width - read < 24 ? width - read : 24
        const part = (this.#words.getUint32(bit >>> 3, true) >>> (bit & 7)) & (2 ** bits - 1)
        value += part * 2 ** read
        bit += bits
      }
      into[first + n] = value
    }
  }
}
