import { describe, expect, it } from 'vitest'
import { createDraws } from './draws.ts'
import { moved, sail, type Path, type Voyage } from './path.ts'

const draws = () => createDraws(1, 'helm')
const north: Voyage = { x: 100, y: 200, courseDeg: 0, speed: 5, wander: 0 }
const speedOf = (path: Path, time: number) => Math.hypot(path(time).vx, path(time).vy)

describe('a voyage with a steady helm', () => {
  const path = sail(north, 600, draws())

  it('goes straight on at its speed', () => {
    expect(path(0)).toMatchObject({ x: 100, y: 200, vx: 0, vy: 5, courseDeg: 0, turnRate: 0 })
    expect(path(60.25).x).toBeCloseTo(100, 6)
    expect(path(60.25).y).toBeCloseTo(200 + 60.25 * 5, 6)
  })

  it('goes on beyond both ends', () => {
    expect(path(-100).y).toBeCloseTo(-300, 6)
    expect(path(700).y).toBeCloseTo(3700, 6)
  })

  it('can be moved elsewhere', () => {
    expect(moved(path, 1000, -50)(10)).toMatchObject({ x: 1100, y: 200, vy: 5 })
  })
})

describe('a turn', () => {
  const path = sail({ ...north, turns: [{ at: 100, lasting: 30, rate: 3 }] }, 300, draws())

  it('changes the course by its rate times its length, to starboard where the rate is above zero', () => {
    expect(path(99).courseDeg).toBe(0)
    expect(path(200).courseDeg).toBeCloseTo(90, 6)
    expect(path(200).vx).toBeCloseTo(5, 6)
  })

  it('runs along a circle', () => {
    const radius = 5 / (3 * (Math.PI / 180))
    const centre = { x: 100 + radius, y: 200 + 100 * 5 }
    for (const time of [101, 110, 120, 129]) {
      expect(Math.hypot(path(time).x - centre.x, path(time).y - centre.y)).toBeCloseTo(radius, 0)
    }
  })

  it('is told while it lasts', () => {
    expect([path(99).turnRate, path(115).turnRate, path(131).turnRate]).toEqual([0, 3, 0])
  })

  it('keeps position and velocity in step', () => {
    for (let time = 80; time < 150; time += 2.3) {
      const [before, now, after] = [path(time - 0.5), path(time), path(time + 0.5)]
      expect(Math.abs(after.x - before.x - now.vx)).toBeLessThan(0.2)
      expect(Math.abs(after.y - before.y - now.vy)).toBeLessThan(0.2)
    }
  })
})

describe('a change of speed', () => {
  const path = sail({ ...north, speeds: [{ at: 50, lasting: 60, to: 0.5 }, { at: 200, lasting: 10, to: 8 }] }, 300, draws())

  it('is steady and ends at the speed ordered', () => {
    expect(speedOf(path, 49)).toBeCloseTo(5, 6)
    expect(speedOf(path, 80)).toBeCloseTo(2.75, 6)
    expect(speedOf(path, 150)).toBeCloseTo(0.5, 6)
  })

  it('may be followed by another', () => {
    expect(speedOf(path, 205)).toBeCloseTo(4.25, 6)
    expect(speedOf(path, 250)).toBeCloseTo(8, 6)
  })
})

describe('a wandering helm', () => {
  const path = sail({ ...north, wander: 0.06 }, 100_000, draws())
  const rates = Array.from({ length: 9000 }, (_, i) => path(1000 + i * 11).turnRate)

  it('turns now this way, now that, by as much as it is said to', () => {
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
    expect(Math.abs(mean)).toBeLessThan(0.006)
    expect(Math.sqrt(rates.reduce((sum, rate) => sum + rate ** 2, 0) / rates.length)).toBeCloseTo(0.06, 2)
  })

  it('remembers its turn for about forty seconds', () => {
    const product = (lag: number) => Array.from({ length: 9000 }, (_, i) =>
      path(1000 + i * 11).turnRate * path(1000 + i * 11 + lag).turnRate).reduce((sum, value) => sum + value, 0) / 9000
    expect(product(40) / product(0)).toBeCloseTo(Math.exp(-1), 1)
    expect(Math.abs(product(400) / product(0))).toBeLessThan(0.1)
  })

  it('leaves the speed as it is', () => {
    expect(speedOf(path, 5000)).toBeCloseTo(5, 3)
  })
})
