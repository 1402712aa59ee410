import { COMMA, DOLLAR, EXCLAMATION } from '../nmea/ascii.ts'
import { Sentence } from '../nmea/sentence.ts'

/** Only radars send these; own ship's sentences come from anything on board. */
const OF_RADARS: ReadonlySet<string> = new Set(['TTM', 'TLL', 'TTD', 'TLB', 'RSD', 'OSD'])

/** Whether among these bytes is a sentence that only radars send, and whose checksum holds. */
export function looksLikeRadarNmea(bytes: Uint8Array): boolean {
  const sentence = new Sentence()
  for (let at = 0; at + 6 < bytes.length; at++) {
    if (bytes[at] !== DOLLAR && bytes[at] !== EXCLAMATION) continue
    const formatter = String.fromCharCode(...bytes.subarray(at + 3, at + 6))
    const isOfRadar = OF_RADARS.has(formatter) && bytes[at + 6] === COMMA
    if (isOfRadar && sentence.read(bytes, at, bytes.length) === undefined) return true
  }
  return false
}
