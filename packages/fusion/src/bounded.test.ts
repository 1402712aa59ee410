import { describe, expect, it } from 'vitest'
import { putBounded } from './bounded.ts'
import { bequia, watch, plot, report } from './fixtures/watch.ts'
import { HearingMap } from './identity/hearing-map.ts'
import { ClutterMap } from './sensing/clutter-map.ts'
import { DetectionMap } from './sensing/detection-map.ts'

/** More places than any map remembers, all over the earth. */
const places = Array.from({ length: 60_000 }, (_, n) => ({ lat: -70 + Math.floor(n / 400) * 0.9, lon: -179 + (n % 400) * 0.89 }))

describe('what is bounded', () => {
  it('forgets what was begun first, and nothing for what it knows already', () => {
    const map = new Map<string, number>()
    for (const [at, key] of ['a', 'b', 'c', 'c', 'd'].entries()) putBounded(map, key, at, 3)
    expect([...map]).toEqual([['b', 1], ['c', 3], ['d', 4]])
  })
})

describe('plots all over the earth', () => {
  it('make a clutter map forget, and so leave its memory as it is', () => {
    const map = new ClutterMap()
    const before = map.at(bequia, 1, 1e-9)
    for (let n = 0; n < 50; n++) map.count(bequia, 1)
    expect(map.at(bequia, 1, 1e-9)).toBeGreaterThan(2 * before)
    for (const place of places) map.count(place, 1)
    expect(map.at(bequia, 1, 1e-9)).toBe(before)
  })

  it('make a map of detection forget', () => {
    const map = new DetectionMap()
    const before = map.at(bequia)
    map.learn(bequia.lat, bequia.lon, false)
    expect(map.at(bequia)).toBeLessThan(before)
    for (const { lat, lon } of places) map.learn(lat, lon, true)
    expect(map.at(bequia)).toBe(before)
  })

  it('make a map of what is heard forget', () => {
    const map = new HearingMap()
    map.hear(bequia, 0)
    expect(map.at(bequia, 0)).toBeGreaterThan(0)
    for (const place of places) map.hear(place, 0)
    expect(map.at(bequia, 0)).toBe(0)
  })
})

describe('a flood of names in another system for one vessel', () => {
  it('leaves the vessel one track', () => {
    const sea = watch()
    for (let n = 0; n < 12_000; n++) {
      if (n % 500 === 0) sea.hear(report(n, bequia, { speed: 0, courseDeg: 0, claim: { mmsi: 1, callSign: 'J8' } }))
      sea.hear(plot('tak', n, bequia, { claim: { uid: `u${n}`, callSign: 'J8' } }))
    }
    expect([...sea.shown.values()].filter(({ claim }) => claim.mmsi === 1)).toHaveLength(1)
    expect(sea.shown.size).toBe(1)
  })
})
