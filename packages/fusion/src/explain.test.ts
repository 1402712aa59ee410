import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { bequia, off, plot, report, watch } from './fixtures/watch.ts'

/** A radar sees one vessel go east at 5 m/s, which an AIS receiver hears too. */
function followed(scans = 20) {
  const sea = watch()
  for (let n = 0; n < scans; n++) {
    sea.hear(plot('radar', n * 3000, off(n * 15)), report(n * 3000 + 1000, off(n * 15 + 5), { courseDeg: 90 }))
  }
  sea.settle(scans * 3000)
  return sea
}

describe('the explanation of a track', () => {
  it('is none where there is no such track', () => {
    expect(watch().tracker.explain('T-1')).toBeUndefined()
  })

  it('tells which plots it took, newest first, how each fitted and what it moved', () => {
    const { taken, trackId, existence } = followed().tracker.explain('T-1')!
    expect(trackId).toBe('T-1')
    expect(existence).toBeGreaterThan(0.99)
    expect(taken.length).toBeGreaterThan(8)
    expect(taken[0]).toMatchObject({ sensorId: 'kingstown', time: 58_000 })
    expect(taken[1]).toMatchObject({ sensorId: 'radar', time: 57_000 })
    expect(distanceBetween(taken[1]!.position, off(285))).toBeLessThan(0.1)
    expect(taken.map(({ time }) => time)).toEqual(taken.map(({ time }) => time).toSorted((a, b) => b - a))
    for (const { weight, distanceSquared } of taken) {
      expect(weight).toBeGreaterThan(0)
      expect(weight).toBeLessThan(1)
      expect(distanceSquared).toBeGreaterThanOrEqual(0)
      expect(distanceSquared).toBeLessThan(6)
    }
    const [ais, radar] = taken
    expect(ais!.weight).toBeGreaterThan(radar!.weight)
  })

  it('tells how it moves, in probabilities that sum to 1', () => {
    const { motion } = followed().tracker.explain('T-1')!
    expect(motion.steady).toBeGreaterThan(0.8)
    expect(motion.steady + motion.turning + motion.manoeuvring).toBeCloseTo(1, 9)
  })

  it('tells of a plot that another track took, and how far it lay', () => {
    const sea = watch()
    for (let n = 0; n < 20; n++) {
      sea.hear(plot('radar', n * 3000, off(n * 15)), plot('radar', n * 3000, off(n * 15 + 100, 60)))
    }
    sea.settle(60_000)
    const [one, other] = [...sea.shown.keys()]
    const rejected = sea.tracker.explain(one!)!.rejected.find(({ takenBy }) => takenBy === other)!
    expect(rejected).toMatchObject({ sensorId: 'radar', because: 'nearer-to-another' })
    expect(rejected.distanceSquared).toBeGreaterThan(2)
    expect(rejected.distanceSquared).toBeLessThanOrEqual(20)
  })

  it('tells of a report from where it could not be', () => {
    const sea = followed()
    sea.hear(report(61_000, off(50_000)))
    const [rejected] = sea.tracker.explain('T-1')!.rejected
    expect(rejected).toMatchObject({
      sensorId: 'kingstown', time: 61_000, because: 'impossible-move', position: off(50_000),
    })
    expect(rejected!.distanceSquared).toBeGreaterThan(1000)
  })

  it('remembers the last dozen that were turned away', () => {
    const sea = followed()
    for (let n = 0; n < 30; n++) sea.hear(report(61_000 + n * 100, off(50_000 + n * 9000, n * 50)))
    const { rejected } = sea.tracker.explain('T-1')!
    expect(rejected).toHaveLength(12)
    expect(rejected[0]!.time).toBeGreaterThan(rejected[11]!.time)
  })
})

describe('whose the identity may be', () => {
  it('is the track\'s own, as surely as nothing speaks against it', () => {
    expect(followed().tracker.explain('T-1')!.identities).toEqual([{ identity: '377000001', probability: 1 }])
  })

  it('is nobody\'s for an echo with no vessel near', () => {
    const sea = watch()
    for (let n = 0; n < 8; n++) sea.hear(plot('radar', n * 3000, off(n * 15)))
    sea.hear(report(21_000, off(6000), { courseDeg: 90 }))
    sea.settle(24_000)
    expect(sea.tracker.explain('T-1')!.identities).toEqual([])
  })

  it('is likely that of a vessel which states to be just there, and less so the further it is', () => {
    const probability = (metres: number) => {
      const sea = watch()
      for (let n = 0; n < 8; n++) sea.hear(plot('radar', n * 3000, off(n * 15)))
      for (let n = 0; n < 4; n++) {
        sea.hear(report(15_000 + n * 2000, off(75 + n * 10 + metres), { courseDeg: 90, claim: { mmsi: 2 } }))
      }
      sea.settle(21_000)
      return [...sea.shown.values()].filter(({ claim }) => claim.mmsi === undefined)
        .flatMap(({ id }) => sea.tracker.explain(id)!.identities)[0]?.probability ?? 0
    }
    expect(probability(115)).toBeGreaterThan(0.1)
    expect(probability(125)).toBeLessThan(probability(115))
    expect(probability(800)).toBe(0)
  })

  it('never adds up to more than 1', () => {
    const sea = watch()
    for (let n = 0; n < 10; n++) sea.hear(plot('radar', n * 3000, bequia))
    for (let mmsi = 1; mmsi <= 12; mmsi++) {
      sea.hear(report(27_100 + mmsi, off(20 * mmsi, mmsi * 30), { speed: 0, courseDeg: 0, claim: { mmsi } }))
    }
    sea.settle(30_000)
    for (const id of sea.shown.keys()) {
      const { identities } = sea.tracker.explain(id)!
      expect(identities.length).toBeLessThanOrEqual(5)
      expect(identities.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1 + 1e-9)
    }
  })
})
