import { distanceBetween } from '@csii/geo'
import type { LatLon, Plot } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bequia, HOUR, off, plot, report, SECOND, statement, watch } from './fixtures/watch.ts'

const MMSI = 377_000_001
const north = (metres: number): LatLon => off(metres, 0)
const under = (mmsi: number, time: number, more: Partial<Plot> = {}): Plot => report(
  time, bequia, { claim: { mmsi }, ...more },
)

describe('a track', () => {
  it('starts with the first report of an MMSI and follows its reports', () => {
    const { hear, tracker, only } = watch()
    hear(report(0, bequia), report(10_000, north(50), { courseDeg: 0 }))
    expect(tracker.tracks.size).toBe(1)
    expect(only()).toMatchObject({ id: 'T-1', fix: { time: 10_000, means: 'ais' }, identity: { isConflicting: false } })
    expect(distanceBetween(only().fix!.position, north(50))).toBeLessThan(10)
    expect(only().contributors).toEqual([{ sensorId: 'kingstown', plots: 2, lastAt: 10_000 }])
  })

  it('never mixes live and simulated', () => {
    const { hear, tracker } = watch()
    hear(report(0, bequia), report(0, bequia, { simulated: true }))
    expect([...tracker.tracks.keys()]).toEqual(['T-1', 'SIM-2'])
  })

  it('is not moved back by late data, which still counts', () => {
    const { hear, only } = watch()
    hear(report(0, bequia, { courseDeg: 0 }), report(60_000, north(300), { courseDeg: 0 }))
    hear(report(20_000, north(100), { sensorId: 'castries', receivedAt: 61_000, courseDeg: 0 }))
    expect(only().fix?.time).toBe(60_000)
    expect(distanceBetween(only().fix!.position, north(300))).toBeLessThan(10)
    expect(only().contributors.map(({ plots }) => plots)).toEqual([2, 1])
    expect(only()).toMatchObject({ conflicts: [], revision: 1, revisedFrom: 20_000 })
  })

  it('takes in what was measured before its first report', () => {
    const { hear, shown, only } = watch()
    hear(report(10 * 60_000, north(3000), { courseDeg: 0 }))
    hear(report(0, bequia, { sensorId: 'castries', receivedAt: 11 * 60_000, courseDeg: 0 }))
    expect(shown.size).toBe(1)
    expect(only()).toMatchObject({ conflicts: [], fix: { time: 600_000 }, contributors: [{ plots: 1 }, { plots: 1 }] })
  })

  it('ends where it ends whatever the order of its reports', () => {
    const reports = [0, 1, 2, 3, 4, 5].map((n) =>
      report(n * 10_000, north(n * 50), { sensorId: `s${n % 2}`, receivedAt: 50_000, courseDeg: 0 }))
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (order) => {
        const { hear, shown, only } = watch()
        hear(...order)
        expect(shown.size).toBe(1)
        expect(only().fix?.time).toBe(50_000)
        expect(distanceBetween(only().fix!.position, north(250))).toBeLessThan(10)
      }),
    )
  })

  it('cannot be carried into the future by a sensor whose clock is ahead', () => {
    const { hear, only } = watch()
    hear(report(10 * HOUR, bequia, { receivedAt: 1000 }), report(11_000, north(20)))
    expect(only().fix?.time).toBe(11_000)
    expect(distanceBetween(only().fix!.position, north(20))).toBeLessThan(15)
  })
})

describe('what an object says of itself', () => {
  it('is kept before anybody knows where it is', () => {
    const { tracker, hear, settle, only } = watch()
    tracker.statement(statement(0, { name: 'ADMIRAL BAY' }))
    settle(0)
    expect(only()).toMatchObject({ claim: { mmsi: MMSI, name: 'ADMIRAL BAY' }, contributors: [{ plots: 0 }] })
    expect(only().fix).toBeUndefined()
    hear(report(1000, bequia))
    expect(only()).toMatchObject({ claim: { name: 'ADMIRAL BAY' }, fix: { time: 1000 } })
  })

  it('is believed as stated last, and every sensor keeps what it heard', () => {
    const { tracker, settle, only } = watch()
    tracker.statement(statement(1000, { name: 'OLD NAME' }, 'castries'))
    tracker.statement(statement(5000, { name: 'NEW NAME' }))
    tracker.statement(statement(2000, { name: 'OLD NAME' }, 'castries'))
    settle(5000)
    expect(only().claim.name).toBe('NEW NAME')
    expect(only().claims.filter(({ field }) => field === 'name')).toEqual([
      { field: 'name', value: 'OLD NAME', sensorId: 'castries', time: 2000 },
      { field: 'name', value: 'NEW NAME', sensorId: 'kingstown', time: 5000 },
    ])
  })

  it('is not replaced by what the same sensor heard earlier', () => {
    const { tracker, settle, only } = watch()
    tracker.statement(statement(5000, { destination: 'BEQUIA' }))
    tracker.statement(statement(4000, { destination: 'KINGSTOWN' }))
    settle(5000)
    expect(only().claim.destination).toBe('BEQUIA')
    expect(only().claims.find(({ field }) => field === 'destination')?.time).toBe(5000)
  })

  it('changes when its dimensions do', () => {
    const { tracker, settle, only } = watch()
    const hull = { bow: 30, stern: 10, port: 4, starboard: 4 }
    tracker.statement(statement(0, { dimensions: hull }))
    tracker.statement(statement(1, { dimensions: { ...hull } }))
    tracker.statement(statement(2, { dimensions: { ...hull, bow: 31 } }))
    settle(2)
    expect(only().claim.dimensions?.bow).toBe(31)
  })

  it('is of nobody where it states no identity', () => {
    const { tracker, settle, shown } = watch()
    tracker.statement({ ...statement(0, {}), claim: { name: 'NOBODY' } })
    settle(0)
    expect(shown.size).toBe(0)
  })
})

describe('the tracker', () => {
  it('forgets what moved after 1 hour, and what lay still after 24', () => {
    const { tracker, hear, forgotten } = watch()
    hear(under(1, 0, { speed: 8, courseDeg: 90 }), under(2, 0, { speed: 0.1, courseDeg: 0 }))
    hear(under(3, 0, { courseDeg: 0, claim: { mmsi: 3, navigationStatus: 5 } }))
    tracker.statement({ ...statement(0, {}), claim: { mmsi: 4, station: 'aton' } })
    tracker.advance(0)
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
    const { tracker, hear } = watch()
    hear(report(0, bequia))
    tracker.forget(2 * HOUR)
    hear(report(2 * HOUR, bequia))
    expect([...tracker.tracks.keys()]).toEqual(['T-2'])
  })

  it('follows its vessels when its own clock was ahead and is set back', () => {
    const { tracker, hear, forgotten, changes, shown, only } = watch()
    const wrong = 1000 * HOUR
    tracker.statement(statement(wrong, { name: 'OLD NAME' }))
    hear(report(wrong, bequia), report(wrong + 1000, north(5), { courseDeg: 0 }))
    tracker.forget(5000)
    expect(only()).toMatchObject({ heardAt: 5000, fix: { time: 5000 }, contributors: [{ lastAt: 5000 }] })
    expect(only().claims.map(({ time }) => time)).toEqual([5000, 5000])
    const told = changes.length
    tracker.forget(5001)
    expect(changes).toHaveLength(told)

    hear(report(15_000, north(50), { courseDeg: 0 }))
    tracker.statement(statement(16_000, { name: 'NEW NAME' }))
    tracker.advance(16_000)
    expect(shown.size).toBe(1)
    expect(only()).toMatchObject({ heardAt: 16_000, fix: { time: 15_000 }, claim: { name: 'NEW NAME' }, conflicts: [] })
    expect(distanceBetween(only().fix!.position, north(50))).toBeLessThan(15)
    tracker.forget(16_001 + HOUR)
    expect(forgotten).toEqual(['T-1'])
  })

  it('follows what a radar sees when its own clock was ahead and is set back', () => {
    const { tracker, hear, settle, shown, only } = watch()
    const wrong = 1000 * HOUR
    for (let scan = 0; scan < 5; scan++) hear(plot('radar', wrong + scan * 3000, north(scan * 20)))
    settle(wrong + 12_000)
    tracker.forget(5000)
    for (let scan = 0; scan < 5; scan++) hear(plot('radar', 8000 + scan * 3000, north(100 + scan * 20)))
    settle(20_000)
    expect([...shown.keys()]).toEqual(['T-1'])
    expect(only().fix?.time).toBe(20_000)
    for (let scan = 5; scan < 40; scan++) hear(plot('radar', 8000 + scan * 3000, off(9000, 200)))
    expect(shown.has('T-1')).toBe(false)
  })

  it('lets those heard longest ago give way when it is full', () => {
    const { hear, tracker, forgotten } = watch({ maxTracks: 64 })
    for (let mmsi = 1; mmsi <= 64; mmsi++) hear(under(mmsi, mmsi))
    hear(under(1, 100), under(65, 101))
    expect(forgotten).toEqual(['T-2'])
    expect(tracker.tracks.size).toBe(64)
  })

  it('tells of every change, once for all that came together', () => {
    const { tracker, changes } = watch()
    tracker.plot(report(0, bequia))
    tracker.statement(statement(1, {}))
    tracker.advance(1)
    expect(changes).toEqual(['T-1'])
    tracker.statement(statement(2, { name: 'ADMIRAL BAY' }))
    tracker.advance(2)
    expect(changes).toEqual(['T-1', 'T-1'])
    tracker.advance(3 * SECOND)
    expect(changes).toHaveLength(2)
  })
})
