import { describe, expect, it } from 'vitest'
import { metresBetween } from './motion/mercator.ts'
import { fixOf } from './navigation.ts'

const truth = { lat: 13, lon: -61, speed: 6, courseDeg: 359 }
const noon = Date.UTC(2026, 10, 24, 16)
const keys = Array.from({ length: 200 }, (_, key) => key * 7_919)

describe('a fix of satellite navigation', () => {
  it('is off by some metres, and hardly ever by twenty', () => {
    const errors = keys.map((key) => metresBetween(truth, fixOf(key, truth, noon).position))
    expect(Math.max(...errors)).toBeLessThan(20)
    expect(errors.filter((error) => error > 1).length).toBeGreaterThan(100)
  })

  it('is better where it is corrected', () => {
    const worst = (isCorrected: boolean) => Math.max(...keys.map((key) => fixOf(key, truth, noon))
      .filter((fix) => fix.isCorrected === isCorrected).map(({ position }) => metresBetween(truth, position)))
    expect(worst(true)).toBeLessThan(worst(false))
  })

  it('is off by nearly the same a second later', () => {
    for (const key of keys.slice(0, 20)) {
      const [now, later] = [0, 1_000].map((ms) => fixOf(key, truth, noon + ms).position)
      expect(metresBetween(now!, later!)).toBeLessThan(1)
    }
  })

  it('knows a course well under way and not at all at rest', () => {
    const apart = (deg: number) => Math.abs(((deg - 359 + 540) % 360) - 180)
    for (const key of keys) {
      const { courseDeg } = fixOf(key, truth, noon)
      expect(apart(courseDeg)).toBeLessThan(1)
      expect(courseDeg).toBeLessThan(360)
    }
    const atRest = keys.map((key) => apart(fixOf(key, { ...truth, speed: 0 }, noon).courseDeg))
    expect(Math.max(...atRest)).toBeGreaterThan(30)
  })
})
