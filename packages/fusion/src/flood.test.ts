import { describe, expect, it } from 'vitest'
import { bequia, off, plot, report, watch } from './fixtures/watch.ts'

const heard = (mmsi: number, time: number) => report(time, bequia, { claim: { mmsi } })
const shipsOf = (shown: ReadonlyMap<string, { claim: { mmsi?: number } }>) =>
  [...shown.values()].flatMap(({ claim }) => claim.mmsi ?? []).filter((mmsi) => mmsi < 100)

describe('a flood of invented objects', () => {
  it('does not push out the ships of another sensor, however often each of them is repeated', () => {
    const { tracker, shown } = watch({ maxTracks: 256 })
    for (let mmsi = 1; mmsi <= 50; mmsi++) tracker.plot(heard(mmsi, 0))
    for (let n = 0; n < 2000; n++) {
      for (let repeated = 0; repeated < 5; repeated++) {
        tracker.plot(plot('hostile', 1000 + n * 20 + repeated, off(n % 700), { claim: { icaoAddress: n } }))
      }
    }
    tracker.advance(50_000)
    expect(shipsOf(shown)).toHaveLength(50)
    expect(shown.size).toBeLessThanOrEqual(256)
  })

  it('does not push out ships of its own sensor that were followed for longer', () => {
    const { tracker, shown } = watch({ maxTracks: 256 })
    for (let time = 0; time < 15; time++) for (let mmsi = 1; mmsi <= 50; mmsi++) tracker.plot(heard(mmsi, time * 1000))
    for (let n = 0; n < 4000; n++) tracker.plot(heard(1000 + n, 15_000 + n))
    tracker.advance(20_000)
    expect(shipsOf(shown)).toHaveLength(50)
  })

  it('pushes itself out when a radar gives every echo another number', () => {
    const { tracker, shown } = watch({ maxTracks: 256 })
    for (let mmsi = 1; mmsi <= 50; mmsi++) tracker.plot(heard(mmsi, 0))
    for (let n = 0; n < 5000; n++) tracker.plot(plot('radar', n, off(1000 + (n % 5000)), { sensorTrack: String(n) }))
    tracker.advance(10_000)
    expect(shipsOf(shown)).toHaveLength(50)
    expect(shown.size).toBeLessThanOrEqual(256)
  })

  it('leaves no more behind than there is room for in both worlds', () => {
    const { tracker, shown } = watch({ maxTracks: 64 })
    for (let n = 0; n < 1000; n++) tracker.plot({ ...heard(1000 + n, n), simulated: n % 2 === 0 })
    for (const now of [1000, 1001]) tracker.advance(now)
    expect(shown.size).toBeLessThanOrEqual(64)
    expect(tracker.tracks.size).toBe(shown.size)
    expect([...shown.values()].filter(({ simulated }) => simulated)).toHaveLength(32)
  })

  it('of an exercise does not push out what is real', () => {
    const { tracker, shown } = watch({ maxTracks: 64 })
    for (let n = 0; n < 64; n++) tracker.plot({ ...heard(1000 + n, n), simulated: true })
    tracker.advance(100)
    for (let mmsi = 1; mmsi <= 20; mmsi++) tracker.plot(heard(mmsi, 200))
    tracker.advance(200)
    for (let n = 0; n < 2000; n++) tracker.plot({ ...heard(5000 + n, 300 + n), simulated: true })
    for (const now of [3000, 3001]) tracker.advance(now)
    expect([...shown.values()].filter(({ simulated }) => !simulated)).toHaveLength(20)
    expect(shown.size).toBeLessThanOrEqual(64)
  })
})

describe('a flood of places for one identity', () => {
  it('does not push out the vessel that has been followed', () => {
    const { hear, shown } = watch()
    for (let n = 0; n < 10; n++) hear(report(n * 5000, off(n * 25), { courseDeg: 90 }))
    for (let n = 0; n < 100; n++) hear(report(45_100 + n * 20, off(50_000, n * 77)))
    hear(report(50_000, off(250), { courseDeg: 90 }))
    expect(shown.get('T-1')).toMatchObject({
      fix: { time: 50_000 }, contributors: [{ plots: 11 }], identity: { isConflicting: true },
    })
    expect(shown.size).toBeLessThanOrEqual(4)
  })

  it('keeps at most eight conflicts of each sensor, the newest', () => {
    const { hear, shown } = watch()
    for (let n = 0; n < 5; n++) hear(report(n * 1000, bequia, { courseDeg: 90, speed: 0 }))
    hear(report(5000, off(90_000), { sensorId: 'castries' }))
    for (let n = 0; n < 20; n++) hear(report(5010 + n, off(100_000 + n * 3000, n * 67)))
    const { conflicts } = shown.get('T-1')!
    expect(conflicts).toHaveLength(9)
    expect(conflicts[0]).toMatchObject({ sensorId: 'castries', time: 5000 })
    expect(conflicts.at(-1)).toMatchObject({ sensorId: 'kingstown', time: 5029 })
  })
})

describe('a flood of echoes', () => {
  it('in one place begins no more tracks than can be there, and the AIS vessel in it stays', () => {
    const sea = watch({ maxTracks: 10_000 })
    for (let n = 0; n < 6000; n++) {
      if (n % 1000 === 0) sea.hear(report(n, bequia, { speed: 0, courseDeg: 0 }))
      sea.tracker.plot(plot('radar', n, off(n % 83, n * 7), { sensorTrack: String(n) }))
      if (n % 50 === 0) sea.tracker.advance(n)
    }
    sea.settle(6000)
    expect(sea.shown.size).toBeGreaterThan(1)
    expect(sea.shown.size).toBeLessThanOrEqual(50)
    expect([...sea.shown.values()].filter(({ claim }) => claim.mmsi === 377_000_001)).toHaveLength(1)
  })

  it('whose time stands still is worked on as it comes', () => {
    const sea = watch()
    for (let n = 0; n < 24_000; n++) {
      sea.tracker.plot(plot('radar', 0, off(n % 900, n), { receivedAt: n / 2, sensorTrack: String(n % 900) }))
      if (n % 100 === 0) sea.tracker.advance(n / 2)
    }
    expect(sea.shown.size).toBeGreaterThan(1)
  })
})
