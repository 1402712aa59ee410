import { describe, expect, it } from 'vitest'
import { pointAt } from '@csii/geo'
import type { Estimate } from './estimate.ts'
import { chanceFrom, estimateOf, normal } from './fixtures/estimates.ts'
import { matchTracks, type NationalTrack } from './match-tracks.ts'

const HOME = { lat: 13, lon: -59.6 }
const NOON = Date.UTC(2026, 5, 1, 12)

const trackAt = (id: string, east: number, north: number, part: Partial<Estimate> = {}): NationalTrack => ({
  id,
  estimate: estimateOf({ time: NOON, position: pointAt(HOME, { east, north }), ...part }),
  identities: [],
  simulated: false,
})
const pairsOf = (own: readonly NationalTrack[], foreign: readonly NationalTrack[], now = NOON) =>
  matchTracks(own, foreign, now).map((pair) => `${pair.own.id}=${pair.foreign.id}`)

describe('tracks of two nations', () => {
  it('are one object where they are near, and move alike', () => {
    expect(pairsOf([trackAt('a', 0, 0)], [trackAt('x', 60, -40)])).toEqual(['a=x'])
    expect(pairsOf([trackAt('a', 0, 0)], [trackAt('x', 1000, 0)])).toEqual([])
    expect(pairsOf([trackAt('a', 0, 0)], [trackAt('x', 60, -40, { velocity: { east: 9, north: 0 } })])).toEqual([])
  })

  it('are compared at one time: the older is moved on', () => {
    const velocity = { east: 8, north: 0 }
    const old = trackAt('x', -240, 0, { time: NOON - 30_000, velocity })
    expect(pairsOf([trackAt('a', 0, 0, { velocity })], [old])).toEqual(['a=x'])
  })

  it('are paired so that the whole is likeliest, each in one pair at most', () => {
    const own = [trackAt('a', 0, 0), trackAt('b', 200, 0)]
    expect(pairsOf(own, [trackAt('x', 120, 0), trackAt('y', 300, 0)])).toEqual(['a=x', 'b=y'])
    expect(pairsOf(own, [trackAt('x', 120, 0)])).toEqual(['b=x'])
  })

  it('are told apart by what they state, and brought together by it', () => {
    const stating = (track: NationalTrack, ...identities: string[]) => ({ ...track, identities })
    const own = [stating(trackAt('a', 0, 0), 'mmsi:314000001'), stating(trackAt('b', 60, 0), 'mmsi:314000002')]
    const crossed = [stating(trackAt('x', 0, 0), 'mmsi:314000002'), stating(trackAt('y', 60, 0), 'mmsi:314000001')]
    expect(pairsOf(own, crossed)).toEqual(['a=y', 'b=x'])
    const vague = { covariance: [4e7, 0, 0, 0, 4e7, 0, 0, 9, 0, 9] }
    const far = trackAt('z', 3000, 0, vague)
    expect(pairsOf([stating(trackAt('a', 0, 0, vague), 'imo:9074729')], [far])).toEqual([])
    expect(pairsOf([stating(trackAt('a', 0, 0, vague), 'imo:9074729')], [stating(far, 'imo:9074729')])).toEqual(['a=z'])
    expect(pairsOf([own[0]!], [stating(trackAt('x', 100, 0), 'mmsi:314000002')])).toEqual([])
  })

  it('are never one where one is simulated', () => {
    expect(pairsOf([trackAt('a', 0, 0)], [{ ...trackAt('x', 0, 0), simulated: true }])).toEqual([])
  })

  it('are left alone where a partner sends nonsense', () => {
    const nonsense = trackAt('n', 0, 0, { covariance: [Number.NaN, 0, 0, 0, 1, 0, 0, 1, 0, 1] })
    expect(pairsOf([trackAt('a', 0, 0)], [nonsense, trackAt('x', 10, 0)])).toEqual(['a=x'])
    expect(pairsOf([nonsense], [trackAt('x', 10, 0)])).toEqual([])
    const tomorrow = trackAt('t', 0, 0, { time: NOON + 86_400_000 })
    expect(pairsOf([trackAt('a', 0, 0)], [tomorrow])).toEqual([])
  })

  it('are found in either order, with how likely it is', () => {
    const [own, foreign] = [[trackAt('a', 0, 0)], [trackAt('x', 50, 50)]]
    const [there] = matchTracks(own, foreign, NOON)
    const [back] = matchTracks(foreign, own, NOON)
    // 50² / 5000 to the east and to the north.
    expect(there!.distanceSquared).toBeCloseTo(1, 3)
    expect(back!.logLikelihoodRatio).toBeCloseTo(there!.logLikelihoodRatio, 6)
  })
})

describe('a sea full of tracks', () => {
  const [chance, draw] = [chanceFrom(3), normal(chanceFrom(4))]
  const places = Array.from({ length: 1000 }, () => [chance() * 200_000, chance() * 200_000] as const)
  const seen = (name: string) =>
    places.map(([east, north], at) => trackAt(`${name}${at}`, east + 50 * draw(), north + 50 * draw()))

  it('is paired rightly but for a few', () => {
    const pairs = matchTracks(seen('a'), seen('b'), NOON)
    const right = pairs.filter(({ own, foreign }) => own.id.slice(1) === foreign.id.slice(1))
    expect(right.length).toBeGreaterThan(985)
    expect(pairs.length - right.length).toBeLessThan(5)
  })

  it('is paired the same with one track among it that may be anywhere', () => {
    const anywhere = trackAt('w', 100_000, 100_000, { covariance: [1e10, 0, 0, 0, 1e10, 0, 0, 9, 0, 9] })
    const [own, foreign] = [seen('a'), seen('b')]
    expect(pairsOf(own, [...foreign, anywhere])).toEqual(pairsOf(own, foreign))
  })
})
