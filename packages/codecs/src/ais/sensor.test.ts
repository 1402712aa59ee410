import type { Plot, SensorReader } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { collect } from '../nmea/fixtures/collected.ts'
import { bytesOf, isBalanced, signed, tag } from '../nmea/fixtures/reading.ts'
import { createSharedMemory } from '../shared-memory.ts'
import { boat, hear, moored, safetyText, transmitted, voyage } from './fixtures/heard.ts'
import { ais, aisKind } from './sensor.ts'

const NOON = Date.UTC(2026, 0, 3, 12)
const site = { sensorId: 'tower', simulated: false }
const open = (shared = createSharedMemory()): SensorReader => ais.open(site, shared)

describe('an AIS receiver', () => {
  it('makes a plot of a position report', () => {
    const { plots, statements } = hear(NOON + 17_250, moored)
    expect(statements).toEqual([])
    expect(plots).toEqual([
      {
        sensorId: 'tower', time: NOON + 15_000, receivedAt: NOON + 17_250, simulated: false,
        position: { lat: 28_549_700 / 600_000, lon: -73_407_500 / 600_000 },
        covariance: { ee: 900, en: 0, nn: 900 },
        speed: 0, courseDeg: 51, headingDeg: 181,
        claim: { mmsi: 477_553_000, station: 'class-a', navigationStatus: 5 },
      },
    ])
  })

  it('makes a statement of a message without a position', () => {
    const { plots, statements } = hear(NOON, voyage)
    expect(plots).toEqual([])
    expect(statements).toMatchObject([
      { sensorId: 'tower', time: NOON, receivedAt: NOON, simulated: false, claim: { name: 'EVER DIADEM' } },
    ])
  })

  it('makes a statement of a report from a ship that does not know where she is', () => {
    const { plots, statements } = hear(NOON, { ...moored, lat: 91 * 600_000, lon: 181 * 600_000 })
    expect(plots).toEqual([])
    expect(statements).toMatchObject([{ claim: { mmsi: 477_553_000, navigationStatus: 5 } }])
  })

  it('makes a statement of every other message, so that its sender is known to be there', () => {
    expect(hear(NOON, safetyText).statements).toMatchObject([{ claim: { mmsi: 351_809_000 } }])
  })

  it('counts each sentence, and says why it refused one', () => {
    const reader = open()
    const { sink, problems, plots } = collect()
    const noise = `${signed('!AIVDM,1,1,,A,177KQJ50,0')}\r\n${signed('!AIVDM,1,1,,A,,0')}\r\n${signed('!AIVDM,1,1,,A,w00000000000,0')}\r\n`
    reader.read(transmitted(moored, voyage), NOON, sink)
    reader.read(bytesOf(noise), NOON, sink)
    expect(plots).toHaveLength(1)
    expect(problems).toEqual(['length', 'length', 'unsupported'])
    expect(reader.counts()).toMatchObject({
      received: 6, decoded: 3, duplicates: 0, pending: 0, problems: { length: 2, unsupported: 1 },
    })
  })

  it('refuses a report that is cut short at any length, and does not throw', () => {
    const payload = '177KQJ5000G?tO`K>RA1wUbN0TKH'
    for (let length = 0; length < payload.length - 1; length++) {
      const reader = open()
      const { sink, plots } = collect()
      reader.read(bytesOf(`${signed(`!AIVDM,1,1,,A,${payload.slice(0, length)},0`)}\n`), NOON, sink)
      expect(plots).toEqual([])
      expect(reader.counts()).toMatchObject({ received: 1, decoded: 0, problems: { length: 1 } })
    }
  })

  it('reads the last line of a datagram, and of a stream when it ends', () => {
    const line = transmitted(moored).slice(0, -2)
    const datagram = collect()
    open().read(line, NOON, datagram.sink, true)
    expect(datagram.plots).toHaveLength(1)

    const stream = collect()
    const reader = open()
    reader.read(line, NOON, stream.sink)
    expect(stream.plots).toEqual([])
    reader.end(NOON, stream.sink)
    expect(stream.plots).toHaveLength(1)
  })

  it('gives up the missing half of a message when time passes', () => {
    const reader = open()
    const { sink, problems } = collect()
    const [first] = String.fromCharCode(...transmitted(voyage)).split('\r\n')
    reader.read(bytesOf(`${first}\r\n`), NOON, sink)
    reader.tick(NOON + 29_000, sink)
    expect(problems).toEqual([])
    reader.tick(NOON + 31_000, sink)
    expect(problems).toEqual(['incomplete'])
    expect(isBalanced(reader.counts())).toBe(true)
  })
})

describe('two AIS receivers that hear one ship', () => {
  it('make one plot of one transmission, and the second counts it as heard before', () => {
    const shared = createSharedMemory()
    const [near, far] = [open(shared), open(shared)]
    const { sink, plots, statements } = collect()
    near.read(transmitted(moored, voyage), NOON, sink)
    far.read(transmitted(moored, voyage), NOON + 800, sink)
    expect([plots.length, statements.length]).toEqual([1, 1])
    expect(far.counts()).toMatchObject({ received: 3, decoded: 0, duplicates: 3 })
  })

  it('both tell that they hear her, so that the reach of each can be learned', () => {
    const shared = createSharedMemory()
    const again: Plot[] = []
    const { sink, plots } = collect()
    const listening = { ...sink, heardAgain: (plot: Plot) => again.push(plot) }
    open(shared).read(transmitted(moored, voyage), NOON, listening)
    expect(again).toEqual([])
    open(shared).read(transmitted(moored, voyage), NOON + 800, listening)
    expect(again).toEqual([{ ...plots[0], receivedAt: NOON + 800, time: again[0]?.time }])
  })

  it('make two of the same words ten seconds apart', () => {
    const shared = createSharedMemory()
    const { sink, plots } = collect()
    open(shared).read(transmitted(boat), NOON, sink)
    open(shared).read(transmitted(boat), NOON + 10_000, sink)
    expect(plots).toHaveLength(2)
  })

  it('are never silenced by an exercise that repeats what was heard', () => {
    const shared = createSharedMemory()
    const exercise = ais.open({ sensorId: 'exercise', simulated: true }, shared)
    const { sink, plots } = collect()
    exercise.read(transmitted(moored, voyage), NOON, sink)
    exercise.read(transmitted(moored), NOON, sink)
    open(shared).read(transmitted(moored, voyage), NOON, sink)
    expect(plots.map((plot) => [plot.sensorId, plot.simulated])).toEqual([['exercise', true], ['tower', false]])
    expect(exercise.counts().duplicates).toBe(1)
  })
})

describe('an AIS network that states when it heard a ship', () => {
  const stamped = (time: number): Uint8Array =>
    bytesOf(`${tag(`c:${time}`)}!AIVDM,1,1,,B,177KQJ5000G?tO\`K>RA1wUbN0TKH,0*5C\r\n`)

  it('dates the report, when that is believable', () => {
    const { sink, plots } = collect()
    open().read(stamped(NOON - 3_600_000 + 20_000), NOON, sink)
    expect(plots[0]?.time).toBe(NOON - 3_600_000 + 15_000)
    expect(plots[0]?.receivedAt).toBe(NOON)
  })

  it('does not date a live report years ago, but does date a recording so', () => {
    const live = collect()
    open().read(stamped(1_411_920_502_000), NOON + 16_000, live.sink)
    expect(live.plots[0]?.time).toBe(NOON + 15_000)

    const recording = collect()
    aisKind({ timeReference: 'stated' }).open(site, createSharedMemory()).read(stamped(1_411_920_502_000), NOON, recording.sink)
    expect(recording.plots[0]?.time).toBe(1_411_920_495_000)
  })
})
