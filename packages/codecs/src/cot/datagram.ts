import type { CotScanner, CotTaker } from './cot-scanner.ts'
import { MAGIC } from './framing.ts'
import { varintAt } from './wire.ts'

const VERSION = 1

/** Reads a datagram: a frame of the mesh, which says the version of its protocol, or whatever a stream can hold. */
export function readDatagram(bytes: Uint8Array, scanner: CotScanner, taker: CotTaker): void {
  const version = bytes[0] === MAGIC ? varintAt(bytes, 1, bytes.length) : undefined
  if (typeof version === 'object' && bytes[version.end] === MAGIC) {
    if (version.value === VERSION) taker.tak(bytes, version.end + 1, bytes.length)
    else taker.problem('unsupported', bytes, 0, bytes.length)
    return
  }
  scanner.read(bytes)
  scanner.end()
}
