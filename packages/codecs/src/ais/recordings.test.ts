import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, type TestContext } from 'vitest'
import { collect } from '../nmea/fixtures/collected.ts'
import { bytesOf, isBalanced } from '../nmea/fixtures/reading.ts'
import { createSharedMemory } from '../shared-memory.ts'
import { VdmReader } from '../nmea/vdm-reader.ts'
import { decodePayload } from './message.ts'
import { ais, aisKind } from './sensor.ts'

const NOON = Date.UTC(2013, 10, 12, 12)
const site = { sensorId: 'tower', simulated: false }

/** Runs `check` on a recording of the shared test data, or says that it is missing. */
function withRecording(name: string, check: (bytes: Uint8Array) => void): (context: TestContext) => void {
  return (context) => {
    const path = fileURLToPath(new URL(`../../../../../shared/data/ais/${name}`, import.meta.url))
    if (existsSync(path)) return check(gunzipSync(readFileSync(path)))
    console.warn(`skipped: the recording shared/data/ais/${name} is not beside the repository`)
    context.skip(`${name} is absent`)
  }
}

/** Every identity in a recording, by whole messages alone. */
function identitiesIn(bytes: Uint8Array): Set<number> {
  const identities = new Set<number>()
  const reader = new VdmReader({
    message(ascii, from, to, fillBits) {
      const message = decodePayload(ascii, from, to, fillBits)
      if (typeof message === 'string') return message
      identities.add(message.mmsi)
      return 'decoded'
    },
    problem() {},
  })
  reader.read(bytes, NOON)
  reader.end(NOON)
  return identities
}

describe('five minutes of the Danish coast', () => {
  it('are read to the last sentence, and every station that spoke is heard', withRecording('denmark-5min.nmea.gz', (bytes) => {
    const { sink, plots, statements } = collect()
    const reader = ais.open(site, createSharedMemory({ windowMs: 0 }))
    reader.read(bytes, NOON, sink)
    reader.end(NOON, sink)
    expect(reader.counts()).toMatchObject({ received: 30_605, decoded: 30_605, duplicates: 0, pending: 0 })
    const heard = new Set([...plots, ...statements].map(({ claim }) => claim?.mmsi))
    expect(heard).toEqual(identitiesIn(bytes))
    expect(heard.size).toBeGreaterThan(1000)
  }))

  it('are the same broken into fragments of a network', withRecording('denmark-5min.nmea.gz', (bytes) => {
    const whole = collect()
    ais.open(site, createSharedMemory()).read(bytes, NOON, whole.sink)
    const broken = collect()
    const reader = ais.open(site, createSharedMemory())
    for (let at = 0; at < bytes.length; at += 1447) reader.read(bytes.subarray(at, at + 1447), NOON, broken.sink)
    expect(broken.plots).toEqual(whole.plots)
    expect(broken.statements).toEqual(whole.statements)
  }))

  it('give a second receiver nothing new', withRecording('denmark-5min.nmea.gz', (bytes) => {
    const shared = createSharedMemory()
    const { sink } = collect()
    ais.open(site, shared).read(bytes, NOON, sink)
    const second = ais.open(site, shared)
    second.read(bytes, NOON + 1000, sink)
    expect(second.counts()).toMatchObject({ received: 30_605, decoded: 0, duplicates: 30_605 })
  }))
})

describe('a recording with the times of its receivers', () => {
  it('is dated by them: the ship began to drift on 28 September 2014', withRecording('drift-538004030.ais.gz', (bytes) => {
    const { sink, plots } = collect()
    const recorded = aisKind({ timeReference: 'stated' }).open(site, createSharedMemory({ windowMs: 0 }))
    recorded.read(bytes, Date.UTC(2026, 0, 3), sink)
    recorded.end(Date.UTC(2026, 0, 3), sink)
    const times = plots.map((plot) => plot.time)
    expect(Math.min(...times)).toBeGreaterThan(Date.UTC(2014, 8, 28, 15, 59))
    expect(Math.max(...times)).toBeLessThan(Date.UTC(2014, 8, 29))
    expect(isBalanced(recorded.counts())).toBe(true)
  }))
})

describe('the hardest lines of four projects', () => {
  it('are all accounted for, whole, and cut at every tenth byte', withRecording('all-types.nmea.gz', (bytes) => {
    const { sink } = collect()
    const reader = ais.open(site, createSharedMemory())
    reader.read(bytes, NOON, sink)
    for (let at = 0; at < 20_000; at += 10) {
      reader.read(bytesOf('\n'), NOON, sink)
      reader.read(bytes.subarray(at, at + 200), NOON, sink)
    }
    reader.end(NOON, sink)
    expect(reader.counts().decoded).toBeGreaterThan(8000)
    expect(isBalanced(reader.counts())).toBe(true)
  }))
})
