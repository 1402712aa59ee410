// Mutated, cut and joined ASTERIX blocks for some minutes: nothing thrown, nothing miscounted, memory flat.
import { asterix, asterixKind, PcapReader } from '@csii/codecs'
import { DECODE_PROBLEMS, type SensorKind } from '@csii/model'
import { recording } from './recordings.ts'

const MINUTES = Number(process.argv[2] ?? 10)
const REPORT_EVERY = 500_000
const SITE = { sensorId: 'fuzz', simulated: false, position: { lat: 13.1, lon: -61.2 } }

/** Numbers that look like chance and are the same in every run (Marsaglia 2003, Xorshift RNGs). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const CATEGORIES = [1, 2, 10, 21, 34, 48, 62, 63, 65, 240]

const mebibytes = (bytes: number): number => Number((bytes / 2 ** 20).toFixed(1))

/** One datagram, changed in one of the ways in which they go wrong. */
function mutated(datagram: Uint8Array, other: Uint8Array, next: (below: number) => number): Uint8Array {
  const bytes = Uint8Array.from(next(4) === 0 ? [...datagram, ...other] : datagram)
  const changes = next(6)
  for (let change = 0; change < changes; change++) bytes[next(bytes.length)] = next(256)
  if (next(4) === 0) bytes[0] = CATEGORIES[next(CATEGORIES.length)]!
  return next(3) === 0 ? bytes.subarray(0, next(bytes.length + 1)) : bytes
}

function run(datagrams: readonly Uint8Array[], kind: SensorKind): boolean {
  const next = numbers(20_260_103)
  const until = performance.now() + MINUTES * 60_000
  const figures = { sent: 0, plots: 0, problems: 0, impossible: 0, unbalanced: 0 }
  const sink = {
    plot({ position, covariance: { ee, en, nn } }: Parameters<Parameters<ReturnType<SensorKind['open']>['read']>[2]['plot']>[0]) {
      figures.plots++
      const isPossible = Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180 && ee > 0 && nn > 0 && en * en <= ee * nn * (1 + 1e-9)
      if (!isPossible) figures.impossible++
    },
    statement() {}, measurement() {},
    problem: () => void figures.problems++,
  }
  const [datagramReader, streamReader] = [kind.open(SITE, { heardBefore: () => false }), kind.open(SITE, { heardBefore: () => false })]
  const memory: number[] = []
  const heap: number[] = []
  while (performance.now() < until) {
    for (let turn = 0; turn < REPORT_EVERY && performance.now() < until; turn++) {
      const bytes = mutated(datagrams[next(datagrams.length)]!, datagrams[next(datagrams.length)]!, next)
      datagramReader.read(bytes, figures.sent, sink, true)
      if (turn % 4 === 0) streamReader.read(bytes, figures.sent, sink, false)
      figures.sent++
    }
    memory.push(mebibytes(process.memoryUsage().rss))
    // What is left when all that can go has gone, with --expose-gc.
    globalThis.gc?.()
    heap.push(mebibytes(process.memoryUsage().heapUsed))
  }
  streamReader.end(0, sink)
  let refused = 0
  for (const reader of [datagramReader, streamReader]) {
    const { received, decoded, problems } = reader.counts()
    const own = DECODE_PROBLEMS.reduce((sum, problem) => sum + problems[problem], 0)
    refused += own
    if (received !== decoded + own) figures.unbalanced++
  }
  if (refused !== figures.problems) figures.unbalanced++
  const ends = (values: readonly number[]) => [values[0], values.at(-1), Math.max(...values)]
  console.log(JSON.stringify({ name: 'asterix fuzz', minutes: MINUTES, ...figures, rssMiB: ends(memory), heapMiB: ends(heap) }))
  return figures.impossible === 0 && figures.unbalanced === 0
}

const capture = recording('asterix/cat_034_048.pcap')
if (capture) {
  const datagrams: Uint8Array[] = []
  new PcapReader({ datagram: (bytes, from, to) => void datagrams.push(bytes.slice(from, to)), problem() {} }).read(capture)
  const passed = [asterix, asterixKind({ editions: { 21: '0.26', 48: '1.27', 62: '1.16' } })].every((kind) => run(datagrams, kind))
  console.log(JSON.stringify({ name: 'asterix fuzz', passed }))
  process.exitCode = passed ? 0 : 1
}
