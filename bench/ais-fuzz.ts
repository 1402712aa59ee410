// Mutated and truncated AIS sentences through the whole reader: none may throw, none go uncounted, and memory stays flat.
// Usage: node --expose-gc bench/ais-fuzz.ts [SENTENCES]
import { ais, createSharedMemory } from '@csii/codecs'
import { DECODE_PROBLEMS, type SensorReader } from '@csii/model'
import { recording } from './recordings.ts'
import { numbers } from './chance.ts'

const SENTENCES = Number(process.argv[2] ?? 10_000_000)
const BATCH = 500
/** Memory is first measured when the tables are full and the code is compiled. */
const WARM_UP = Math.min(SENTENCES / 5, 500_000)
const MOST_GROWTH = 64 * 1024 * 1024

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0, end = bytes.indexOf(10); end >= 0; from = end + 1, end = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, end + 1))
  }
  return lines
}

/** Copies a line, changed in one of six ways, and returns where it ends. */
function mutate(line: Uint8Array, into: Uint8Array, at: number, random: (below: number) => number): number {
  into.set(line, at)
  const end = at + line.length
  const place = at + random(line.length)
  switch (random(6)) {
    case 0:
      return end
    case 1:
      into[place] = random(256)
      return end
    case 2:
      into[place] = into[place]! ^ (1 << random(8))
      return mend(into, at, end)
    case 3:
      into[place] = 48 + random(72)
      return mend(into, at, end)
    case 4:
      return Math.max(at + 1, place)
    default:
      into.copyWithin(place, at + random(line.length), end)
      return mend(into, at, end)
  }
}

/** Puts the right checksum, so that the damage gets past it and into the decoder. */
function mend(bytes: Uint8Array, from: number, to: number): number {
  const star = bytes.indexOf(42, from)
  if (star < 0 || star + 3 > to) return to
  let sum = 0
  for (let i = from + 1; i < star; i++) sum ^= bytes[i]!
  bytes.set(Buffer.from((sum & 0xff).toString(16).toUpperCase().padStart(2, '0')), star + 1)
  return to
}

function isBalanced(reader: SensorReader): boolean {
  const { received, decoded, duplicates, pending, problems } = reader.counts()
  return received === decoded + duplicates + pending + DECODE_PROBLEMS.reduce((sum, each) => sum + problems[each], 0)
}

function memory(): { readonly rssMiB: number; readonly heapMiB: number } {
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rssMiB: Math.round(rss / 2 ** 20), heapMiB: Math.round((heapUsed + external) / 2 ** 20) }
}

function fuzz(lines: readonly Uint8Array[]): boolean {
  const random = numbers(20_260_103)
  const reader = ais.open({ sensorId: 'fuzz', simulated: false }, createSharedMemory())
  const heard = { plots: 0, statements: 0 }
  const sink = { plot: () => void heard.plots++, statement: () => void heard.statements++, measurement() {}, problem() {} }
  const batch = new Uint8Array(BATCH * 1024)
  let before = memory()
  let thrown = 0
  let unbalanced = 0
  let sent = 0
  for (; sent < SENTENCES; sent += BATCH) {
    if (sent >= WARM_UP && sent < WARM_UP + BATCH) before = memory()
    let end = 0
    for (let i = 0; i < BATCH; i++) end = mutate(lines[random(lines.length)]!, batch, end, random)
    try {
      reader.read(batch.subarray(0, end), sent * 10, sink, random(2) === 0)
      reader.tick(sent * 10, sink)
    } catch (error) {
      if (thrown++ === 0) console.error(error)
    }
    if (!isBalanced(reader)) unbalanced++
  }
  reader.end(sent * 10, sink)
  const after = memory()
  console.log(JSON.stringify({ sent, thrown, unbalanced, ...heard, ...reader.counts() }))
  console.log(JSON.stringify({ before, after }))
  const growth = (after.heapMiB - before.heapMiB) * 2 ** 20
  return thrown === 0 && unbalanced === 0 && isBalanced(reader) && growth < MOST_GROWTH
}

const bytes = recording('ais/all-types.nmea.gz')
if (bytes) {
  const isSound = fuzz(linesOf(bytes))
  console.log(JSON.stringify({ name: 'ais fuzz', passed: isSound }))
  process.exitCode = isSound ? 0 : 1
}
