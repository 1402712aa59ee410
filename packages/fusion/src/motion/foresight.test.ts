import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyAt, measureAt, sights } from './fixtures/steps.ts'
import { Foresight } from './foresight.ts'
import { SURFACE } from './imm.ts'
import { MIXED_MEAN } from './layout.ts'
import { Pool } from './pool.ts'

function followed() {
  const body = bodyAt({ t: 0, x: 0, y: 0 })
  for (let n = 1; n < 30; n++) body.take(measureAt({ t: n * 3, x: n * 15, y: 0 }))
  return body
}

const metres = fc.double({ min: -3000, max: 3000, noNaN: true })

describe('foresight', () => {
  it('moves nothing', () => {
    const { s } = followed()
    const before = [...s]
    const foresight = new Foresight()
    foresight.look(s, 120_000, SURFACE)
    foresight.logLikelihood(600, 0, 400, 0, 400)
    expect([...s]).toEqual(before)
  })

  it('is likeliest where it will be, and less so the further off', () => {
    const { s } = followed()
    const foresight = new Foresight()
    foresight.look(s, 117_000, SURFACE)
    const at = (x: number) => foresight.logLikelihood(x, 0, 400, 0, 400)
    expect(at(585)).toBeGreaterThan(at(500))
    expect(at(585)).toBeGreaterThan(at(670))
    at(585)
    expect(foresight.distanceSquared).toBeLessThan(0.5)
    at(2000)
    expect(foresight.distanceSquared).toBeGreaterThan(20)
  })

  it('is a density: over the plane it adds up to 1', () => {
    const { s } = followed()
    const foresight = new Foresight()
    foresight.look(s, 93_000, SURFACE)
    let sum = 0
    for (let x = -600; x <= 600; x += 10) {
      for (let y = -600; y <= 600; y += 10) sum += 100 * Math.exp(foresight.logLikelihood(465 + x, y, 400, 0, 400))
    }
    expect(sum).toBeCloseTo(1, 1)
  })

  it('rules out roughly only what it would rule out exactly', () => {
    fc.assert(
      fc.property(sights, metres, metres, fc.double({ min: 0, max: 60, noNaN: true }), (all, dx, dy, dt) => {
        const body = bodyAt(all[0]!)
        for (const sight of all.slice(0, 10)) body.take(measureAt(sight))
        const foresight = new Foresight()
        const [x, y] = [body.s[MIXED_MEAN]! + dx, body.s[MIXED_MEAN + 1]! + dy]
        const time = body.time + dt * 1000
        if (!foresight.isFar(body.s, time, x, y, 800)) return
        foresight.look(body.s, time, SURFACE)
        foresight.logLikelihood(x, y, 400, 0, 400)
        expect(foresight.distanceSquared).toBeGreaterThan(4)
      }),
    )
  })

  it('looks back at what is remembered', () => {
    const foresight = new Foresight()
    foresight.remember({ x: 100, y: 0, vx: 5, vy: 0, pxx: 100, pxy: 0, pyy: 100 })
    expect(foresight.logLikelihood(100, 0, 300, 0, 300)).toBeCloseTo(-Math.log(2 * Math.PI * 400), 9)
    foresight.logLikelihood(140, 0, 300, 0, 300)
    expect(foresight.distanceSquared).toBeCloseTo(4, 9)
  })
})

describe('the pool', () => {
  it('lends stretches that do not overlap, and lends again what came back', () => {
    const pool = new Pool(8)
    const lent = Array.from({ length: 1000 }, () => pool.take())
    lent.forEach((stretch, at) => stretch.fill(at))
    expect(lent.every((stretch, at) => stretch.length === 8 && stretch.every((value) => value === at))).toBe(true)
    pool.give(lent[7]!)
    expect(pool.take()).toBe(lent[7])
  })
})
