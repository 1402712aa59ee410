import { DECODE_PROBLEMS, type Measurement, type Plot, type SensorSink, type Statement } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { createSharedMemory } from '../shared-memory.ts'
import { utf8Bytes } from '../utf8.ts'
import { toDelta } from './encode.ts'
import { SEED_DOCUMENTS, seeds } from './fixtures/seeds.ts'
import { signalk } from './sensor.ts'

const NOON = Date.UTC(2026, 10, 24, 12, 0)
const CONTEXT = 'vessels.urn:mrn:imo:mmsi:377123000'
const UUID = 'urn:mrn:signalk:uuid:0d95e282-3e1f-4521-8c30-8288addbdb69'

function reading() {
  const plots: Plot[] = []
  const statements: Statement[] = []
  const measurements: Measurement[] = []
  const problems: string[] = []
  const sink: SensorSink = {
    plot: (plot) => void plots.push(plot),
    statement: (statement) => void statements.push(statement),
    measurement: (measurement) => void measurements.push(measurement),
    problem: (problem) => void problems.push(problem),
  }
  const reader = signalk.open({ sensorId: 'boat', simulated: false }, createSharedMemory({ capacity: 8 }))
  const read = (json: unknown, receivedAt = NOON) => reader.read(
    utf8Bytes(JSON.stringify(json)),
    receivedAt,
    sink,
    true,
  )
  const tell = (values: Readonly<Record<string, unknown>>, context = CONTEXT, timestamp = '2026-11-24T12:00:00.000Z') =>
    read({
      context,
      updates: [{ timestamp, values: Object.entries(values).map(([path, value]) => ({ path, value })) }],
    })
  return { plots, statements, measurements, problems, reader, read, tell, sink }
}

const position = { latitude: 13.08, longitude: -61.25 }

describe('a boat that speaks Signal K', () => {
  it('states where it is and how it moves, in SI and radians', () => {
    const { plots, tell } = reading()
    tell({
      'navigation.position': position, 'navigation.speedOverGround': 6, 'navigation.courseOverGroundTrue': Math.PI / 2,
      'navigation.headingTrue': -0.1,
      'navigation.gnss.horizontalDilution': 1,
    })
    expect(plots).toEqual([
      {
        sensorId: 'boat', time: NOON, receivedAt: NOON, simulated: false, position: { lat: 13.08, lon: -61.25 },
        covariance: { ee: expect.closeTo(21.5, 1), en: 0, nn: expect.closeTo(21.5, 1) },
        speed: 6, courseDeg: expect.closeTo(90, 9), headingDeg: expect.closeTo(354.27, 2),
        sensorTrack: 'urn:mrn:imo:mmsi:377123000',
        claim: { station: 'unknown', mmsi: 377_123_000 },
      },
    ])
  })

  it('moves as it said a moment before, and not as it said long ago', () => {
    const { plots, tell } = reading()
    tell({ 'navigation.speedOverGround': 6 })
    tell({ 'navigation.position': position }, CONTEXT, '2026-11-24T12:00:10.000Z')
    tell({ 'navigation.position': position }, CONTEXT, '2026-11-24T12:00:20.000Z')
    expect(plots.map(({ speed }) => speed)).toEqual([6, undefined])
  })

  it('points by its compass where it knows the variation', () => {
    const { plots, tell } = reading()
    tell({
      'navigation.headingMagnetic': Math.PI, 'navigation.magneticVariation': -Math.PI / 12,
      'navigation.position': position,
    })
    expect(plots).toMatchObject([{ headingDeg: expect.closeTo(165, 6) }])
  })

  it('has no speed that no boat has, and no course in degrees', () => {
    const { plots, tell } = reading()
    tell({
      'navigation.speedOverGround': 900, 'navigation.courseOverGroundTrue': 245.7, 'navigation.headingTrue': null,
      'navigation.position': position,
    })
    expect(plots[0]).not.toHaveProperty('speed')
    expect(plots[0]).not.toHaveProperty('courseDeg')
    expect(plots[0]).not.toHaveProperty('headingDeg')
  })

  it('states its name, and keeps it for the places that follow', () => {
    const { plots, statements, tell } = reading()
    tell({ '': { name: 'Coast Guard 1', communication: { callsignVhf: 'J8B1' } } }, `vessels.${UUID}`)
    expect(statements).toMatchObject([{ claim: { uid: UUID, name: 'Coast Guard 1', callSign: 'J8B1' } }])
    tell({ 'navigation.position': position }, `vessels.${UUID}`)
    expect(plots).toMatchObject([{ claim: { uid: UUID, name: 'Coast Guard 1' }, sensorTrack: UUID }])
  })

  it('is who its server says in the greeting', () => {
    const { plots, read, tell } = reading()
    tell({ 'navigation.position': position }, 'vessels.self')
    read({ version: '1.7.0', self: UUID, roles: ['main'] })
    tell({ 'navigation.position': position }, 'vessels.self')
    expect(plots.map(({ claim }) => claim?.uid)).toEqual(['signalk:boat', UUID])
  })

  it('calls for help until it takes it back', () => {
    const { plots, statements, tell } = reading()
    tell({ 'notifications.mob': { state: 'emergency', method: ['sound'], message: 'MOB' } })
    tell({ 'navigation.position': position })
    tell({ 'notifications.mob': null })
    tell({ 'navigation.position': position })
    expect(statements.map(({ claim }) => claim.emergency)).toEqual(['man-overboard', undefined])
    expect(plots.map(({ claim }) => claim?.emergency)).toEqual(['man-overboard', undefined])
  })

  it('tells its keepers what it measures', () => {
    const { measurements, plots, tell } = reading()
    tell({ 'propulsion.port.runTime': 3600, 'tanks.fuel.0.currentLevel': 0.4, 'navigation.log': 5 })
    expect(measurements).toEqual([
      {
        sensorId: 'boat', time: NOON, receivedAt: NOON, simulated: false, asset: 'urn:mrn:imo:mmsi:377123000',
        path: 'propulsion.port.runTime', value: 3600,
      },
      {
        sensorId: 'boat', time: NOON, receivedAt: NOON, simulated: false, asset: 'urn:mrn:imo:mmsi:377123000',
        path: 'tanks.fuel.0.currentLevel', value: 0.4,
      },
    ])
    expect(plots).toEqual([])
  })

  it('is nowhere while its receiver has no fix', () => {
    const { plots, problems, tell } = reading()
    tell({ 'navigation.position': { latitude: null, longitude: null } })
    tell({ 'navigation.position': null })
    tell({ 'navigation.gnss.methodQuality': 'no GPS', 'navigation.position': position })
    expect([plots, problems]).toEqual([[], []])
    tell({ 'navigation.gnss.methodQuality': 'GNSS Fix', 'navigation.position': position })
    expect(plots).toHaveLength(1)
  })

  it('is of an exercise when its receiver is a simulator', () => {
    const { plots, tell } = reading()
    tell({ 'navigation.gnss.methodQuality': 'Simulator mode', 'navigation.position': position })
    expect(plots).toMatchObject([{ simulated: true }])
  })

  it('is not dated in the future', () => {
    const { plots, tell } = reading()
    tell({ 'navigation.position': position }, CONTEXT, '2030-01-01T00:00:00Z')
    tell({ 'navigation.position': position }, CONTEXT, '2026-11-24T11:00:00Z')
    expect(plots.map(({ time }) => time)).toEqual([NOON, NOON - 3_600_000])
  })

  it('has a height only where it flies', () => {
    const { plots, tell } = reading()
    for (const group of ['vessels', 'aircraft']) tell(
      { 'navigation.position': { ...position, altitude: 300 } },
      `${group}.${UUID}`,
    )
    expect(plots.map(({ altitude }) => altitude)).toEqual([undefined, 300])
    expect(plots[1]).toMatchObject({ claim: { station: 'aircraft' } })
  })

  it('may be asked for its whole model', () => {
    const { plots, measurements, read } = reading()
    read(SEED_DOCUMENTS[13])
    expect(plots).toMatchObject([{
      position: { lat: 13.08, lon: -61.25 }, speed: 4, time: NOON, claim: { name: 'Coast Guard 1' },
    }])
    expect(measurements.map(({ path, value }) => [path, value])).toEqual([
      ['propulsion.port.runTime', 100], ['propulsion.port.temperature', 350],
    ])
  })
})

describe('a Signal K source', () => {
  it.each([
    ['"\u0000', 'framing'],
    ['{"a" 1}', 'framing'],
    ['{"hello":"world"}', 'unsupported'],
    ['{"updates":[', 'length'],
    ['{"updates":[{"values":[{"path":"navigation.position","value":{"latitude":99,"longitude":0}}]}]}', 'value'],
    ['{"updates":[{"values":[{"path":"navigation.position","value":{"latitude":"13","longitude":0}}]}]}', 'value'],
  ])('counts what it refuses: %s', (text, problem) => {
    const { reader, problems, sink } = reading()
    reader.read(utf8Bytes(text), NOON, sink, true)
    expect(problems).toEqual([problem])
    expect(reader.counts()).toMatchObject({ received: 1, decoded: 0, problems: { [problem]: 1 } })
  })

  it('refuses what is no text', () => {
    const { reader, problems, sink } = reading()
    reader.read(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), NOON, sink, true)
    expect(problems).toEqual(['framing'])
  })

  it('counts greetings and answers, and makes nothing of them', () => {
    const { plots, statements, measurements, reader, read } = reading()
    read({ version: '1.7.0', self: UUID, roles: ['main'] })
    read({ requestId: '1', state: 'COMPLETED', statusCode: 200 })
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 2 })
    expect([plots, statements, measurements]).toEqual([[], [], []])
  })

  it('reads each of its sample documents', () => {
    const { problems, reader, sink } = reading()
    for (const seed of seeds) reader.read(seed, NOON, sink, true)
    expect(problems).toEqual([])
    expect(reader.counts().decoded).toBe(SEED_DOCUMENTS.length + 9)
  })

  it('reads them as one stream, cut anywhere', () => {
    const { problems, reader, sink } = reading()
    for (const seed of seeds) for (const byte of seed) reader.read(Uint8Array.of(byte), NOON, sink)
    reader.end(NOON, sink)
    expect(problems).toEqual([])
    expect(reader.counts().decoded).toBe(SEED_DOCUMENTS.length + 9)
  })

  it('accounts for every document that is cut or changed', () => {
    const { reader, sink } = reading()
    for (const seed of seeds.slice(0, 10)) {
      for (let end = 1; end <= seed.length; end += 3) {
        const changed = seed.slice(0, end)
        changed[(end * 7) % end]! ^= 1 << end % 8
        reader.read(changed, NOON, sink, true)
      }
    }
    const { received, decoded, problems } = reader.counts()
    expect(received).toBe(decoded + DECODE_PROBLEMS.reduce((sum, problem) => sum + problems[problem], 0))
  })

  it('remembers some thousands of vessels, and no more', () => {
    const { plots, tell } = reading()
    const name = (number: number) => `vessels.urn:mrn:imo:mmsi:${200_000_000 + number}`
    tell({ '': { name: 'First' } }, name(0))
    for (let i = 1; i <= 4096; i++) tell({ 'navigation.log': 1 }, name(i))
    tell({ 'navigation.position': position }, name(0))
    expect(plots[0]!.claim).toEqual({ station: 'unknown', mmsi: 200_000_000 })
  })
})

describe('a delta of ours', () => {
  it('says what was given, and is understood again', () => {
    const { plots, measurements, reader, sink } = reading()
    const report = {
      context: CONTEXT, source: 'csii', time: NOON, mmsi: 377_123_000, name: 'A', callSign: 'J8B1', position: {
        lat: 13.08, lon: -61.25,
      }, speed: 5,
      courseDeg: 90, headingDeg: 91, horizontalDilution: 2, measured: [{ path: 'propulsion.port.runTime', value: 10 }],
    }
    reader.read(utf8Bytes(toDelta(report)), NOON, sink, true)
    expect(plots).toMatchObject([
      {
        time: NOON, position: report.position, speed: 5, courseDeg: expect.closeTo(90, 9),
        headingDeg: expect.closeTo(91, 9),
        claim: { mmsi: 377_123_000, name: 'A', callSign: 'J8B1' },
      },
    ])
    expect(measurements).toMatchObject([{ path: 'propulsion.port.runTime', value: 10 }])
  })

  it('says nothing that was not given', () => {
    expect(JSON.parse(toDelta({ context: CONTEXT, source: 'csii', time: NOON }))).toEqual({
      context: CONTEXT, updates: [{ $source: 'csii', timestamp: '2026-11-24T12:00:00.000Z', values: [] }],
    })
  })
})
