import { COMMA, EXCLAMATION, indexWithin } from '../nmea/ascii.ts'
import { Sentence } from '../nmea/sentence.ts'

const [V, D, M, O] = [86, 68, 77, 79] as const

/** Whether among these bytes is a sentence that carries AIS, `!--VDM` or `!--VDO`, and whose checksum holds. */
export function looksLikeAis(bytes: Uint8Array): boolean {
  const sentence = new Sentence()
  let at = indexWithin(bytes, EXCLAMATION, 0, bytes.length)
  while (at >= 0) {
    const isOfAis = bytes[at + 3] === V && bytes[at + 4] === D && (bytes[at + 5] === M || bytes[at + 5] === O)
    if (isOfAis && bytes[at + 6] === COMMA && sentence.read(bytes, at, bytes.length) === undefined) return true
    at = indexWithin(bytes, EXCLAMATION, at + 1, bytes.length)
  }
  return false
}
