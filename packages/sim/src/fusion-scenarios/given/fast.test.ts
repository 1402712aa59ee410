import { describe, expect, it } from 'vitest'
import { air, gofast } from './fast.ts'
import { harbour } from './harbour.ts'

const SEEDS = [1, 2, 3, 4, 5]

describe.each(SEEDS)('gofast, seed %d', (seed) => {
  const { objects, radars } = gofast(seed)
  const boats = objects.filter(({ id }) => id.startsWith('G'))

  it('has three boats without AIS that a radar sees in three scans of four', () => {
    expect(boats).toHaveLength(3)
    expect(boats.every(({ transmitter, pd }) => !transmitter && pd === 0.75)).toBe(true)
  })

  it('keeps them in its range for nearly all of the time', () => {
    const moments = boats.flatMap(({ path }) => Array.from({ length: 90 }, (_, i) => path(i * 10)))
    const inRange = moments.filter(({ x, y }) => Math.hypot(x, y) < radars[0]!.rmax)
    expect(inRange.length / moments.length).toBeGreaterThan(0.95)
  })
})

describe.each(SEEDS)('air, seed %d', (seed) => {
  const aircraft = air(seed).objects.filter(({ cls }) => cls === 'air')

  it('has three aircraft with ADS-B at 90 to 150 m/s and two without at 40 to 60', () => {
    const speeds = aircraft.map(({ path }) => Math.hypot(path(0).vx, path(0).vy))
    expect(aircraft.map(({ transmitter }) => transmitter?.medium)).toEqual(['adsb', 'adsb', 'adsb', undefined, undefined])
    expect(speeds.slice(0, 3).every((speed) => speed >= 90 && speed <= 150)).toBe(true)
    expect(speeds.slice(3).every((speed) => speed >= 40 && speed <= 60)).toBe(true)
  })

  it('brings each in over the radar', () => {
    for (const { path } of aircraft) {
      const ranges = Array.from({ length: 900 }, (_, i) => Math.hypot(path(i).x, path(i).y))
      expect(ranges[0]).toBeGreaterThan(19_000)
      expect(ranges[0]).toBeLessThan(40_000)
      expect(Math.min(...ranges)).toBeLessThan(ranges[0]! * 0.9)
    }
  })
})

describe('harbour', () => {
  const { objects } = harbour(1)

  it('has three hundred vessels: 90 at anchor, 180 with AIS, half of these class A', () => {
    expect(objects).toHaveLength(300)
    expect(objects.filter(({ path }) => Math.hypot(path(0).vx, path(0).vy) === 0)).toHaveLength(90)
    const classes = objects.map(({ transmitter }) => transmitter?.cl)
    expect(['A', 'B'].map((cl) => classes.filter((each) => each === cl).length)).toEqual([90, 90])
  })

  it('has those at anchor report every three minutes, and no other', () => {
    for (const { path, transmitter } of objects) {
      if (!transmitter) continue
      expect(transmitter.anchored ?? false).toBe(Math.hypot(path(0).vx, path(0).vy) === 0)
    }
  })
})
