import { crc32 } from 'node:zlib'

/** CRC-32 over what a row says of itself and over its bytes: no bit of it can change without the sum telling. */
export const rowSum = (key: readonly (string | number | null)[], body: Uint8Array = new Uint8Array()): number =>
  crc32(body, crc32(JSON.stringify(key)))
