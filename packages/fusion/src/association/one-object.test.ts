import { geodesicFrom } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { emptyScene, followed, measured } from '../fixtures/followed.ts'
import { bequia, off, plot, site } from '../fixtures/watch.ts'
import type { Scene } from '../scene.ts'
import type { Followed } from '../tracks/followed.ts'
import { canBeOne, isUnresolved } from './one-object.ts'

/** What the radar shows of something 6 km to the north of it: along is to the north, across to the east. */
const POLAR = { from: site, range: 6000, bearingDeg: 0, rangeSigma: 30, bearingSigmaDeg: 0.3 }
const echo = { plot: plot('radar', 0, bequia, { polar: POLAR }), measure: measured() }

describe('two vessels that a radar of 30 m and 0.3 degrees looks at', () => {
  const beside = (metres: number, bearingDeg: number, seen = echo): boolean => {
    const scene = emptyScene()
    return isUnresolved(followed(scene, bequia), followed(scene, geodesicFrom(bequia, bearingDeg, metres)), seen)
  }

  it('are one echo within some 80 m, in range as across', () => {
    expect([70, 90].map((metres) => beside(metres, 0))).toEqual([true, false])
    expect([70, 95].map((metres) => beside(metres, 90))).toEqual([true, false])
  })

  it('are two where they lie apart in one of both', () => {
    expect(beside(200, 0)).toBe(false)
    expect(beside(200, 90)).toBe(false)
  })

  it('are told apart by the error of the place alone where nothing else is known of the radar', () => {
    const placed = { plot: plot('radar', 0, bequia), measure: measured(bequia, { rxx: 900, ryy: 900 }) }
    expect([50, 60].map((metres) => beside(metres, 45, placed))).toEqual([true, false])
  })

  it('are compared where they will be at the time of the plot', () => {
    const scene = emptyScene()
    const [slow, fast] = [followed(scene, bequia, { vx: 0 }), followed(scene, off(-500), { vx: 50 })]
    const later = { plot: { ...echo.plot, time: 10_000 }, measure: measured(bequia, { time: 10_000 }) }
    expect([isUnresolved(slow, fast, echo), isUnresolved(slow, fast, later)]).toEqual([false, true])
  })
})

describe('whether two tracks can be one object', () => {
  function stating(scene: Scene, key: number | string, lastAt: number): Followed {
    const track = followed(scene)
    scene.own(track, scene.identityOf(key))
    track.identity!.lastAt = lastAt
    return track
  }

  it('they can where one states no identity, or both the same', () => {
    const scene = emptyScene()
    expect(canBeOne(followed(scene), stating(scene, 1, 0))).toBe(true)
    expect(canBeOne(stating(scene, 1, 0), followed(scene))).toBe(true)
    expect(canBeOne(stating(scene, 1, 0), stating(scene, 1, 0))).toBe(true)
  })

  it('they can where one identity fell silent just before the other began: an MMSI was changed', () => {
    const scene = emptyScene()
    const [old, young] = [stating(scene, 1, 0), stating(scene, 2, 60_000)]
    young.firstAt = 5000
    expect(canBeOne(old, young)).toBe(true)
    young.identity!.lastAt = 20_000
    expect(canBeOne(old, young)).toBe(false)
  })

  it('they cannot where both were heard at once, nor where one identity is of another kind', () => {
    const scene = emptyScene()
    const [old, young, vms] = [stating(scene, 1, 60_000), stating(scene, 2, 60_000), stating(scene, 'uid A', 60_000)]
    expect([canBeOne(old, young), canBeOne(old, vms)]).toEqual([false, false])
  })

  it('they cannot where a person gave each its identity, or one of two that differ', () => {
    const scene = emptyScene()
    const [one, other] = [followed(scene), followed(scene)]
    one.isPinned = other.isPinned = true
    expect(canBeOne(one, other)).toBe(false)
    const [old, young] = [stating(scene, 1, 0), stating(scene, 2, 60_000)]
    young.firstAt = 5000
    old.isPinned = true
    expect(canBeOne(old, young)).toBe(false)
  })
})
