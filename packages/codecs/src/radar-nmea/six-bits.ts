/** Six bits a character, from `0` to `W` and from `` ` `` to `w`: IEC 61162-1, table 8. */
export class SixBits {
  readonly #bytes: Uint8Array
  readonly #from: number
  #at = 0

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes
    this.#from = from
  }

  /** The next bits as a number without sign. */
  next(width: number): number {
    let value = 0
    for (let i = 0; i < width; i++, this.#at++) {
      const six = sixBits(this.#bytes[this.#from + Math.floor(this.#at / 6)]!)
      value = value * 2 + ((six >> (5 - (this.#at % 6))) & 1)
    }
    return value
  }
}

/** The value of a character, or -1 for one that stands for none. */
export function sixBits(byte: number): number {
  if (byte >= 48 && byte <= 87) return byte - 48
  return byte >= 96 && byte <= 119 ? byte - 56 : -1
}

/** Characters of values of so many bits, one after the other; together a multiple of six bits. */
export function toSixBits(fields: readonly (readonly [value: number, width: number])[]): string {
  const bits = fields.map(([value, width]) => value.toString(2).padStart(width, '0').slice(-width)).join('')
  return bits.replace(/.{6}/g, (six) => {
    const value = parseInt(six, 2)
    return String.fromCharCode(value < 40 ? value + 48 : value + 56)
  })
}
