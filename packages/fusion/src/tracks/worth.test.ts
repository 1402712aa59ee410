import { describe, expect, it } from 'vitest'
import { Scene } from '../scene.ts'
import { contribute } from './contribute.ts'
import type { Followed } from './followed.ts'
import { cheapest, worthOf } from './worth.ts'

let serial = 0
const scene = new Scene(false, () => ++serial, () => ({ means: 'ais' }), () => 10_000)
function seen(sensorId: string, fixes: number, heardAt: number, more: Partial<Followed> = {}): Followed {
  const track = scene.start(heardAt)
  Object.assign(track, { fixes, ...more })
  contribute(track, sensorId, fixes, heardAt)
  return track
}
const first = (...tracks: Followed[]) => cheapest(new Set(tracks))[0]

describe('what gives way when there is no room', () => {
  it('is of the sensor that tells of more than its share', () => {
    const ship = seen('kingstown', 1, 0)
    const invented = [seen('hostile', 50, 10), seen('hostile', 50, 11), seen('hostile', 50, 12)]
    expect(first(ship, ...invented)).toBe(invented[0])
  })

  it('is what was followed for the shortest, and of like ones what was heard longest ago', () => {
    const [old, young] = [seen('kingstown', 16, 0), seen('kingstown', 2, 100)]
    expect(first(old, young)).toBe(young)
    const [earlier, later] = [seen('kingstown', 2, 50), seen('kingstown', 2, 150)]
    expect(first(later, earlier)).toBe(earlier)
  })

  it('is never first what a person pinned', () => {
    const pinned = seen('hostile', 1, 0, { isPinned: true })
    expect(first(pinned, seen('hostile', 500, 10))).not.toBe(pinned)
  })

  it('is one in sixty-four at a time, and at least one', () => {
    const tracks = Array.from({ length: 200 }, (_, n) => seen('kingstown', 1, n))
    expect(cheapest(new Set(tracks))).toEqual(tracks.slice(0, 4))
    expect(cheapest(new Set(tracks.slice(0, 5)))).toHaveLength(1)
  })
})

describe('the worth of a track', () => {
  it('doubles its plots for each step, up to sixteen', () => {
    expect([0, 1, 2, 3, 4, 8, 16, 1000].map((fixes) => worthOf(seen('a', fixes, 0)))).toEqual([0, 1, 2, 2, 3, 4, 5, 5])
  })
})
