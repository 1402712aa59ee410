// ASTERIX records a second on one core: the blocks of a recorded capture, repeated, to objects and to plots.
import { asterix, asterixDecoder, BlockReader, PcapReader, type AsterixRecord } from '@csii/codecs'
import { recording } from './recordings.ts'

const RECORDS = 200_000
const ROUNDS = 9
const BAR = 300_000
/** Where one of the recorded radars stands, about. */
const SITE = { lat: 45.9, lon: 16.2 }

function datagramsOf(capture: Uint8Array): Uint8Array[] {
  const datagrams: Uint8Array[] = []
  const reader = new PcapReader({ datagram: (bytes, from, to) => void datagrams.push(bytes.slice(from, to)), problem() {} })
  reader.read(capture)
  reader.end()
  return datagrams
}

interface Counted {
  records: number
  /** Read from the objects, so that none can be left unmade. */
  values: number
}

/** Every record as an object of which each item is looked at, and then let go, as a sensor does. */
function toObjects(bytes: Uint8Array): Counted {
  const counted: Counted = { records: 0, values: 0 }
  const decode = asterixDecoder()
  const blocks = new BlockReader({
    block(block, from, to) {
      const records: AsterixRecord[] = []
      if (decode(block, from, to, records)) throw new Error('The capture holds a block that cannot be read')
      counted.records += records.length
      for (const { items } of records) for (const name in items) if (items[name] !== undefined) counted.values++
    },
  })
  blocks.read(bytes, false)
  return counted
}

/** The same objects all kept until the end: the price of memory is in it. */
function toKeptObjects(bytes: Uint8Array): Counted {
  const kept: AsterixRecord[] = []
  const decode = asterixDecoder()
  new BlockReader({ block: (block, from, to) => void decode(block, from, to, kept) }).read(bytes, false)
  return { records: kept.length, values: 0 }
}

function toPlots(bytes: Uint8Array): Counted {
  let plots = 0
  const reader = asterix.open({ sensorId: 'bench', simulated: false, position: SITE }, { heardBefore: () => false })
  reader.read(bytes, 0, { plot: () => void plots++, statement() {}, measurement() {}, problem() {} })
  return { records: reader.counts().decoded, values: plots }
}

function print(name: string, bytes: Uint8Array, run: (bytes: Uint8Array) => Counted): number {
  const rates: number[] = []
  let counted: Counted = { records: 0, values: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    counted = run(bytes)
    rates.push((counted.records / (performance.now() - start)) * 1000)
  }
  rates.sort((a, b) => a - b)
  const [slowest, median, best] = [rates[0]!, rates[Math.floor(ROUNDS / 2)]!, rates.at(-1)!].map(Math.round)
  console.log(JSON.stringify({ name, recordsPerSecond: median, slowest, best, bar: BAR, ...counted }))
  return median!
}

const capture = recording('asterix/cat_034_048.pcap')
if (capture) {
  const once = Buffer.concat(datagramsOf(capture))
  const bytes = new Uint8Array(Buffer.concat(Array.from({ length: Math.ceil(RECORDS / toObjects(once).records) }, () => once)))
  const objects = print('asterix to objects', bytes, toObjects)
  print('asterix to objects, all kept', bytes, toKeptObjects)
  print('asterix to plots', bytes, toPlots)
  console.log(JSON.stringify({ name: 'asterix over 300 k/s', ratio: Number((objects / BAR).toFixed(2)), bar: 1 }))
}
