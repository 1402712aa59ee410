/** Traffic for the pipeline bench: real sentences made distinct, and vessels of our own whose way is known. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { encodeMessage, toSentences, type AisMessage } from '@csii/codecs'

/** Messages that end in a 19-bit communication state, which says nothing about the vessel. */
const WITH_STATE = /^(!AIVDM|!BSVDM),1,1,\d?,.?,[1-49;B][^,]{27},0\*/

/** The recorded sentences once more, different from every other turn in what no reader looks at. */
export function recordedTurns(path: string, turns: number): Buffer[] {
  const text = gunzipSync(readFileSync(path)).toString('latin1')
  const lines = text.split(/\r?\n/).filter((line) => line.startsWith('!'))
  const turned = (turn: number) => Buffer.from(lines.map((line) => `${varied(line, turn)}\r\n`).join(''))
  return Array.from({ length: turns }, (_, turn) => turned(turn))
}

function varied(line: string, turn: number): string {
  if (!WITH_STATE.test(line)) return line
  const comma = line.lastIndexOf(',')
  const state = [turn >> 12, turn >> 6, turn].map((bits) => armour(bits & 63)).join('')
  return withChecksum(`${line.slice(0, comma - 3)}${state},0`)
}

/** ITU-R M.1371-5, annex 8, § 3, and IEC 61162-1: six bits as one printable character. */
const armour = (bits: number): string => String.fromCharCode(bits + (bits < 40 ? 48 : 56))

function withChecksum(sentence: string): string {
  let sum = 0
  for (let at = 1; at < sentence.length; at++) sum ^= sentence.charCodeAt(at)
  return `${sentence}*${sum.toString(16).toUpperCase().padStart(2, '0')}`
}

/** A position report of a vessel that makes its way north by 0.2 m a step, east of everything recorded. */
export function positionReport(vessel: number, step: number, now: number): string {
  const second = Math.floor(now / 1000) % 60
  const lat = Math.round(latOf(vessel, step) * 600_000)
  const lon = Math.round((-61 + Math.floor(vessel / 200) * 0.02) * 600_000)
  const report: AisMessage = {
    type: 1, repeat: 0, mmsi: 299_000_000 + vessel, status: 0, turn: 0, speed: 40, accuracy: true, lon, lat,
    course: 0, heading: 0, second, maneuver: 0, raim: false, radio: step & 0x3ffff,
  }
  return sentences(report)
}

/** Where that vessel then is. */
export const latOf = (vessel: number, step: number): number =>
  (Math.round((12 + (vessel % 200) * 0.02) * 600_000) + step) / 600_000

export function staticData(vessel: number): string {
  return sentences({
    type: 5, repeat: 0, mmsi: 299_000_000 + vessel, ais_version: 0, imo: 9_000_000 + vessel,
    callsign: `V${vessel}`, shipname: `SYNTHETIC ${vessel}`, shiptype: 70, to_bow: 100, to_stern: 50, to_port: 10, to_starboard: 10, epfd: 1,
    month: 1, day: 1, hour: 0, minute: 0, draught: 50, destination: 'KINGSTOWN', dte: 0,
  } as AisMessage)
}

function sentences(message: AisMessage): string {
  const { payload, fillBits } = encodeMessage(message)
  return toSentences(payload, fillBits, { talker: 'AI', channel: 'A', sequence: message.mmsi % 10 }).join('\r\n') + '\r\n'
}
