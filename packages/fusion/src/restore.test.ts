import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { bequia, HOUR, off, plot, report, statement, watch, type Watch } from './fixtures/watch.ts'

const before = (act: (sea: Watch) => void) => {
  const sea = watch()
  act(sea)
  return structuredClone([...sea.tracker.tracks.values()])
}
const ADMIRAL = { mmsi: 377_000_001, name: 'ADMIRAL BAY' }

describe('a track of an earlier run', () => {
  it('is shown at once, with its true age and all that was known of it', () => {
    const [saved] = before(({ tracker, hear }) => {
      hear(report(1000, bequia, { courseDeg: 90, speed: 5, headingDeg: 91 }), report(6000, off(25), { courseDeg: 90 }))
      tracker.statement(statement(7000, { name: 'ADMIRAL BAY' }))
      tracker.advance(7000)
    })
    const { tracker, only, hear } = watch()
    hear(report(5000, off(9000), { claim: { mmsi: 2 } }))
    tracker.restore(saved!)
    expect(tracker.tracks.get('T-2')).toMatchObject({
      heardAt: 7000, claim: ADMIRAL, headingDeg: 91, speed: expect.closeTo(saved!.speed!, 1), courseDeg: expect.closeTo(
        90, 0,
      ),
      fix: {
        time: 6000, means: 'ais',
        position: {
          lat: expect.closeTo(saved!.fix!.position.lat, 9), lon: expect.closeTo(saved!.fix!.position.lon, 9),
        },
      },
      existence: saved!.existence, contributors: [{ sensorId: 'kingstown', plots: 2, lastAt: 7000 }], identity: {
        isConflicting: false,
      },
    })
    expect(tracker.tracks.get('T-2')!.fix!.covariance.ee).toBeCloseTo(saved!.fix!.covariance.ee, 6)
    expect(tracker.tracks.get('T-2')!.claims).toEqual(saved!.claims)
    expect(only().claim.mmsi).toBe(2)
  })

  it('goes on with the next report of its identity', () => {
    const [saved] = before(
      ({ hear }) => hear(report(0, bequia, { courseDeg: 90 }), report(5000, off(25), { courseDeg: 90 })),
    )
    const { tracker, hear, shown } = watch()
    tracker.restore(saved!)
    hear(report(120_000, off(600), { courseDeg: 90 }))
    expect([...shown.keys()]).toEqual(['T-1'])
    expect(shown.get('T-1')).toMatchObject({ fix: { time: 120_000 }, conflicts: [], contributors: [{ plots: 3 }] })
    expect(distanceBetween(shown.get('T-1')!.fix!.position, off(600))).toBeLessThan(15)
  })

  it('keeps its conflicts', () => {
    const saved = before(({ hear }) => hear(report(0, bequia), report(1000, bequia), report(2000, off(90_000))))
    const { tracker } = watch()
    tracker.restore(saved[0]!)
    expect(tracker.tracks.get('T-1')!.conflicts).toEqual(saved[0]!.conflicts)
  })

  it('is not taken up where its identity is followed already', () => {
    const [saved] = before(({ hear }) => hear(report(0, bequia)))
    const { tracker, hear, shown } = watch()
    hear(report(50_000, off(100)))
    tracker.restore(saved!)
    tracker.restore(saved!)
    expect([...shown.keys()]).toEqual(['T-1'])
    expect(shown.get('T-1')!.heardAt).toBe(50_000)
  })

  it('is left behind where it stated no identity: what a radar saw is seen again', () => {
    const [saved] = before(({ hear, settle }) => {
      for (let scan = 0; scan < 5; scan++) hear(plot('radar', scan * 3000, bequia))
      settle(12_000)
    })
    const { tracker } = watch()
    tracker.restore(saved!)
    expect(tracker.tracks.size).toBe(0)
  })

  it('is taken up before anybody has said where it is', () => {
    const [saved] = before(({ tracker }) => {
      tracker.statement(statement(2000, { name: 'ADMIRAL BAY' }))
      tracker.advance(2000)
    })
    const { tracker, hear, only } = watch()
    tracker.restore(saved!)
    expect(only()).toMatchObject({ claim: ADMIRAL, fix: undefined })
    hear(report(3000, bequia))
    expect(only().fix?.time).toBe(3000)
  })

  it('stays in the exercise when it was of one', () => {
    const [saved] = before(({ hear }) => hear(report(0, bequia, { simulated: true })))
    const { tracker, hear, shown } = watch()
    tracker.restore(saved!)
    hear(report(1000, bequia))
    expect([...shown.keys()]).toEqual(['SIM-1', 'T-2'])
  })

  it('is forgotten when its own time is over, a fishing vessel that reports every few hours after a day', () => {
    const saved = before(({ hear }) => {
      hear(
        plot('fisheries', 0, off(5000), { claim: { uid: 'VCT 12' } }), report(0, bequia, { speed: 8, courseDeg: 90 }),
      )
    })
    const { tracker, forgotten } = watch()
    for (const track of saved) tracker.restore(track)
    tracker.forget(HOUR + 1)
    expect(forgotten).toEqual(['T-2'])
    tracker.forget(24 * HOUR)
    expect(forgotten).toEqual(['T-2'])
    tracker.forget(24 * HOUR + 1)
    expect(forgotten).toEqual(['T-2', 'T-1'])
  })
})
