import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from './fixtures/followed.ts'
import { bequia, off } from './fixtures/watch.ts'
import { dropTentative, keepUp } from './upkeep.ts'

describe('tracks that came to nothing', () => {
  it('are gone, and their plots were clutter', () => {
    const scene = emptyScene()
    const scanner = scene.scannerOf('radar')
    const before = scanner.clutterAt(bequia)
    const track = followed(scene)
    Object.assign(track, { isConfirmed: false, existence: 0.01 })
    track.looks.push({ scanner, lastAt: 0, seenAt: 0, looks: 3, seen: 1, misses: 2 })
    scene.tentative.add(track)
    dropTentative(scene)
    expect(scene.tracks.has(track)).toBe(false)
    expect(scene.tentative.size).toBe(0)
    expect(scanner.clutterAt(bequia)).toBeGreaterThan(before)
  })

  it('stay as long as they may become something', () => {
    const scene = emptyScene()
    const track = followed(scene)
    track.isConfirmed = false
    const scanner = scene.scannerOf('radar')
    track.looks.push({ scanner, lastAt: 0, seenAt: 0, looks: 2, seen: 1, misses: 1 })
    scene.tentative.add(track)
    dropTentative(scene)
    expect(scene.tracks.has(track)).toBe(true)
  })
})

describe('tracks that are kept', () => {
  it('go when nothing is believed to be there any more', () => {
    const scene = emptyScene()
    const [gone, kept] = [followed(scene), followed(scene, off(5000))]
    gone.existence = 0.01
    keepUp(scene, 1000)
    expect([...scene.tracks]).toEqual([kept])
  })

  it('fly where nothing afloat is as fast', () => {
    const scene = emptyScene()
    const [aircraft, boat] = [followed(scene, bequia, { vx: 80 }), followed(scene, off(5000), { vx: 25 })]
    for (const track of [aircraft, boat]) track.fixes = 5
    keepUp(scene, 1000)
    expect([aircraft.isAirborne, boat.isAirborne]).toEqual([true, false])
  })

  it('do not fly on the word of a few plots, nor where they state who they are', () => {
    const scene = emptyScene()
    const [few, named] = [followed(scene, bequia, { vx: 80 }), followed(scene, off(5000), { vx: 80 })]
    few.fixes = 4
    named.fixes = 5
    scene.own(named, scene.identityOf(377_000_001))
    keepUp(scene, 1000)
    expect([few.isAirborne, named.isAirborne]).toEqual([false, false])
  })

  it('are looked for where they will be', () => {
    const scene = emptyScene()
    const track = followed(scene)
    keepUp(scene, 600_000)
    const found: number[] = []
    const there = off(3000)
    scene.grid.near(there.lat, there.lon, ({ serial }) => found.push(serial))
    expect(found).toEqual([track.serial])
  })
})
