import { geodesicFrom } from '@csii/geo'
import type { LatLon } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newMeasure } from '../measure.ts'
import { Scene } from '../scene.ts'
import type { Followed } from './followed.ts'

function sea() {
  let serial = 0
  const scene = new Scene(false, () => ++serial, () => ({ means: 'radar' }), () => 10_000)
  const at = (place: LatLon, sigma = 20, speed: Partial<{ vx: number; vy: number }> = {}): Followed => {
    const track = scene.start(0)
    scene.place(track, { ...newMeasure(), ...place, rxx: sigma ** 2, ryy: sigma ** 2, velocityVariance: 0.1, ...speed })
    return track
  }
  const near = ({ lat, lon }: LatLon) => {
    const found: Followed[] = []
    scene.grid.near(lat, lon, (track) => found.push(track))
    return found
  }
  return { scene, at, near }
}
const distances = fc.double({ min: 0, max: 400, noNaN: true })
const bearings = fc.double({ min: 0, max: 360, noNaN: true })
const places = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }), lon: fc.double({ min: -180, max: 179.999999, noNaN: true }),
})

describe('the grid of tracks', () => {
  it('finds whatever lies within 400 metres, anywhere on earth', () => {
    fc.assert(
      fc.property(places, distances, bearings, (place, distance, bearing) => {
        const { at, near } = sea()
        const track = at(place)
        expect(near(geodesicFrom(place, bearing, distance))).toContain(track)
      }),
    )
  })

  it('finds what is uncertain over kilometres from kilometres away', () => {
    const { at, near } = sea()
    const track = at({ lat: 13, lon: -61 }, 2000)
    expect(near(geodesicFrom({ lat: 13, lon: -61 }, 45, 7000))).toContain(track)
  })

  it('does not look at what is far off', () => {
    const { at, near } = sea()
    for (let n = 0; n < 100; n++) at(geodesicFrom({ lat: 13, lon: -61 }, n * 3.6, 10_000))
    expect(near({ lat: 13, lon: -61 })).toEqual([])
  })

  it('finds a track where it will be, not where it was', () => {
    const { scene, at, near } = sea()
    const track = at({ lat: 13, lon: -61 }, 20, { vx: 20, vy: 0 })
    scene.grid.put(track, 300_000)
    expect(near(geodesicFrom({ lat: 13, lon: -61 }, 90, 6000))).toContain(track)
  })

  it('finds every track once, and none that was removed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 30 }), (tracks) => {
        const { scene, at, near } = sea()
        const kept: number[] = []
        for (const [cell, isKept] of tracks) {
          const track = at(geodesicFrom({ lat: 13, lon: -61 }, 90, cell * 300))
          if (isKept) kept.push(track.serial)
          else scene.grid.remove(track)
        }
        scene.grid.remove(scene.start(0))
        const found = near(geodesicFrom({ lat: 13, lon: -61 }, 90, 450)).map(({ serial }) => serial)
        expect(found.toSorted((a, b) => a - b)).toEqual(kept)
      }),
    )
  })

  it('moves a track from cell to cell', () => {
    const { scene, at, near } = sea()
    const track = at({ lat: 13, lon: -61 }, 20, { vx: 15, vy: 0 })
    for (let time = 0; time < 3_000_000; time += 50_000) {
      scene.grid.put(track, time)
      expect(near(geodesicFrom({ lat: 13, lon: -61 }, 90, (time / 1000) * 15))).toEqual([track])
    }
    expect(near({ lat: 13, lon: -61 })).toEqual([])
  })
})
