/** Traffic for the benches of the whole pipeline: vessels of our own whose way is known, and real sentences between theirs. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { encodeMessage, toSentences, type AisMessage } from '@csii/codecs'
import { knotsToMps } from '@csii/model'

/** Messages 1, 2, 3, 18, 19 and 27 say where a vessel is: the recording says it of five minutes that are over. */
const POSITION_REPORT = /^(!AIVDM|!BSVDM),1,1,\d?,.?,[123BCK]/
/** So many vessels lie at anchor and swing round it once in so many turns, metres. */
const ANCHORED = 3_000
const TURNS = 48
const SWING = 20

/**
 * As many sentences as fast as anybody takes them, and yet nothing that could not be: vessels that swing at anchor, each report
 * at another place, and between them the recorded sentences of every other type.
 */
export function swingingTurns(path: string): Buffer[] {
  const text = gunzipSync(readFileSync(path)).toString('latin1')
  const others = text.split(/\r?\n/).filter((line) => line.startsWith('!') && !POSITION_REPORT.test(line))
  const share = Math.ceil(others.length / TURNS)
  return Array.from({ length: TURNS }, (_, turn) => {
    const swinging = Array.from({ length: ANCHORED }, (__, vessel) => swingingReport(vessel, turn))
    const between = others.slice(turn * share, (turn + 1) * share).map((line) => `${line}\r\n`)
    return Buffer.from([...swinging, ...between].join(''))
  })
}

function swingingReport(vessel: number, turn: number): string {
  const angle = (2 * Math.PI * turn) / TURNS
  return reportOf(vessel, {
    lat: 5 + (vessel % 60) * 0.02 + (SWING / METRES_PER_DEGREE) * Math.cos(angle),
    lon: -61 + Math.floor(vessel / 60) * 0.02 + (SWING / METRES_PER_DEGREE) * Math.sin(angle),
    speedKn: 0.5, courseDeg: (360 * (turn / TURNS) + 90) % 360, second: NO_SECOND, state: turn,
  })
}

/** A report that does not say of which second it is, is of when it is received. */
const NO_SECOND = 60
const METRES_PER_DEGREE = 111_200

/** A position report of a vessel that goes north at 4 knots, east of everything recorded. */
export const positionReport = (vessel: number, now: number): string =>
  reportOf(vessel, {
    lat: 12 + (vessel % 200) * 0.02 + ((Math.floor(now / 1000) - BEGAN) * knotsToMps(4)) / METRES_PER_DEGREE,
    lon: -61 + Math.floor(vessel / 200) * 0.02, speedKn: 4, courseDeg: 0, second: Math.floor(now / 1000) % 60, state: now,
  })

const BEGAN = Math.floor(Date.now() / 1000)

/** By what a screen knows a report again: whose it is and of which second. Where the track is, fusion says. */
export const reportKey = (mmsi: number, time: number): string => `${mmsi} ${Math.floor(time / 1000)}`

interface Sailing {
  readonly lat: number
  readonly lon: number
  readonly speedKn: number
  readonly courseDeg: number
  readonly second: number
  /** Makes sentences differ in what no reader looks at. */
  readonly state: number
}

function reportOf(vessel: number, { lat, lon, speedKn, courseDeg, second, state }: Sailing): string {
  const report: AisMessage = {
    type: 1, repeat: 0, mmsi: 299_000_000 + vessel, status: 0, turn: 0, speed: speedKn * 10, accuracy: true,
    lon: Math.round(lon * 600_000), lat: Math.round(lat * 600_000), course: Math.round(courseDeg * 10), heading: 0, second,
    maneuver: 0, raim: false, radio: state & 0x3ffff,
  }
  return sentences(report)
}

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
