import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceBetween, pointAt } from '@csii/geo'
import { entry } from './covariance.ts'
import { predicted, type Estimate } from './estimate.ts'
import { fuseTracks } from './fuse-tracks.ts'
import { covariances, estimateOf, logDeterminant } from './fixtures/estimates.ts'

const NOON = Date.UTC(2026, 5, 1, 12)

const radarOf = (node: string) => [{ node, sensorId: 'radar', until: NOON }]

const estimates = (node: string): fc.Arbitrary<Estimate> =>
  fc
    .record({
      covariance: covariances,
      east: fc.double({ min: -300, max: 300, noNaN: true }),
      north: fc.double({ min: -300, max: 300, noNaN: true }),
      velocity: fc.record({
        east: fc.double({ min: -20, max: 20, noNaN: true }),
        north: fc.double({ min: -20, max: 20, noNaN: true }),
      }),
      late: fc.integer({ min: 0, max: 60_000 }),
    })
    .map(({ covariance, east, north, velocity, late }) =>
      estimateOf({
        time: NOON + late,
        position: pointAt({ lat: 13, lon: -61 }, { east, north }),
        velocity,
        covariance,
        lineage: [{ node, sensorId: 'radar', until: NOON + late }],
        labels: [node],
      }),
    )

describe('tracks of two nations', () => {
  it('become one that is positive definite, and no less sure than the surer', () => {
    fc.assert(
      fc.property(estimates('bb'), estimates('vc'), (own, other) => {
        const fused = fuseTracks(own, other)
        const surest = Math.min(
          ...[own, other].map((estimate) => logDeterminant(predicted(estimate, fused.time).covariance)),
        )
        expect(logDeterminant(fused.covariance)).toBeLessThanOrEqual(surest + 1e-6)
      }),
    )
  })

  it('become the same whichever nation fuses them', () => {
    fc.assert(
      fc.property(estimates('bb'), estimates('vc'), (a, b) => {
        const [ab, ba] = [fuseTracks(a, b), fuseTracks(b, a)]
        expect(distanceBetween(ab.position, ba.position)).toBeLessThan(0.05)
        expect(ab.velocity.east).toBeCloseTo(ba.velocity.east, 6)
        expect(ab.covariance).toEqual(ba.covariance)
        expect([ab.time, ab.lineage, ab.labels]).toEqual([ba.time, ba.lineage, ba.labels])
      }),
    )
  })

  it('of one covariance meet in the middle, and are no surer there', () => {
    const a = estimateOf({ lineage: radarOf('bb') })
    const b = estimateOf({ position: pointAt(a.position, { east: 100, north: 0 }), lineage: radarOf('vc') })
    const fused = fuseTracks(a, b)
    expect(distanceBetween(a.position, fused.position)).toBeCloseTo(50, 3)
    fused.covariance.forEach((value, at) => expect(value).toBeCloseTo(a.covariance[at]!, 6))
  })

  it('take from each the direction in which it is sure', () => {
    const long = (ee: number, nn: number) => [ee, 0, 0, 0, nn, 0, 0, 1, 0, 1]
    const a = estimateOf({ covariance: long(100, 10_000), lineage: radarOf('bb') })
    const b = estimateOf({ covariance: long(10_000, 100), lineage: radarOf('vc') })
    const { covariance } = fuseTracks(a, b)
    expect(entry(covariance, 0, 0)).toBeCloseTo(198.02, 1)
    expect(entry(covariance, 1, 1)).toBeCloseTo(198.02, 1)
  })

  it('carry on what each rests on, and the labels of both', () => {
    const a = estimateOf({ covariance: [1e2, 0, 0, 0, 1e4, 0, 0, 1, 0, 1], lineage: radarOf('bb') })
    const b = estimateOf({ covariance: [1e4, 0, 0, 0, 1e2, 0, 0, 1, 0, 1], lineage: radarOf('vc') })
    const fused = fuseTracks({ ...a, labels: ['bb:secret'] }, { ...b, labels: ['vc:open'] })
    expect(fused.lineage.map(({ node }) => node)).toEqual(['bb', 'vc'])
    expect(fused.labels).toEqual(['bb:secret', 'vc:open'])
  })

  it('leave out of the lineage who added nothing', () => {
    const sure = estimateOf({ covariance: [1, 0, 0, 0, 1, 0, 0, 1, 0, 1], lineage: radarOf('bb') })
    const vague = [1e6, 0, 0, 0, 1e6, 0, 0, 9, 0, 9]
    const unsure = estimateOf({ covariance: vague, lineage: radarOf('vc'), labels: ['vc'] })
    expect(fuseTracks(sure, unsure)).toEqual(sure)
    expect(fuseTracks(unsure, sure)).toEqual(sure)
  })

  it('are not made one with what no track can be', () => {
    const own = estimateOf({ lineage: radarOf('bb') })
    const bad: Partial<Estimate>[] = [
      { covariance: [1, 0, 0, 0, -1, 0, 0, 1, 0, 1] },
      { covariance: [1, 0, 0] },
      { covariance: Array<number>(10).fill(1) },
      { position: { lat: Number.NaN, lon: 0 } },
      { position: { lat: 91, lon: 0 } },
      { time: Infinity },
    ]
    for (const part of bad) expect(fuseTracks(own, estimateOf({ lineage: radarOf('vc'), ...part }))).toBe(own)
  })
})

describe('what comes home', () => {
  it('teaches nothing', () => {
    fc.assert(
      fc.property(estimates('bb'), covariances, (own, covariance) => {
        expect(fuseTracks(own, { ...own, covariance })).toBe(own)
      }),
    )
  })

  it('makes nobody surer, though it goes to and fro fifty times', () => {
    fc.assert(
      fc.property(estimates('bb'), estimates('vc'), (first, second) => {
        let [a, b] = [first, second]
        b = fuseTracks(b, a)
        a = fuseTracks(a, b)
        const once = logDeterminant(a.covariance)
        for (let round = 0; round < 50; round++) {
          b = fuseTracks(b, a)
          a = fuseTracks(a, b)
        }
        expect(logDeterminant(a.covariance)).toBeGreaterThanOrEqual(once - 1e-6)
      }),
      { numRuns: 40 },
    )
  })

  it('makes nobody surer even where no lineage was kept', () => {
    fc.assert(
      fc.property(estimates('bb'), estimates('vc'), (first, second) => {
        const bare = (estimate: Estimate): Estimate => ({ ...estimate, lineage: [] })
        let [a, b] = [bare(first), bare(second)]
        const best = logDeterminant(fuseTracks(a, b).covariance)
        for (let round = 0; round < 50; round++) {
          b = fuseTracks(b, a)
          a = fuseTracks(a, b)
        }
        expect(logDeterminant(a.covariance)).toBeGreaterThanOrEqual(best - 1e-4)
      }),
      { numRuns: 40 },
    )
  })

  it('with more that the partner knows is taken over, not added', () => {
    const own = estimateOf({ lineage: radarOf('bb') })
    const better = own.covariance.map((value) => value / 4)
    const other = estimateOf({ covariance: better, lineage: [...radarOf('bb'), ...radarOf('vc')], labels: ['vc'] })
    expect(fuseTracks(own, other)).toEqual(other)
    const across = estimateOf({ ...other, covariance: [1e4, 0, 0, 0, 625, 0, 0, 1, 0, 1] })
    const along = estimateOf({ ...own, covariance: [625, 0, 0, 0, 1e4, 0, 0, 1, 0, 1.1] })
    expect(fuseTracks(along, across).covariance).toEqual(across.covariance)
    const blurred = { ...other, covariance: own.covariance.map((value) => value * 4) }
    expect(fuseTracks(own, blurred)).toBe(own)
  })
})
