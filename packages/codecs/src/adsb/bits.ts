/** An unsigned field of at most 31 bits. Bits count from 1, as the standard numbers them. */
export function bitsAt(bytes: Uint8Array, first: number, count: number): number {
  let value = 0
  for (let bit = first - 1; bit < first - 1 + count; bit++) {
    value = (value << 1) | ((bytes[bit >> 3]! >> (7 - (bit & 7))) & 1)
  }
  return value
}

export const bitAt = (bytes: Uint8Array, bit: number): boolean => bitsAt(bytes, bit, 1) === 1

/** Sets a field of at most 31 bits that was zero. */
export function putBits(bytes: Uint8Array, first: number, count: number, value: number): void {
  for (let i = 0; i < count; i++) {
    const bit = first - 1 + i
    if ((value >> (count - 1 - i)) & 1) bytes[bit >> 3]! |= 0x80 >> (bit & 7)
  }
}
