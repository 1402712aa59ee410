// Sentences a second on one core: bytes to raw message objects and to plots, beside two other decoders in the same run.
import { ais, createSharedMemory, decodePayload, VdmReader } from '@csii/codecs'
import { createRequire } from 'node:module'
import { recording, repeated } from './recordings.ts'

const LINES = 240_000
const CHUNK = 64 * 1024
const ROUNDS = 9
/** The others take ten times longer, so they get a part of the lines and fewer rounds. */
const PEER_LINES = 60_000
const PEER_ROUNDS = 5

const require = createRequire(import.meta.url)

function toMessages(bytes: Uint8Array): number {
  let sum = 0
  const reader = new VdmReader({
    message(ascii, from, to, fillBits) {
      const message = decodePayload(ascii, from, to, fillBits)
      if (typeof message === 'string') return message
      sum += message.mmsi
      return 'decoded'
    },
    problem() {},
  })
  for (let at = 0; at < bytes.length; at += CHUNK) reader.read(bytes.subarray(at, at + CHUNK), 0)
  reader.end(0)
  return sum === 0 ? 0 : reader.counts().decoded
}

/** With a clock that lets a second pass in 100 sentences, so that what one pass heard is forgotten in the next. */
function toPlots(bytes: Uint8Array): number {
  let plots = 0
  const reader = ais.open({ sensorId: 'bench', simulated: false }, createSharedMemory())
  const sink = { plot: () => void plots++, statement: () => void plots++, measurement() {}, problem() {} }
  for (let at = 0; at < bytes.length; at += CHUNK) reader.read(bytes.subarray(at, at + CHUNK), at / 5, sink)
  reader.end(bytes.length / 5, sink)
  return plots
}

function withGgencoder(lines: readonly string[]): number {
  // The package has no types. Its decoder is a constructor that fills in `valid`.
  const { AisDecode } = require('ggencoder') as {
    AisDecode: new (sentence: string, session: object) => { readonly valid: boolean }
  }
  const session = {}
  let decoded = 0
  for (const line of lines) if (new AisDecode(line, session).valid) decoded++
  return decoded
}

function withSignalK(lines: readonly string[]): number {
  // The package exports a class of this shape by assignment.
  const Parser = require('@signalk/nmea0183-signalk') as new () => { parse(sentence: string): unknown }
  const parser = new Parser()
  let decoded = 0
  for (const line of lines) if (attempt(() => parser.parse(line))) decoded++
  return decoded
}

/** The parser throws at what it does not read. */
function attempt(parse: () => unknown): boolean {
  try {
    return Boolean(parse())
  } catch {
    return false
  }
}

function best(rounds: number, lines: number, run: () => number): { readonly rate: number; readonly result: number } {
  let shortest = Number.POSITIVE_INFINITY
  let result = 0
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    result = run()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return { rate: (lines / shortest) * 1000, result }
}

function print(name: string, { rate, result }: { readonly rate: number; readonly result: number }): number {
  console.log(JSON.stringify({ name, sentencesPerSecond: Math.round(rate), result }))
  return rate
}

const denmark = recording('ais/denmark-5min.nmea.gz')
if (denmark) {
  const { bytes, lines } = repeated(denmark, LINES)
  const peerLines = bytes.toString('latin1').split('\r\n').slice(0, PEER_LINES)
  const messages = print('csii to messages', best(ROUNDS, lines, () => toMessages(bytes)))
  const plots = print('csii to plots', best(ROUNDS, lines, () => toPlots(bytes)))
  const peers = [
    print('ggencoder', best(PEER_ROUNDS, PEER_LINES, () => withGgencoder(peerLines))),
    print('@signalk/nmea0183-signalk', best(PEER_ROUNDS, PEER_LINES, () => withSignalK(peerLines))),
  ]
  const ratio = messages / Math.max(...peers)
  console.log(JSON.stringify({ name: 'messages over the better other', ratio: Number(ratio.toFixed(1)), bar: 10 }))
  console.log(JSON.stringify({ name: 'messages over 2 M/s', ratio: Number((messages / 2e6).toFixed(2)), bar: 1 }))
  console.log(JSON.stringify({ name: 'plots over messages', ratio: Number((plots / messages).toFixed(2)) }))
}
