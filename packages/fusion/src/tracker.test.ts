import { geodesicFrom } from '@csii/geo'
import type { LatLon, Plot, Statement, Track } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTracker } from './tracker.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MMSI = 377_000_001
const bequia: LatLon = { lat: 13.01, lon: -61.24 }
const covariance = { ee: 100, en: 0, nn: 100 }

const plot = (time: number, position = bequia, more: Partial<Plot> = {}): Plot =>
  ({
    sensorId: 'kingstown', time, receivedAt: time, simulated: false, position, covariance, speed: 5,
    claim: { mmsi: MMSI }, ...more,
  })
const statement = (time: number, claim: Statement['claim'], sensorId = 'kingstown'): Statement =>
  ({ sensorId, time, receivedAt: time, simulated: false, claim: { mmsi: MMSI, ...claim } })
const north = (metres: number) => geodesicFrom(bequia, 0, metres)

function watch(maxTracks = 1000) {
  const forgotten: string[] = []
  const changes: string[] = []
  const tracker = createTracker(
    { maxTracks },
    { changed: ({ id }) => changes.push(id), forgotten: ({ id }) => forgotten.push(id) },
  )
  return { tracker, forgotten, changes, only: (): Track => [...tracker.tracks.values()][0]! }
}

describe('a track', () => {
  it('starts with the first plot of an MMSI and follows its plots', () => {
    const { tracker, only } = watch()
    tracker.plot(plot(0))
    tracker.plot(plot(10_000, north(50), { courseDeg: 0 }))
    expect(tracker.tracks.size).toBe(1)
    expect(only()).toMatchObject({ id: 'T-1', fix: { time: 10_000, position: north(50), covariance }, courseDeg: 0 })
    expect(only().contributors).toEqual([{ sensorId: 'kingstown', plots: 2, lastAt: 10_000 }])
  })

  it('never mixes live and simulated', () => {
    const { tracker } = watch()
    tracker.plot(plot(0))
    tracker.plot(plot(0, bequia, { simulated: true }))
    expect([...tracker.tracks.keys()]).toEqual(['T-1', 'SIM-2'])
  })

  it('is not moved back by late data, which still counts', () => {
    const { tracker, only } = watch()
    tracker.plot(plot(60_000, north(300)))
    tracker.plot(plot(20_000, north(100), { sensorId: 'castries' }))
    expect(only().fix?.position).toEqual(north(300))
    expect(only().contributors.map(({ plots }) => plots)).toEqual([1, 1])
    expect(only().conflicts).toEqual([])
  })

  it('ends where it ends whatever the order of its plots', () => {
    const reports = [0, 1, 2, 3, 4, 5].map((n) => plot(n * 10_000, north(n * 50), { sensorId: `s${n % 2}` }))
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (order) => {
        const { tracker, only } = watch()
        for (const report of order) tracker.plot(report)
        expect(only().fix).toEqual({ time: 50_000, position: north(250), covariance, means: 'unknown' })
      }),
    )
  })

  it('cannot be carried into the future by a sensor whose clock is ahead', () => {
    const { tracker, only } = watch()
    tracker.plot(plot(10 * HOUR, bequia, { receivedAt: 1000 }))
    tracker.plot(plot(11_000, north(20)))
    expect(only().fix).toMatchObject({ time: 11_000, position: north(20) })
  })

})

describe('what an object says of itself', () => {
  it('is kept before anybody knows where it is', () => {
    const { tracker, only } = watch()
    tracker.statement(statement(0, { name: 'ADMIRAL BAY' }))
    expect(only()).toMatchObject({ claim: { mmsi: MMSI, name: 'ADMIRAL BAY' }, contributors: [{ plots: 0 }] })
    expect(only().fix).toBeUndefined()
    tracker.plot(plot(1000))
    expect(only()).toMatchObject({ claim: { name: 'ADMIRAL BAY' }, fix: { time: 1000 } })
  })

  it('is believed as stated last, and every sensor keeps what it heard', () => {
    const { tracker, only } = watch()
    tracker.statement(statement(1000, { name: 'OLD NAME' }, 'castries'))
    tracker.statement(statement(5000, { name: 'NEW NAME' }))
    tracker.statement(statement(2000, { name: 'OLD NAME' }, 'castries'))
    expect(only().claim.name).toBe('NEW NAME')
    expect(only().claims.filter(({ field }) => field === 'name')).toEqual([
      { field: 'name', value: 'OLD NAME', sensorId: 'castries', time: 2000 },
      { field: 'name', value: 'NEW NAME', sensorId: 'kingstown', time: 5000 },
    ])
  })

  it('is not replaced by what the same sensor heard earlier', () => {
    const { tracker, only } = watch()
    tracker.statement(statement(5000, { destination: 'BEQUIA' }))
    tracker.statement(statement(4000, { destination: 'KINGSTOWN' }))
    expect(only().claim.destination).toBe('BEQUIA')
    expect(only().claims.find(({ field }) => field === 'destination')?.time).toBe(5000)
  })

  it('changes when its dimensions do', () => {
    const { tracker, only } = watch()
    const hull = { bow: 30, stern: 10, port: 4, starboard: 4 }
    tracker.statement(statement(0, { dimensions: hull }))
    tracker.statement(statement(1, { dimensions: { ...hull } }))
    tracker.statement(statement(2, { dimensions: { ...hull, bow: 31 } }))
    expect(only().claim.dimensions?.bow).toBe(31)
  })
})

describe('the tracker', () => {
  it('forgets what moved after 1 hour, and what lay still after 24', () => {
    const { tracker, forgotten } = watch()
    tracker.plot(plot(0, bequia, { speed: 8, claim: { mmsi: 1 } }))
    tracker.plot(plot(0, bequia, { speed: 0.1, claim: { mmsi: 2 } }))
    tracker.plot(plot(0, bequia, { claim: { mmsi: 3, navigationStatus: 5 } }))
    tracker.statement({ ...statement(0, { station: 'aton' }), claim: { mmsi: 4, station: 'aton' } })
    tracker.forget(HOUR)
    expect(forgotten).toEqual([])
    tracker.forget(HOUR + 1)
    expect(forgotten).toEqual(['T-1'])
    tracker.forget(24 * HOUR)
    expect(forgotten).toEqual(['T-1'])
    tracker.forget(24 * HOUR + 1)
    expect(forgotten).toEqual(['T-1', 'T-2', 'T-3', 'T-4'])
    expect(tracker.tracks.size).toBe(0)
  })

  it('starts afresh with an MMSI that it forgot', () => {
    const { tracker } = watch()
    tracker.plot(plot(0))
    tracker.forget(2 * HOUR)
    tracker.plot(plot(2 * HOUR))
    expect([...tracker.tracks.keys()]).toEqual(['T-2'])
  })

  it('follows its vessels when its own clock was ahead and is set back', () => {
    const { tracker, forgotten, changes, only } = watch()
    const wrong = 1000 * HOUR
    tracker.statement(statement(wrong, { name: 'OLD NAME' }))
    tracker.plot(plot(wrong))
    tracker.plot(plot(wrong + 1000, north(100_000)))
    tracker.forget(5000)
    expect(only()).toMatchObject({ heardAt: 5000, fix: { time: 5000 }, contributors: [{ lastAt: 5000 }] })
    expect([...only().claims, ...only().conflicts].map(({ time }) => time)).toEqual([5000, 5000, 5000])
    expect(changes).toHaveLength(4)
    tracker.forget(5001)
    expect(changes).toHaveLength(4)

    tracker.plot(plot(15_000, north(50)))
    tracker.statement(statement(16_000, { name: 'NEW NAME' }))
    expect(only()).toMatchObject({ heardAt: 16_000, fix: { time: 15_000, position: north(50) }, claim: { name: 'NEW NAME' } })
    tracker.forget(16_001 + HOUR)
    expect(forgotten).toEqual(['T-1'])
  })

  it('lets those heard longest ago give way when it is full', () => {
    const { tracker, forgotten } = watch(64)
    for (let mmsi = 1; mmsi <= 64; mmsi++) tracker.plot(plot(mmsi, bequia, { claim: { mmsi } }))
    tracker.plot(plot(100, bequia, { claim: { mmsi: 1 } }))
    tracker.plot(plot(101, bequia, { claim: { mmsi: 65 } }))
    expect(forgotten).toEqual(['T-2'])
    expect(tracker.tracks.size).toBe(64)
  })

  it('keeps the ships it follows when a flood of invented identities comes', () => {
    const { tracker } = watch(64)
    for (const time of [0, 10_000]) for (let mmsi = 1; mmsi <= 50; mmsi++) tracker.plot(plot(time, bequia, { claim: { mmsi } }))
    for (let n = 0; n < 10_000; n++) tracker.plot(plot(10_001 + n, bequia, { claim: { mmsi: 1000 + n } }))
    expect([...tracker.tracks.values()].slice(0, 50).map(({ claim }) => claim.mmsi)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    expect(tracker.tracks.size).toBe(64)
  })

  it('takes up a track of an earlier run with its true age', () => {
    const before = watch()
    before.tracker.plot(plot(1000))
    before.tracker.statement(statement(2000, { name: 'ADMIRAL BAY' }))
    const after = watch()
    after.tracker.plot(plot(5000, bequia, { claim: { mmsi: 2 } }))
    after.tracker.restore(structuredClone(before.only()))
    const claim = { name: 'ADMIRAL BAY' }
    expect(after.tracker.tracks.get('T-2')).toMatchObject({ heardAt: 2000, fix: { time: 1000 }, claim })
    after.tracker.plot(plot(9000, north(20)))
    expect(after.tracker.tracks.get('T-2')).toMatchObject({ fix: { time: 9000 }, claim })
  })

  it('gives the same tracks for the same calls', () => {
    const calls = fc.array(
      fc.record({ mmsi: fc.integer({ min: 1, max: 3 }), time: fc.nat(HOUR), metres: fc.nat(200_000) }),
    )
    fc.assert(
      fc.property(calls, (reports) => {
        const [one, two] = [watch(), watch()]
        for (const { tracker } of [one, two])
          for (const { mmsi, time, metres } of reports) tracker.plot(plot(time, north(metres), { claim: { mmsi } }))
        expect([...two.tracker.tracks.values()]).toEqual([...one.tracker.tracks.values()])
      }),
    )
  })

  it('tells of every change', () => {
    const { tracker, changes } = watch()
    tracker.plot(plot(0))
    tracker.statement(statement(1, {}))
    expect(changes).toEqual(['T-1', 'T-1'])
  })
})
