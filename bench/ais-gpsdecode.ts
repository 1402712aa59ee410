// Recorded AIS messages of every type with random bits changed, read by our decoder and by gpsdecode (Debian: gpsd-clients):
// how often they disagree. node bench/ais-gpsdecode.ts MESSAGES
import { decodePayload, gpsdMessage, toSentences } from '@csii/codecs'
import { execFileSync } from 'node:child_process'
import { peerProgram } from '../packages/codecs/oracles/oracles.ts'
import { recording } from './recordings.ts'
import { numbers } from './chance.ts'

const WANTED = Number(process.argv[2] ?? 100_000)
/** The first that has nine digits and a country's. */
const FIRST_MMSI = 200_000_000
const TYPE_BITS = 6
const MMSI_BITS = { from: 8, to: 38 }
/** Application identifier of messages 8 and 6, which says what the rest means. */
const CONTENT_BITS: Readonly<Record<number, readonly [from: number, to: number]>> = { 6: [72, 88], 8: [40, 56] }
const MOST_CHANGES = 24

/** One octet a bit. */
function bitsOf(nmea: readonly string[]): Uint8Array {
  const fields = nmea.map((line) => line.split(','))
  const payload = fields.map((field) => field[5]).join('')
  const fill = Number(fields.at(-1)![6]![0])
  const bits = [...payload].flatMap((character) => {
    const code = character.charCodeAt(0) - 48
    const value = code > 40 ? code - 8 : code
    return Array.from({ length: 6 }, (_, bit) => (value >> (5 - bit)) & 1)
  })
  return Uint8Array.from(bits.slice(0, bits.length - fill))
}

function payloadOf(bits: Uint8Array): { payload: string; fillBits: number } {
  const fillBits = (6 - (bits.length % 6)) % 6
  let payload = ''
  for (let at = 0; at < bits.length; at += 6) {
    let value = 0
    for (let bit = 0; bit < 6; bit++) value = value * 2 + (bits[at + bit] ?? 0)
    payload += String.fromCharCode(value > 39 ? value + 56 : value + 48)
  }
  return { payload, fillBits }
}

function changed(bits: Uint8Array, mmsi: number, chance: (below: number) => number): Uint8Array {
  const copy = bits.slice()
  const type = copy.slice(0, TYPE_BITS).reduce((value, bit) => value * 2 + bit, 0)
  const [contentFrom, contentTo] = CONTENT_BITS[type] ?? [0, 0]
  for (let changes = chance(MOST_CHANGES); changes > 0; changes--) {
    const at = MMSI_BITS.to + chance(Math.max(1, copy.length - MMSI_BITS.to))
    if (at < copy.length && (at < contentFrom || at >= contentTo)) copy[at]! ^= 1
  }
  for (let bit = MMSI_BITS.from; bit < MMSI_BITS.to; bit++) copy[bit] = (mmsi >>> (MMSI_BITS.to - 1 - bit)) & 1
  return copy
}

const gpsdecode = peerProgram('gpsdecode', 'gpsd-clients')
const pairs = recording('ais/pairs.jsonl.gz')
if (gpsdecode && pairs) {
  const chance = numbers(20_261_124)
  const recorded = pairs.toString().trim().split('\n').map((line) => bitsOf((JSON.parse(line) as { nmea: string[] }).nmea))
    .filter((bits) => bits.length > MMSI_BITS.to)
  const ours = new Map<number, Record<string, unknown> | string>()
  const lines: string[] = []
  for (let index = 0; index < WANTED; index++) {
    const mmsi = FIRST_MMSI + index
    const { payload, fillBits } = payloadOf(changed(recorded[index % recorded.length]!, mmsi, chance))
    const ascii = Uint8Array.from(payload, (character) => character.charCodeAt(0))
    const message = decodePayload(ascii, 0, ascii.length, fillBits)
    ours.set(mmsi, typeof message === 'string' ? message : { ...gpsdMessage(message) })
    lines.push(...toSentences(payload, fillBits, { sequence: index % 10 }))
  }
  const output = execFileSync(gpsdecode, ['-j', '-u', '--split24'], { input: `${lines.join('\r\n')}\r\n`, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] }).toString('utf8')
  const different = new Map<string, { count: number; example: unknown }>()
  const note = (place: string, example: unknown) => {
    const known = different.get(place)
    different.set(place, { count: (known?.count ?? 0) + 1, example: known?.example ?? example })
  }
  let read = 0
  let values = 0
  for (const line of output.split('\n')) {
    if (!line.startsWith('{')) continue
    let theirs: Record<string, unknown>
    try {
      theirs = JSON.parse(line) as Record<string, unknown>
    } catch {
      note('invalid JSON', line.slice(0, 200))
      continue
    }
    const mine = ours.get(Number(theirs['mmsi']))
    const place = [theirs['type'], theirs['dac'], theirs['fid']].filter((part) => part !== undefined).join('/')
    if (mine === undefined) continue
    read++
    ours.delete(Number(theirs['mmsi']))
    if (typeof mine === 'string') {
      note(`${place} refused by us: ${mine}`, line)
      continue
    }
    delete theirs['class']
    delete theirs['device']
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      values++
      if (JSON.stringify(theirs[key]) !== JSON.stringify(mine[key])) note(`${place} ${key}`, { ours: mine[key], theirs: theirs[key] })
    }
  }
  for (const [, mine] of ours) if (typeof mine !== 'string') note(`${[mine['type'], mine['dac'], mine['fid']].filter((part) => part !== undefined).join('/')} not read by gpsdecode`, mine)
  const bothRefused = [...ours.values()].filter((mine) => typeof mine === 'string').length
  const disagreements = [...different].sort((a, b) => b[1].count - a[1].count)
  console.log(JSON.stringify({ name: 'ais against gpsdecode', messages: WANTED, read, values, bothRefused, different: disagreements.length }))
  for (const [place, { count, example }] of disagreements) console.log(place, count, JSON.stringify(example)?.slice(0, 300))
  process.exitCode = disagreements.length === 0 ? 0 : 1
}
