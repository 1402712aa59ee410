import { geodesicFrom } from '@csii/geo'
import type { LatLon, Plot, Track } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { createTracker } from './tracker.ts'
import { MOST_IN_CELL } from './unnumbered.ts'

const bequia: LatLon = { lat: 13.01, lon: -61.24 }
const plot = (sensorId: string, time: number, position: LatLon, more: Partial<Plot> = {}): Plot =>
  ({ sensorId, time, receivedAt: time, simulated: false, position, covariance: { ee: 900, en: 0, nn: 900 }, ...more })
const off = (metres: number, bearing = 90) => geodesicFrom(bequia, bearing, metres)

function watch(maxTracks: number) {
  const shown = new Map<string, Track>()
  const tracker = createTracker(
    { maxTracks, meansOf: (sensorId) => (sensorId.startsWith('radar') ? 'radar' : 'ais') },
    { changed: (track) => shown.set(track.id, track), forgotten: ({ id }) => shown.delete(id) },
  )
  const ships = () => [...shown.values()].flatMap(({ claim }) => claim.mmsi ?? []).filter((mmsi) => mmsi < 100)
  return { tracker, shown, ships }
}

describe('a flood of invented objects', () => {
  it('does not push out the ships of another sensor, however often each of them is repeated', () => {
    const { tracker, ships, shown } = watch(256)
    for (let mmsi = 1; mmsi <= 50; mmsi++) tracker.plot(plot('kingstown', 0, bequia, { claim: { mmsi } }))
    for (let n = 0; n < 4000; n++) {
      for (let report = 0; report < 20; report++) {
        tracker.plot(plot('hostile', 1000 + n * 20 + report, bequia, { claim: { icaoAddress: n } }))
      }
    }
    expect(ships()).toHaveLength(50)
    expect(shown.size).toBeLessThanOrEqual(256)
  })

  it('does not push out ships of its own sensor that were followed for longer', () => {
    const { tracker, ships } = watch(256)
    for (let time = 0; time < 15; time++) {
      for (let mmsi = 1; mmsi <= 50; mmsi++) tracker.plot(plot('kingstown', time * 1000, bequia, { claim: { mmsi } }))
    }
    for (let n = 0; n < 4000; n++) {
      for (let report = 0; report < 5; report++) {
        tracker.plot(plot('kingstown', 15_000 + n * 5 + report, bequia, { claim: { mmsi: 1000 + n } }))
      }
    }
    expect(ships()).toHaveLength(50)
  })

  it('pushes itself out when a radar gives every echo another number', () => {
    const { tracker, ships, shown } = watch(256)
    for (let mmsi = 1; mmsi <= 50; mmsi++) tracker.plot(plot('kingstown', 0, bequia, { claim: { mmsi } }))
    for (let n = 0; n < 10_000; n++) tracker.plot(plot('radar', n, off(n % 5000), { sensorTrack: String(n) }))
    expect(ships()).toHaveLength(50)
    expect(shown.size).toBeLessThanOrEqual(256)
  })
})

describe('clutter', () => {
  it('in one place does not hide the vessel that was seen there before', () => {
    const { tracker, shown } = watch(4096)
    for (let scan = 0; scan < 5; scan++) tracker.plot(plot('radar', scan * 3000, off(scan * 20)))
    const [vessel] = shown.keys()
    for (let n = 0; n < 10 * MOST_IN_CELL; n++) tracker.plot(plot('radar', 12_000, off(150 + (n % 150), n % 360)))
    tracker.plot(plot('radar', 15_000, off(100)))
    expect(shown.get(vessel!)?.fix).toMatchObject({ position: off(100), time: 15_000 })
  })

  it('of one radar in one cell is compared with so much and no more', () => {
    const { tracker } = watch(65_536)
    let compared = 0
    const crowd = 4000
    for (let n = 0; n < crowd; n++) tracker.plot(plot('radar', 0, off(n % 200, n % 360)))
    for (const track of tracker.tracks.values()) {
      const { fix } = track
      Object.defineProperty(track, 'fix', { get: () => { compared++; return fix } })
    }
    tracker.plot(plot('radar', 0, bequia))
    expect(tracker.tracks.size).toBe(crowd + 1)
    expect(compared).toBeLessThan(9 * 4 * MOST_IN_CELL)
  })
})

describe('a vessel that only a radar sees, without a number', () => {
  it.each([
    ['across the antimeridian, off Fiji', { lat: -17, lon: 179.9995 }, 90],
    ['to the north off Spitsbergen', { lat: 78.2, lon: 15.6 }, 0],
    ['to the east off Spitsbergen', { lat: 78.2, lon: 15.6 }, 90],
    ['to the south-west over the equator', { lat: 0.0005, lon: 0.0005 }, 225],
  ])('is followed %s', (_where, start, bearing) => {
    const { tracker, shown } = watch(100)
    for (let scan = 0; scan < 10; scan++) tracker.plot(plot('radar', scan * 10_000, geodesicFrom(start, bearing, scan * 500)))
    expect([...shown.values()].map(({ contributors }) => contributors[0]!.plots)).toEqual([10])
  })

  it('is found again after the longest gap at the highest speed, and not beyond', () => {
    const { tracker } = watch(100)
    tracker.plot(plot('radar', 0, off(0)))
    tracker.plot(plot('radar', 60_000, off(3600)))
    expect(tracker.tracks.size).toBe(1)
    tracker.plot(plot('radar', 120_000, off(3600 + 3600 + 200)))
    expect(tracker.tracks.size).toBe(2)
  })

  it('is the nearest of several, whatever cells they lie in', () => {
    const { tracker } = watch(1000)
    for (let n = 0; n < 40; n++) tracker.plot(plot('radar', 0, off(400 + 90 * n, (n * 77) % 360)))
    tracker.plot(plot('radar', 59_000, bequia))
    const [nearest] = tracker.tracks.values()
    expect(nearest?.fix).toMatchObject({ position: bequia, time: 59_000 })
  })
})
