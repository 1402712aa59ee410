import type { Claim } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from '../fixtures/followed.ts'
import { hearReport, newIdentity, speakerOf } from './identity.ts'
import { isAircraft, isFixed } from './station.ts'

const heard = (...seconds: number[]) => {
  const identity = newIdentity(377_000_001)
  for (const second of seconds) hearReport(identity, second * 1000, second * 1000, {})
  return identity
}

describe('an identity that is heard', () => {
  it('knows how often: the first gap is its interval, later ones change it by and by', () => {
    expect(heard(0).interval).toBe(0)
    expect(heard(0, 10).interval).toBe(10)
    expect(heard(0, 10, 15).interval).toBeCloseTo(9, 9)
  })

  it('learns nothing from a gap of a quarter of an hour: it was away', () => {
    expect(heard(0, 10, 10_000).interval).toBe(10)
  })

  it('learns nothing from two reports of one instant', () => {
    expect(heard(0, 10, 10.2).interval).toBe(10)
  })

  it('knows how late its reports come, and forgets what is long ago', () => {
    const identity = newIdentity(1)
    hearReport(identity, 0, 240_000, {})
    expect(identity.delay).toBe(240_000)
    for (let n = 1; n < 200; n++) hearReport(identity, n * 1000, n * 1000 + 100, {})
    expect(identity.delay).toBeLessThan(5000)
    expect(identity.delay).toBeGreaterThanOrEqual(100)
  })

  it('is not of before by a report that comes late', () => {
    const identity = heard(0, 100)
    hearReport(identity, 50_000, 50_000, {})
    expect(identity).toMatchObject({ lastAt: 100_000, receivedAt: 100_000, reports: 3 })
  })

  it('is of class B from when it says so', () => {
    const identity = heard(0)
    hearReport(identity, 1000, 1000, { station: 'class-b' })
    hearReport(identity, 2000, 2000, {})
    expect(identity.isClassB).toBe(true)
  })
})

describe('of several objects that state one identity', () => {
  function stating(count: number) {
    const scene = emptyScene()
    const identity = scene.identityOf(377_000_001)
    const tracks = Array.from({ length: count }, () => followed(scene))
    for (const track of tracks) scene.own(track, identity)
    return { identity, tracks }
  }

  it('the first speaks, unless a person has pinned another', () => {
    const { identity, tracks } = stating(2)
    expect(speakerOf(identity, 'ais')).toBe(tracks[0])
    tracks[1]!.isPinned = true
    expect(speakerOf(identity, 'ais')).toBe(tracks[1])
  })

  it('none speaks through a sensor of which a person has said that it shows another, if one is left', () => {
    const { identity, tracks } = stating(2)
    tracks[0]!.reluctance = new Map([['ais', Infinity]])
    expect(speakerOf(identity, 'ais')).toBe(tracks[1])
    tracks[1]!.reluctance = new Map([['ais', Infinity]])
    expect(speakerOf(identity, 'ais')).toBe(tracks[0])
  })

  it('nobody speaks where nobody states it', () => {
    expect(speakerOf(newIdentity(1), 'ais')).toBeUndefined()
  })
})

describe('a station', () => {
  it('stands where it says, if it is a base station or a buoy', () => {
    expect((['base', 'aton'] as const).every((station) => isFixed({ station }))).toBe(true)
    const moving = ['class-a', 'class-b', 'ais-sart', 'aircraft'] as const
    expect(moving.some((station) => isFixed({ station }))).toBe(false)
    expect(isFixed({})).toBe(false)
  })

  it('flies, if it has an aircraft’s address or says so', () => {
    const flying: readonly Claim[] = [{ icaoAddress: 0 }, { station: 'aircraft' }, { station: 'sar-aircraft' }]
    expect(flying.every(isAircraft)).toBe(true)
    expect(isAircraft({ mmsi: 377_000_001, station: 'class-a' })).toBe(false)
  })
})
