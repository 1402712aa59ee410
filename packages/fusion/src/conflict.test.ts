import { distanceBetween } from '@csii/geo'
import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { bequia, HOUR, MINUTE, off, plot, report, watch } from './fixtures/watch.ts'

const there = off(100_000)
const hear = (...plots: Plot[]) => {
  const sea = watch()
  sea.hear(...plots)
  return sea
}
const at = (time: number, more: Partial<Plot> = {}) => report(time, bequia, { speed: 0, courseDeg: 0, ...more })

describe('a report from where a ship cannot be', () => {
  it('is kept as a conflict, does not move the ship, and is of an object of its own', () => {
    const { shown } = hear(at(0), at(10_000), report(20_000, there))
    const [ship, other] = [...shown.values()]
    expect(distanceBetween(ship!.fix!.position, bequia)).toBeLessThan(5)
    expect(ship!.conflicts).toEqual([
      { sensorId: 'kingstown', time: 20_000, position: there, impliedSpeed: expect.closeTo(10_000, -1) },
    ])
    expect(ship!.contributors[0]?.plots).toBe(2)
    expect(distanceBetween(other!.fix!.position, there)).toBeLessThan(1)
    expect([ship!.identity!.isConflicting, other!.identity!.isConflicting]).toEqual([true, true])
    expect(ship!.identity!.probability).toBeLessThan(0.7)
  })

  it('states nothing for the ship either', () => {
    const claim = { mmsi: 377_000_001, navigationStatus: 1 }
    const { shown } = hear(at(0), at(5000), report(9000, there, { claim }))
    expect(shown.get('T-1')!.claim.navigationStatus).toBeUndefined()
  })

  it('is no conflict for a search-and-rescue aircraft that can fly there', () => {
    const claim = { mmsi: 111_377_001, station: 'sar-aircraft' } as const
    const { only } = hear(at(0, { claim }), report(15 * MINUTE, there, { claim }))
    expect(only().conflicts).toEqual([])
    expect(distanceBetween(only().fix!.position, there)).toBeLessThan(100)
    expect(hear(at(0), report(5 * MINUTE, there)).shown.size).toBe(2)
  })

  it('is no conflict when there was time enough', () => {
    expect(hear(report(0, bequia), report(HOUR, off(30_000))).only().conflicts).toEqual([])
  })

  it('is weighed with the errors of both reports', () => {
    const near = off(2000)
    expect(hear(at(0), at(1000), report(2000, near)).shown.size).toBe(2)
    const coarse = { ee: 1e6, en: 0, nn: 1e6 }
    expect(hear(at(0), at(1000), report(2000, near, { covariance: coarse })).only().conflicts).toEqual([])
  })

  it('is a conflict when it comes late, too', () => {
    const { shown } = hear(at(0), at(30_000), at(60_000), report(50_000, there, { receivedAt: 61_000 }))
    expect(shown.get('T-1')).toMatchObject({ fix: { time: 60_000 }, conflicts: [{ time: 50_000 }] })
  })

  it('marks the track for an hour', () => {
    const { tracker, shown } = hear(at(0), report(10_000, there), at(MINUTE))
    tracker.forget(HOUR)
    expect(shown.get('T-1')!.conflicts).toHaveLength(1)
    tracker.forget(HOUR + 10_001)
    expect(shown.get('T-1')!.conflicts).toEqual([])
  })
})

describe('one MMSI in two places', () => {
  it('is two tracks for as long as both are heard, and each follows its own', () => {
    const both = Array.from(
      { length: 40 },
      (_, n) => [
        report(n * 5000, off(n * 25), { courseDeg: 90 }),
        report(n * 5000 + 100, off(40_000 - n * 25), { courseDeg: 270 }),
      ],
    )
    const { shown } = hear(...both.flat())
    expect([...shown.values()].map(({ contributors }) => contributors[0]!.plots)).toEqual([40, 40])
    expect([...shown.values()].map(({ courseDeg }) => Math.round(courseDeg!))).toEqual([90, 270])
  })

  it('leaves the vessel that radar sees where it is, and its identity with it', () => {
    const sea = watch()
    for (let n = 0; n < 30; n++) {
      sea.hear(plot('radar', n * 3000, off(n * 15)), report(n * 3000 + 1000, off(n * 15 + 5), { courseDeg: 90 }))
    }
    for (let n = 30; n < 60; n++) {
      sea.hear(plot('radar', n * 3000, off(n * 15)), report(n * 3000 + 1000, off(n * 15 + 5, 0), { courseDeg: 0 }))
    }
    sea.settle(60 * 3000)
    const vessel = sea.shown.get('T-1')!
    expect(distanceBetween(vessel.fix!.position, off(59 * 15))).toBeLessThan(40)
    expect(vessel.contributors.find(({ sensorId }) => sensorId === 'radar')!.plots).toBe(60)
    expect(vessel.identity).toMatchObject({ isConflicting: true })
  })

  it('is one again an hour after the other fell silent', () => {
    const { tracker, shown } = hear(at(0), report(1000, there, { courseDeg: 0 }), at(50 * MINUTE))
    tracker.forget(1000 + HOUR + 1)
    expect([...shown.keys()]).toEqual(['T-1'])
    expect(shown.get('T-1')!.identity).toMatchObject({ isConflicting: false })
  })
})

describe('an MMSI that changes', () => {
  it('leaves one vessel one track where radar goes on seeing it', () => {
    const sea = watch()
    for (let n = 0; n < 60; n++) {
      const mmsi = n < 30 ? 377_000_001 : 636_000_001
      sea.hear(
        plot('radar', n * 3000, off(n * 15)),
        report(n * 3000 + 1000, off(n * 15 + 5), { courseDeg: 90, claim: { mmsi } }),
      )
    }
    sea.settle(60 * 3000)
    const seen = [...sea.shown.values()].filter(({ fix }) => fix!.time > 59 * 3000 - 1)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ id: 'T-1', claim: { mmsi: 636_000_001 } })
  })
})
