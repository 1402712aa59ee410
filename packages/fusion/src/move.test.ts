import { geodesicFrom } from '@csii/geo'
import type { LatLon, Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { createTracker } from './tracker.ts'

const MINUTE = 60_000
const here: LatLon = { lat: 13.01, lon: -61.24 }
const there = geodesicFrom(here, 90, 100_000)

const report = (time: number, position: LatLon, more: Partial<Plot> = {}): Plot =>
  ({ sensorId: 'kingstown', time, receivedAt: time, simulated: false, position, covariance: { ee: 25, en: 0, nn: 25 },
     speed: 6, claim: { mmsi: 377_000_001, station: 'class-a' }, ...more })

function track(...reports: Plot[]) {
  const tracker = createTracker({ maxTracks: 10 }, { changed() {}, forgotten() {} })
  for (const plot of reports) tracker.plot(plot)
  return { tracker, track: [...tracker.tracks.values()][0]! }
}

describe('a report from where a ship cannot be', () => {
  it('is kept as a conflict and does not move the track', () => {
    const { track: ship } = track(report(0, here), report(10_000, here), report(20_000, there))
    expect(ship.fix?.position).toEqual(here)
    expect(ship.conflicts).toEqual([
      { sensorId: 'kingstown', time: 20_000, position: there, impliedSpeed: expect.closeTo(10_000, -1) },
    ])
    expect(ship.contributors[0]?.plots).toBe(2)
  })

  it('states nothing for the ship either', () => {
    const claim = { mmsi: 377_000_001, navigationStatus: 1 }
    expect(track(report(0, here), report(9, there, { claim })).track.claim.navigationStatus).toBeUndefined()
  })

  it('is no conflict for a search-and-rescue aircraft that can fly there', () => {
    const claim = { mmsi: 111_377_001, station: 'sar-aircraft' } as const
    const { track: aircraft } = track(report(0, here, { claim }), report(5 * MINUTE, there, { claim }))
    expect(aircraft.fix?.position).toEqual(there)
    expect(track(report(0, here), report(5 * MINUTE, there)).track.fix?.position).toEqual(here)
  })

  it('is no conflict when there was time enough', () => {
    expect(track(report(0, here), report(30 * MINUTE, there)).track.conflicts).toEqual([])
  })

  it('is weighed with the errors of both reports', () => {
    const near = geodesicFrom(here, 90, 2_000)
    expect(track(report(0, here), report(1, near)).track.conflicts).toHaveLength(1)
    const coarse = { ee: 1e6, en: 0, nn: 1e6 }
    expect(track(report(0, here), report(1, near, { covariance: coarse })).track.conflicts).toEqual([])
  })

  it('is a conflict when it comes late, too', () => {
    const { track: ship } = track(report(60_000, here), report(50_000, there))
    expect(ship.conflicts).toHaveLength(1)
    expect(ship.fix?.time).toBe(60_000)
  })

  it('leaves at most eight conflicts of each sensor, the newest', () => {
    const { track: ship } = track(
      report(0, here),
      report(1, here),
      report(2, there, { sensorId: 'castries' }),
      ...Array.from({ length: 20 }, (_, n) => report(10 + n, geodesicFrom(here, n * 18, 100_000))),
    )
    expect(ship.conflicts.map(({ time }) => time)).toEqual([2, 22, 23, 24, 25, 26, 27, 28, 29])
  })

  it('marks the track for an hour', () => {
    const { tracker, track: ship } = track(report(0, here), report(10_000, there), report(MINUTE, here))
    tracker.forget(60 * MINUTE)
    expect(ship.conflicts).toHaveLength(1)
    tracker.forget(60 * MINUTE + 10_001)
    expect(ship.conflicts).toEqual([])
  })
})

describe('another place that persists', () => {
  it('is believed at the third report when the first fix was never confirmed', () => {
    const [one, two, three] = [10_000, 20_000, 30_000].map((time) => report(time, there))
    expect(track(report(0, here), one!, two!).track.fix?.position).toEqual(here)
    expect(track(report(0, here), one!, two!, three!).track.fix?.position).toEqual(there)
  })

  it('is believed after two silent minutes of a ship that was under way', () => {
    const old = [report(0, here), report(1000, here)]
    const others = [30_000, 60_000, 110_000].map((time) => report(time, there))
    expect(track(...old, ...others).track.fix?.position).toEqual(here)
    expect(track(...old, ...others, report(121_000, there)).track.fix?.position).toEqual(there)
  })

  it('is believed after ten silent minutes of a ship that lay still', () => {
    const old = [0, 1000].map((time) => report(time, here, { speed: 0 }))
    const others = [3, 6, 9].map((minutes) => report(minutes * MINUTE, there))
    expect(track(...old, ...others).track.fix?.position).toEqual(here)
    expect(track(...old, ...others, report(10 * MINUTE + 1000, there)).track.fix?.position).toEqual(there)
  })

  it('is not believed while the ship is still heard from where it was', () => {
    const both = Array.from({ length: 100 }, (_, n) => report(n * 5000, n % 5 === 0 ? here : there))
    expect(track(report(0, here), ...both).track.fix?.position).toEqual(here)
  })

  it('is not believed when the reports contradict one another', () => {
    const scattered = Array.from({ length: 50 }, (_, n) =>
      report(1000 + n * 5000, geodesicFrom(here, n * 77, 2_000_000)))
    expect(track(report(0, here), ...scattered).track.fix?.position).toEqual(here)
  })
})
