import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBatch } from './batch-reader.ts'
import { BatchWriter } from './batch-writer.ts'
import type { Batch } from './records.ts'

const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const time = fc.integer({ min: 0, max: 4e12 })
const text = fc.string({ maxLength: 12 })
const claim = fc.record({ mmsi: fc.integer({ min: 0, max: 999_999_999 }), name: text }, { requiredKeys: [] })
const place = fc.record({ lat: number, lon: number })
const plot = fc.record({
  sensorId: text, time: number, receivedAt: time, simulated: fc.boolean(), position: place,
  covariance: fc.record({ ee: number, en: number, nn: number }), speed: number, courseDeg: number, headingDeg: number,
  altitude: number, sensorTrack: text, claim,
  polar: fc.record({ from: place, range: number, bearingDeg: number, rangeSigma: number, bearingSigmaDeg: number }),
}, { requiredKeys: ['sensorId', 'time', 'receivedAt', 'simulated', 'position', 'covariance'] })
const statement = fc.record({ sensorId: text, time, receivedAt: time, simulated: fc.boolean(), claim })

const whole = (max: number, steps: number) => fc.integer({ min: 0, max }).map((value) => value / steps)
const serial = fc.integer({ min: 1, max: 0xffffffff })
const state = fc.record({
  serial, simulated: fc.boolean(), knownAt: time, time, isRevision: fc.boolean(),
  lat: fc.integer({ min: -9e8, max: 9e8 }).map((value) => value / 1e7),
  lon: fc.integer({ min: -18e8, max: 18e8 }).map((value) => value / 1e7),
  sigmaEast: whole(2e8, 10), sigmaNorth: whole(2e8, 10), correlation: whole(100, 100),
  means: fc.nat({ max: 8 }), flags: fc.nat({ max: 255 }), existence: whole(254, 254),
  speed: whole(60_000, 100), courseDeg: whole(36_000, 100), headingDeg: whole(3600, 10),
  altitude: fc.integer({ min: -100, max: 30_000 }), dark: whole(254, 254), suspect: whole(254, 254),
}, {
  requiredKeys: [
    'serial', 'simulated', 'knownAt', 'time', 'isRevision', 'lat', 'lon', 'sigmaEast', 'sigmaNorth', 'correlation',
    'means', 'flags', 'existence',
  ],
})
const info = fc.record({
  serial, simulated: fc.boolean(), knownAt: time, claim, contributors: fc.array(fc.record({ sensorId: text }), { maxLength: 3 }),
  identity: fc.record({ probability: whole(100, 100), isConflicting: fc.boolean(), isPinned: fc.boolean() }),
}, { requiredKeys: ['serial', 'simulated', 'knownAt', 'claim', 'contributors'] })
const end = fc.record({ serial, simulated: fc.boolean(), knownAt: time, into: serial }, { requiredKeys: ['serial', 'simulated', 'knownAt'] })
const contents = fc.record({
  plots: fc.array(plot), statements: fc.array(statement), states: fc.array(state), infos: fc.array(info), ends: fc.array(end),
})

function written(writer: BatchWriter, { plots, statements, states, infos, ends }: Omit<Batch, 'run' | 'firstAt' | 'lastAt'>) {
  for (const each of plots) writer.plot(each)
  for (const each of statements) writer.statement(each)
  for (const each of states) writer.state(each)
  for (const each of infos) writer.info(each)
  for (const each of ends) writer.end(each)
  return writer.take()
}

describe('a batch', () => {
  it('is read as it was written, to the last bit', () => {
    fc.assert(fc.property(contents, fc.nat(), (each, run) => {
      const batch = written(new BatchWriter(run), each)
      if (!batch) return expect(Object.values(each).flat()).toEqual([])
      const read = readBatch(batch.bytes)
      expect({ ...read }).toEqual({ run, firstAt: batch.firstAt, lastAt: batch.lastAt, ...each })
      expect(batch.plots).toBe(each.plots.length)
    }))
  })

  it('knows when the first and the last of it were received', () => {
    const writer = new BatchWriter(1)
    for (const knownAt of [3000, 1000, 2000]) writer.end({ serial: 1, simulated: false, knownAt })
    expect(writer.take()).toMatchObject({ firstAt: 1000, lastAt: 3000, plots: 0 })
    expect(writer.take()).toBeUndefined()
  })

  it('holds only what came since the last one', () => {
    const writer = new BatchWriter(1)
    const sighted = (sensorId: string) => ({ sensorId, time: 1, receivedAt: 2, simulated: false, claim: { name: sensorId } })
    writer.statement(sighted('first'))
    writer.take()
    writer.statement(sighted('second'))
    expect(readBatch(writer.take()!.bytes).statements).toEqual([sighted('second')])
  })

  it('is told from other bytes', () => {
    expect(() => readBatch(new Uint8Array(10))).toThrow('no batch')
    expect(() => readBatch(new Uint8Array(100))).toThrow('no batch')
  })
})
