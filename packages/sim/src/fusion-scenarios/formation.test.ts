import { describe, expect, it } from 'vitest'
import { createDraws } from './draws.ts'
import { abeam, astern, swinging } from './formation.ts'
import { sail, type Path } from './path.ts'

const leader = sail(
  { x: 0, y: 0, courseDeg: 90, speed: 7, wander: 0.02, turns: [{ at: 200, lasting: 60, rate: 0.8 }] }, 600,
  createDraws(1, 'leader'),
)
const distance = (one: Path, other: Path, time: number) => Math.hypot(one(time).x - other(time).x, one(time).y - other(time).y)

/** The largest difference between the velocity told and the way made in half a second. */
function slip(path: Path): number {
  let worst = 0
  for (let time = 10; time < 550; time += 3.7) {
    const [before, now, after] = [path(time - 0.25), path(time), path(time + 0.25)]
    worst = Math.max(worst, Math.hypot((after.x - before.x) * 2 - now.vx, (after.y - before.y) * 2 - now.vy))
  }
  return worst
}

describe('a vessel astern', () => {
  const path = astern(leader, 50, createDraws(1, 'astern'))

  it('passes where the leader passed, about so many seconds later', () => {
    for (const time of [100, 240, 400]) {
      const nearest = Math.min(...Array.from({ length: 200 }, (_, i) => {
        const there = leader(time - 60 + i / 10)
        return Math.hypot(there.x - path(time).x, there.y - path(time).y)
      }))
      expect(nearest).toBeLessThan(1)
    }
  })

  it('keeps its distance within the breath of a helmsman', () => {
    for (const time of [60, 150, 330, 500]) expect(Math.abs(distance(leader, path, time) - 350)).toBeLessThan(35)
  })

  it('moves as its velocity says', () => {
    expect(slip(path)).toBeLessThan(0.15)
  })
})

describe('a vessel abeam', () => {
  const path = abeam(leader, 250)

  it('stays at its distance, also in a turn', () => {
    for (const time of [10, 230, 500]) expect(distance(leader, path, time)).toBeCloseTo(250, 6)
  })

  it('is to starboard: south of a leader that steers east', () => {
    expect(path(1).y).toBeLessThan(-240)
  })

  it('goes slower on the inside of a turn, faster on the outside', () => {
    const speed = (at: Path) => Math.hypot(at(230).vx, at(230).vy)
    expect(speed(path)).toBeLessThan(speed(leader) - 2)
    expect(speed(abeam(leader, -250))).toBeGreaterThan(speed(leader) + 2)
  })

  it('moves as its velocity says', () => {
    expect(slip(path)).toBeLessThan(0.15)
  })
})

describe('a vessel at anchor', () => {
  const path = swinging(500, 600, 80, createDraws(2, 'anchor'))

  it('stays on its cable', () => {
    for (let time = 0; time < 900; time += 50) {
      expect(Math.hypot(path(time).x - 500, path(time).y - 600)).toBeCloseTo(80, 6)
    }
  })

  it('swings, and slowly', () => {
    expect(Math.hypot(path(0).x - path(300).x, path(0).y - path(300).y)).toBeGreaterThan(5)
    for (let time = 0; time < 900; time += 10) expect(Math.hypot(path(time).vx, path(time).vy)).toBeLessThan(1.1)
  })

  it('moves as its velocity says', () => {
    expect(slip(path)).toBeLessThan(0.01)
  })
})
