import type { Plot } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plot, watch } from './fixtures/watch.ts'

/** Whatever a source can hand over that is a number at all: poles, no error, speeds of rockets, any time. */
const plots: fc.Arbitrary<Plot> = fc.record({
  sensorId: fc.constantFrom('radar', 'other-radar', 'kingstown', 'receiver', 'sentinel', 'tak'),
  time: fc.oneof(fc.nat(60_000), fc.constantFrom(0, -1e12, 1e15)),
  receivedAt: fc.nat(60_000),
  lat: fc.oneof(fc.constantFrom(-90, 90, 0, 13), fc.double({ min: 12.99, max: 13.01, noNaN: true })),
  lon: fc.oneof(fc.constantFrom(-180, 180, 0, -61), fc.double({ min: -61.01, max: -60.99, noNaN: true })),
  ee: fc.constantFrom(0, 1e-9, 100, 1e9),
  nn: fc.constantFrom(0, 1e-9, 100, 1e9),
  lean: fc.constantFrom(-1, 0, 0.5, 1),
  speed: fc.constantFrom(undefined, 0, 5, 10_000),
  mmsi: fc.constantFrom(undefined, 0, 1, 2),
  sensorTrack: fc.constantFrom(undefined, '1', '2'),
  range: fc.constantFrom(undefined, 0, 5000),
}).map(({ sensorId, time, receivedAt, lat, lon, ee, nn, lean, speed, mmsi, sensorTrack, range }) =>
  plot(sensorId, time, { lat, lon }, {
    receivedAt, covariance: { ee, en: lean * Math.sqrt(ee * nn), nn },
    ...(speed !== undefined && { speed, courseDeg: 45 }), ...(mmsi !== undefined && { claim: { mmsi } }), ...(sensorTrack && { sensorTrack }),
    ...(range !== undefined && { polar: { from: { lat, lon }, range, bearingDeg: 0, rangeSigma: 0, bearingSigmaDeg: 0 } }),
  }))

describe('the tracker, whatever comes', () => {
  it('stays whole: every number is one, every ellipse is one', () => {
    fc.assert(
      fc.property(fc.array(plots, { maxLength: 60 }), (all) => {
        const sea = watch()
        sea.hear(...all.toSorted((a, b) => a.receivedAt - b.receivedAt))
        sea.settle(60_000)
        for (const [id, track] of sea.tracker.tracks) {
          expect(JSON.stringify(track)).not.toContain('null')
          const { ee, en, nn } = track.fix!.covariance
          expect(ee).toBeGreaterThan(0)
          expect(ee * nn - en * en).toBeGreaterThanOrEqual(0)
          expect(Math.abs(track.fix!.position.lat)).toBeLessThan(91)
          expect(JSON.stringify(sea.tracker.explain(id))).not.toContain('null')
          const later = sea.tracker.foresee(id, 120_000)!
          expect(Number.isFinite(later.position.lat + later.position.lon + later.covariance.ee + later.velocity.east)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
