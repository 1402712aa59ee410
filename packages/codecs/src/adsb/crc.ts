/** The generator of the Mode S parity without its leading term (ICAO Annex 10, volume IV, § 3.1.2.3.3.1.2). */
const GENERATOR = 0xfff409

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 16
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 0x800000 ? (remainder << 1) ^ GENERATOR : remainder << 1
  return remainder & 0xffffff
})

/**
 * What parity leaves over, 24 bits: nothing for an undamaged squitter, the interrogator for an all-call reply, and the
 * sender's address for every other reply (ICAO Annex 10, volume IV, § 3.1.2.3.3.2).
 */
export function parityRemainder(frame: Uint8Array): number {
  const last = frame.length - 3
  return parityOf(frame, last) ^ ((frame[last]! << 16) | (frame[last + 1]! << 8) | frame[last + 2]!)
}

/** Writes the parity over the last three octets, laid over with what the downlink format lays over it. */
export function sealParity(frame: Uint8Array, overlay = 0): Uint8Array {
  const last = frame.length - 3
  const parity = parityOf(frame, last) ^ overlay
  frame.set([parity >> 16, (parity >> 8) & 255, parity & 255], last)
  return frame
}

function parityOf(frame: Uint8Array, to: number): number {
  let remainder = 0
  for (let i = 0; i < to; i++) remainder = ((remainder << 8) & 0xffffff) ^ TABLE[(remainder >> 16) ^ frame[i]!]!
  return remainder
}
