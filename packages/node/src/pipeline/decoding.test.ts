import { describe, expect, it } from 'vitest'
import { createDecoding } from './decoding.ts'
import { letters } from './fixtures/letters.ts'
import { ship } from './fixtures/tracks.ts'
import type { WorkerSensor } from './messages.ts'
import { isHeardBy, tracksHeld } from './table-reader.ts'
import { allocateTable, openTable } from './track-table.ts'

const HOUR = 3_600_000
const site = (id: string, simulated = false): WorkerSensor => ({ id, kind: 'letters', simulated })
const shared = { heardBefore: () => false }

function start(sensors = [site('kingstown'), site('exercise', true)], restored = [] as ReturnType<typeof ship>[]) {
  const table = allocateTable(16, sensors.map(({ id }) => id))
  const decoding = createDecoding({ sensors, table, maxTracks: 16, restored }, [letters], shared)
  const hear = (sensor: number, text: string, receivedAt = 1000, stream = 0) => {
    decoding.take({ sensor, stream, bytes: Buffer.from(text), receivedAt, datagram: false })
    decoding.settle(receivedAt)
  }
  return { decoding, table: openTable(table), hear }
}

describe('the pipeline', () => {
  it('turns bytes into rows of the track table, live and simulated apart', () => {
    const { table, hear } = start()
    hear(0, 'abca')
    hear(1, 'a')
    expect(tracksHeld(table)).toBe(4)
  })

  it('works together on what comes within 50 ms, or when it is told that no more will come', () => {
    const { decoding, table } = start()
    const take = (text: string, receivedAt: number) =>
      decoding.take({ sensor: 0, stream: 0, bytes: Buffer.from(text), receivedAt, datagram: true })
    take('a', 1000)
    expect(tracksHeld(table)).toBe(1)
    take('b', 1049)
    expect(tracksHeld(table)).toBe(1)
    take('c', 1050)
    expect(tracksHeld(table)).toBe(3)
    take('d', 1060)
    decoding.settle(1080)
    expect(tracksHeld(table)).toBe(4)
    take('e', 1090)
    decoding.tick(1100)
    expect(tracksHeld(table)).toBe(5)
  })

  it('tells how every sensor does', () => {
    const { decoding, hear } = start()
    hear(0, 'ab!', 1500)
    hear(0, '!', 1700)
    const [kingstown, exercise] = decoding.tick(2000)
    expect(kingstown?.counts).toMatchObject({ received: 4, decoded: 2, problems: { framing: 2 } })
    expect(kingstown?.lastHeardAt).toBe(1500)
    expect(exercise).toMatchObject({ counts: { received: 0 }, lastHeardAt: undefined })
  })

  it('keeps the last fifty refused inputs, newest first', () => {
    const { decoding, hear } = start()
    for (let n = 0; n < 60; n++) hear(0, '!', n)
    decoding.take({ sensor: 0, stream: 0, bytes: undefined, receivedAt: 99, datagram: false })
    const answer = decoding.answer({ of: 'rejected', sensor: 0 })
    const rejected = answer.of === 'rejected' ? answer.rejected : []
    expect(rejected).toHaveLength(50)
    expect(rejected.slice(0, 2)).toEqual([
      { problem: 'incomplete', receivedAt: 99, bytes: Uint8Array.of(0x7e) },
      { problem: 'framing', receivedAt: 59, bytes: Uint8Array.of(0x21) },
    ])
    expect(decoding.answer({ of: 'rejected', sensor: 1 })).toEqual({ of: 'rejected', rejected: [] })
  })

  it('describes a track, and says so when there is none', () => {
    const { decoding, hear } = start()
    hear(0, 'a')
    expect(decoding.answer({ of: 'track', id: 'T-1' })).toMatchObject({ track: { claim: { mmsi: 97 } } })
    expect(decoding.answer({ of: 'track', id: 'T-2' })).toEqual({ of: 'track', track: undefined })
  })

  it('gives the live tracks to be saved, never a simulated one', () => {
    const { decoding, hear } = start()
    hear(0, 'a', 1000)
    hear(0, 'b', 2000)
    hear(1, 'c', 2000)
    const saved = decoding.answer({ of: 'live-tracks', heardAfter: 1000 })
    expect(saved.of === 'live-tracks' && saved.tracks.map(({ claim }) => claim.mmsi)).toEqual([98])
  })

  it('takes up the tracks of an earlier run', () => {
    const { table, hear } = start([site('kingstown')], [ship(9, { claim: { mmsi: 97, name: 'ADMIRAL BAY' } })])
    expect(tracksHeld(table)).toBe(1)
    hear(0, 'a')
    expect(tracksHeld(table)).toBe(1)
  })

  it('forgets as time passes', () => {
    const { decoding, table, hear } = start()
    hear(0, 'a', 1000)
    decoding.tick(HOUR)
    expect(tracksHeld(table)).toBe(1)
    decoding.tick(2 * HOUR)
    expect(tracksHeld(table)).toBe(0)
  })

  it('goes on forgetting when the clock is set back', () => {
    const { decoding, table, hear } = start()
    decoding.tick(100 * HOUR)
    hear(0, 'a', 1000)
    decoding.tick(2 * HOUR)
    expect(tracksHeld(table)).toBe(0)
  })

  it('takes a sensor in while it runs, and tells its readings from those of the one before it', () => {
    const { decoding, table, hear } = start()
    hear(0, 'a')
    decoding.install({ place: 2, opening: 0, sensor: site('bequia') })
    hear(2, 'bc', 1000)
    decoding.install({ place: 0, opening: 1, sensor: { ...site('kingstown'), simulated: true } })
    hear(0, 'a')
    expect(tracksHeld(table)).toBe(4)
    const readings = decoding.tick(2000)
    expect(readings.map(({ place, opening, counts }) => [place, opening, counts.decoded])).toEqual([
      [0, 1, 1], [1, 0, 0], [2, 0, 2],
    ])
  })

  it('lets a sensor go: what was under way from it belongs to nobody, and its tracks stay', () => {
    const { decoding, table, hear } = start()
    hear(0, 'a')
    decoding.install({ place: 0, opening: 1, sensor: undefined })
    hear(0, 'b')
    expect(tracksHeld(table)).toBe(1)
    expect(decoding.tick(2000).map(({ place }) => place)).toEqual([1])
    expect(decoding.answer({ of: 'rejected', sensor: 0 })).toEqual({ of: 'rejected', rejected: [] })
  })

  it('does not take what one sensor heard for heard by the next in its place', () => {
    const { decoding, table, hear } = start()
    hear(0, 'a')
    expect(isHeardBy(table, 0, 0)).toBe(true)
    decoding.install({ place: 0, opening: 1, sensor: site('bequia') })
    expect(isHeardBy(table, 0, 0)).toBe(false)
  })

  it('does not start with a sensor of a kind that nobody reads', () => {
    const sonar = { ...site('kingstown'), kind: 'sonar' }
    expect(() => start([sonar])).toThrow('Sensor kingstown is of kind sonar; there are letters')
  })

  it('tells what each sensor hears, for the page and for the next run', () => {
    const { decoding, hear } = start()
    hear(0, 'abc!', 1000)
    const [kingstown] = decoding.tick(2000)
    expect(kingstown?.hearing).toMatchObject({ lastValidAt: 1000, lastPlotAt: 1000, refusedSinceValid: 0 })
    const answer = decoding.answer({ of: 'hearings' })
    const hearings = answer.of === 'hearings' ? answer.hearings : []
    expect(hearings).toMatchObject([
      { sensorId: 'kingstown', simulated: false, reception: { lastObjects: 3, cells: [{ lastPlots: 3 }] } },
      { sensorId: 'exercise', simulated: true, reception: { lastObjects: 0, cells: [] } },
    ])
  })
})
