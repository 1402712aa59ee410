// Mutated, cut, joined and repeated input through the reader of every kind of sensor: nothing thrown, nothing miscounted, nothing
// impossible told, memory flat. node --expose-gc bench/codec-fuzz.ts MINUTES [KIND …]
import { createSharedMemory, sensorKinds } from '@csii/codecs'
import { DECODE_PROBLEMS, type Plot, type SensorCounts, type SensorKind, type SensorSink } from '@csii/model'
import { numbers } from './chance.ts'

const MINUTES = Number(process.argv[2] ?? 10)
const WANTED = process.argv.slice(3)
const SITE = { sensorId: 'fuzz', simulated: false, position: { lat: 13.1, lon: -61.2 } }
const START = Date.UTC(2026, 10, 24)
const MEASURE_EVERY_MS = 5_000
/** What compiled code and full tables may take after the first measurement. */
const MOST_GROWTH_MIB = 64
/** Longer inputs than this say nothing more, and only slow the mutation down. */
const LONGEST = 16 * 1024

type Chance = (below: number) => number

function mutated(seeds: readonly Uint8Array[], chance: Chance): Uint8Array {
  const pick = () => seeds[chance(seeds.length)]!
  const bytes = Uint8Array.from(chance(4) === 0 ? [...pick(), ...pick()] : pick()).subarray(0, LONGEST)
  if (bytes.length === 0) return bytes
  for (let changes = chance(6); changes > 0; changes--) {
    const at = chance(bytes.length)
    if (chance(4) === 0) bytes.copyWithin(at, chance(bytes.length), bytes.length)
    else if (chance(3) === 0) bytes[at]! ^= 1 << chance(8)
    else bytes[at] = chance(256)
  }
  return chance(3) === 0 ? bytes.subarray(0, chance(bytes.length + 1)) : bytes
}

function isPossible({ position: { lat, lon }, covariance: { ee, en, nn }, speed = 0, courseDeg = 0, headingDeg = 0, time, altitude = 0 }: Plot): boolean {
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  const isCovariance = ee > 0 && nn > 0 && en * en <= ee * nn * (1 + 1e-9) && Number.isFinite(ee + nn)
  const isCourse = [courseDeg, headingDeg].every((degrees) => degrees >= 0 && degrees <= 360)
  return isPlace && isCovariance && isCourse && speed >= 0 && Number.isFinite(speed + altitude) && Number.isFinite(time)
}

const refusals = (counts: SensorCounts): number => DECODE_PROBLEMS.reduce((sum, problem) => sum + counts.problems[problem], 0)
const isBalanced = (counts: SensorCounts): boolean =>
  counts.received === counts.decoded + counts.duplicates + counts.pending + refusals(counts)

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

function run(kind: SensorKind, seeds: readonly Uint8Array[]): boolean {
  const chance = numbers(20_261_124)
  const shared = createSharedMemory()
  const figures = { inputs: 0, plots: 0, statements: 0, measurements: 0, problems: 0, impossible: 0, unbalanced: 0 }
  const sink: SensorSink = {
    plot(plot) {
      figures.plots++
      if (!isPossible(plot)) figures.impossible++
    },
    statement: () => void figures.statements++,
    measurement: () => void figures.measurements++,
    problem: () => void figures.problems++,
  }
  const [datagrams, stream] = [kind.open(SITE, shared), kind.open(SITE, shared)]
  const readers = [datagrams, stream]
  const memory: { rss: number; heap: number }[] = []
  const until = performance.now() + MINUTES * 60_000
  let measureAt = performance.now() + MEASURE_EVERY_MS
  while (performance.now() < until) {
    for (let turn = 0; turn < 1000; turn++) {
      const now = START + figures.inputs * 10
      const bytes = mutated(seeds, chance)
      datagrams.read(bytes, now, sink, true)
      if (turn % 4 === 0) stream.read(bytes, now, sink, false)
      if (turn % 100 === 0) for (const reader of readers) reader.tick(now, sink)
      figures.inputs++
    }
    if (!readers.every((reader) => isBalanced(reader.counts()))) figures.unbalanced++
    if (performance.now() < measureAt) continue
    measureAt += MEASURE_EVERY_MS
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    memory.push({ rss: mebibytes(rss), heap: mebibytes(heapUsed) })
  }
  for (const reader of readers) reader.end(START + figures.inputs * 10, sink)
  const counts = readers.map((reader) => reader.counts())
  const told = counts.reduce((sum, each) => sum + refusals(each), 0)
  if (told !== figures.problems || !counts.every((each) => isBalanced(each) && each.pending === 0)) figures.unbalanced++
  const [first = { rss: 0, heap: 0 }] = memory
  const last = memory.at(-1) ?? first
  const passed = figures.impossible === 0 && figures.unbalanced === 0 && last.heap - first.heap < MOST_GROWTH_MIB
  console.log(JSON.stringify({ name: `fuzz ${kind.id}`, minutes: MINUTES, ...figures, thrown: 0, heapMiB: [first.heap, last.heap], rssMiB: [first.rss, last.rss], passed }))
  return passed
}

let passed = true
for (const kind of sensorKinds) {
  if (WANTED.length > 0 && !WANTED.includes(kind.id)) continue
  const { seeds }: { seeds: readonly Uint8Array[] } = await import(`../packages/codecs/src/${kind.id}/fixtures/seeds.ts`)
  passed = run(kind, seeds) && passed
}
process.exitCode = passed ? 0 : 1
