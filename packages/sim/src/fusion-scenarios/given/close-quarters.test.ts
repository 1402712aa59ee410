import { describe, expect, it } from 'vitest'
import type { Path } from '../path.ts'
import { crossing, parallel, rendezvous } from './close-quarters.ts'

const distance = (one: Path, other: Path, time: number) => Math.hypot(one(time).x - other(time).x, one(time).y - other(time).y)
const SEEDS = [1, 2, 3, 4, 5]

describe.each(SEEDS)('crossing, seed %d', (seed) => {
  const { objects, duration } = crossing(seed)

  it('brings every vessel near one point at half time', () => {
    for (const { path } of objects) {
      const { x, y } = path(duration / 2)
      expect(Math.hypot(x - 3000, y - 12_000)).toBeLessThan(1200)
    }
  })

  it('has vessels on courses all round the compass, two of eight with AIS', () => {
    for (const [i, { path }] of objects.entries()) expect(Math.abs(path(0).courseDeg - 45 * i)).toBeLessThanOrEqual(7)
    expect(objects.map(({ transmitter }) => transmitter?.identities[0]!.id)).toEqual(
      ['327000000', undefined, undefined, undefined, '327000004', undefined, undefined, undefined])
  })
})

describe.each(SEEDS)('parallel, seed %d', (seed) => {
  const { objects } = parallel(seed)
  const at = (id: string) => objects.find((object) => object.id === id)!.path(0)
  /** Metres to the left of the first lane. */
  const left = ({ x, y }: { readonly x: number; readonly y: number }) =>
    -x * Math.cos(70 * (Math.PI / 180)) + (y - 14_000) * Math.sin(70 * (Math.PI / 180))

  it('begins with two opposing lanes 180 m apart, vessels 750 m apart in each', () => {
    for (let i = 0; i < 6; i++) {
      expect(left(at(`T0${i}`))).toBeCloseTo(0, 6)
      expect(left(at(`T1${i}`))).toBeCloseTo(180, 6)
      expect(at(`T1${i}`).courseDeg - at(`T0${i}`).courseDeg).toBe(180)
    }
    expect(Math.hypot(at('T01').x - at('T00').x, at('T01').y - at('T00').y)).toBeCloseTo(750, 6)
  })

  it('has three faster ones 150 m to starboard of the first lane, without AIS', () => {
    for (const id of ['O0', 'O1', 'O2']) {
      expect(left(at(id))).toBeCloseTo(-150, 6)
      expect(Math.hypot(at(id).vx, at(id).vy)).toBeCloseTo(9.5, 6)
      expect(objects.find((object) => object.id === id)).not.toHaveProperty('transmitter')
    }
  })

  it('can have narrower lanes', () => {
    const narrow = parallel(seed, { lanes: 90, overtakeAt: 80 }).objects
    expect(left(narrow.find(({ id }) => id === 'T10')!.path(0))).toBeCloseTo(90, 6)
    expect(left(narrow.find(({ id }) => id === 'O0')!.path(0))).toBeCloseTo(-80, 6)
  })
})

describe.each(SEEDS)('rendezvous, seed %d', (seed) => {
  const { objects } = rendezvous(seed)
  const pairs = [0, 1, 2, 3].map((i) =>
    ['a', 'b'].map((side) => objects.find(({ id }) => id === `P${i}${side}`)!))

  it('brings each pair together at 490 s and parts it after 980 s', () => {
    for (const [one, other] of pairs) {
      expect(distance(one!.path, other!.path, 100)).toBeGreaterThan(2500)
      expect(distance(one!.path, other!.path, 490)).toBeLessThan(101)
      expect(distance(one!.path, other!.path, 490)).toBeGreaterThan(24)
      expect(distance(one!.path, other!.path, 980)).toBeLessThan(520)
      expect(distance(one!.path, other!.path, 1800)).toBeGreaterThan(550)
    }
  })

  it('lets both all but stop while they are together', () => {
    for (const { path } of pairs.flat()) {
      for (const time of [495, 700, 975]) expect(Math.hypot(path(time).vx, path(time).vy)).toBeCloseTo(0.4, 2)
      expect(Math.hypot(path(1200).vx, path(1200).vy)).toBeGreaterThan(4)
    }
  })

  it('has one side of each pair without AIS, but for the first', () => {
    expect(pairs.map((pair) => pair.map(({ transmitter }) => transmitter?.cl))).toEqual(
      [['A', 'B'], ['A', undefined], ['A', undefined], ['A', undefined]])
  })
})
