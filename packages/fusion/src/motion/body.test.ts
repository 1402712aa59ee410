import { distanceBetween } from '@csii/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../registration/fixtures/chance.ts'
import type { Whereabouts } from './body.ts'
import { bodyAt, isPositiveDefinite, measureAt, sights, type Sight } from './fixtures/steps.ts'
import { MIXED_COVARIANCE, MIXED_MEAN, XX, XY, YY } from './layout.ts'

const place = (body: ReturnType<typeof bodyAt>) => body.frame.point(body.s[MIXED_MEAN]!, body.s[MIXED_MEAN + 1]!)
const somewhere = (): Whereabouts => ({ x: 0, y: 0, vx: 0, vy: 0, pxx: 0, pxy: 0, pyy: 0 })
const follow = (seen: readonly Sight[]) => {
  const body = bodyAt(seen[0]!)
  for (const sight of seen.slice(1)) body.take(measureAt(sight))
  return body
}
/** Goes east at 5 m/s, seen every 3 seconds, to 20 metres. */
const steady = (count: number, seed = 3): Sight[] => {
  const { normal } = chanceOf(seed)
  return Array.from({ length: count }, (_, n) => ({ t: n * 3, x: n * 15 + 20 * normal(), y: 20 * normal() }))
}

describe('a body', () => {
  it('stays positive definite and finite whatever it takes, in whatever order', () => {
    fc.assert(
      fc.property(sights, (all) => {
        const body = bodyAt(all[0]!)
        for (const sight of all) {
          body.take(measureAt(sight))
          expect(isPositiveDefinite(body.s)).toBe(true)
          expect(Number.isFinite(place(body).lat) && Number.isFinite(place(body).lon)).toBe(true)
        }
      }),
    )
  })

  it('never goes back in time', () => {
    fc.assert(
      fc.property(sights, (all) => {
        const body = bodyAt(all[0]!)
        let latest = body.time
        for (const sight of all) {
          body.take(measureAt(sight))
          expect(body.time).toBeGreaterThanOrEqual(latest)
          latest = body.time
        }
      }),
    )
  })

  it('is where it would be, when one of its plots comes late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 1000 }), (count, late, seed) => {
        const all = steady(count + late, seed)
        const [kept] = all.splice(count - 1, 1)
        const inOrder = follow([...all.slice(0, count - 1), kept!, ...all.slice(count - 1)])
        const lateOne = follow([...all, kept!])
        expect(lateOne.time).toBe(inOrder.time)
        expect(distanceBetween(place(lateOne), place(inOrder))).toBeLessThan(0.01)
        expect(lateOne.s[MIXED_COVARIANCE]).toBeCloseTo(inOrder.s[MIXED_COVARIANCE]!, 3)
      }),
    )
  })

  it('is moved by no plot that is older than all that it remembers', () => {
    const body = follow(steady(200))
    const before = [...body.s]
    expect(body.take(measureAt({ t: 10, x: 50, y: 0 }))).toBeUndefined()
    expect([...body.s]).toEqual(before)
  })

  it('takes a plot that is a little late to the present, at the price of some doubt', () => {
    const body = follow(steady(30))
    const { time } = body
    expect(body.take(measureAt({ t: time / 1000 - 0.7, x: 432, y: 0 }))).toBeDefined()
    expect(body.time).toBe(time)
    expect(distanceBetween(place(body), measureAt({ t: 0, x: 435, y: 0 }))).toBeLessThan(25)
  })

  it('keeps its place when its frame moves along', () => {
    const velocity = { vx: 40, vy: 30, sigma: 0.2 }
    const body = bodyAt({ t: 0, x: 0, y: 0, sigma: 5, velocity })
    const { frame } = body
    for (let n = 1; n <= 200; n++) {
      body.take(measureAt({ t: n * 3, x: n * 120, y: n * 90, sigma: 5, velocity }))
      expect(distanceBetween(place(body), measureAt({ t: 0, x: n * 120, y: n * 90 }))).toBeLessThan(40)
    }
    expect(body.frame).not.toBe(frame)
    const past = somewhere()
    expect(body.pastAt(570_000, past)).toBe(true)
    expect(distanceBetween(body.frame.point(past.x, past.y), measureAt({ t: 0, x: 22_800, y: 17_100 }))).toBeLessThan(40)
  })

  it('knows where it was', () => {
    const body = follow(steady(100))
    const past = somewhere()
    for (const t of [297, 290, 260, 200, 100]) {
      expect(body.pastAt(t * 1000, past)).toBe(true)
      expect(Math.hypot(past.x - t * 5, past.y)).toBeLessThan(60)
      expect(past.pxx * past.pyy - past.pxy ** 2).toBeGreaterThan(0)
    }
    expect(past.pxx).toBeGreaterThan(body.s[MIXED_COVARIANCE]!)
  })

  it('guesses before that, with little certainty', () => {
    const body = follow(steady(20))
    const past = somewhere()
    expect(body.pastAt(-600_000, past)).toBe(false)
    body.guessAt(-600_000, past)
    expect(Math.sqrt(past.pxx)).toBeGreaterThan(4000)
    expect(Math.hypot(past.x, past.y)).toBeLessThan(100)
  })

  it('tells which plots it took, newest first, as many as it remembers', () => {
    const body = follow(steady(100))
    const times: number[] = []
    body.eachTaken((time, _position, sensor, distanceSquared, gain) => {
      times.push(time)
      expect(sensor).toBe(0)
      expect(distanceSquared).toBeGreaterThanOrEqual(0)
      expect(gain).toBeGreaterThan(0)
    })
    expect(times.length).toBeGreaterThanOrEqual(12)
    expect(times.length).toBeLessThanOrEqual(24)
    expect(times[0]).toBe(297_000)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  it('gives back the plots of one sensor as they were', () => {
    const body = bodyAt({ t: 0, x: 0, y: 0 })
    const measures = [1, 2, 3].map((n) => ({ ...measureAt({ t: n * 3, x: n * 15, y: 5, velocity: { vx: 5, vy: 0, sigma: 0.3 } }), sensor: n % 2 }))
    for (const measure of measures) body.take(measure)
    const own = body.measuresOf(1)
    expect(own.map(({ time, vx, rxx }) => [time, vx, rxx])).toEqual([[3000, 5, 400], [9000, 5, 400]])
    expect(distanceBetween(own[1]!, measures[2]!)).toBeLessThan(0.01)
  })

  it('remembers that a sensor has shown it just then', () => {
    const body = follow(steady(30))
    expect(body.hasOf(0, 60_200, 500)).toBe(true)
    expect(body.hasOf(0, 61_500, 500)).toBe(false)
    expect(body.hasOf(1, 60_200, 500)).toBe(false)
  })

  it('is of now when our clock was ahead and is set', () => {
    const body = follow(steady(30))
    body.setBack(50_000)
    expect(body.time).toBe(50_000)
    const [at] = [place(body)]
    body.setBack(60_000)
    expect(body.time).toBe(50_000)
    expect(body.take(measureAt({ t: 53, x: 450, y: 0 }))).toBeDefined()
    expect(distanceBetween(at, place(body))).toBeLessThan(40)
  })
})

describe('the ellipse of a body', () => {
  /** Normalised estimation error squared, over so many ships that hold their course, each seen so often. */
  const errors = (scans: number) => Array.from({ length: 150 }, (_, seed) => {
    const { s, frame } = follow(steady(scans, seed * 7 + scans))
    const truth = measureAt({ t: 0, x: (scans - 1) * 15, y: 0 })
    const x = frame.x(truth.lat, truth.lon)
    const [dx, dy] = [x - s[MIXED_MEAN]!, frame.y(truth.lat, x) - s[MIXED_MEAN + 1]!]
    const [xx, xy, yy] = [XX, XY, YY].map((entry) => s[MIXED_COVARIANCE + entry]!) as [number, number, number]
    return (dx * dx * yy - 2 * dx * dy * xy + dy * dy * xx) / (xx * yy - xy * xy)
  })
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length

  it.each([5, 20])('means what it says for a ship that holds its course and was seen %i times', (scans) => {
    // Of means of 150, each of 2 degrees of freedom, 95 % lie in this band.
    expect(mean(errors(scans))).toBeGreaterThan(1.68)
    expect(mean(errors(scans))).toBeLessThan(2.32)
    expect(errors(scans).filter((error) => error > 5.99).length).toBeLessThan(15)
  })

  it('says rather too little than too much of one that has held it for long: it may turn at any time', () => {
    expect(mean(errors(80))).toBeLessThan(2.32)
    expect(mean(errors(80))).toBeGreaterThan(0.8)
  })
})
