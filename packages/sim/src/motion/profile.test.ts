import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planSpeed, progress } from './profile.ts'

const stretches = fc.array(
  fc.record({
    length: fc.double({ min: 50, max: 30_000, noNaN: true }),
    limit: fc.double({ min: 0.5, max: 20, noNaN: true }),
  }),
  { minLength: 1, maxLength: 8 },
)
const acceleration = fc.double({ min: 0.01, max: 0.5, noNaN: true })

describe('a speed profile', () => {
  it('ends at the end of the path', () => {
    fc.assert(fc.property(stretches, acceleration, (path, rate) => {
      const profile = planSpeed(path, rate, 0, 0)
      const length = path.reduce((sum, stretch) => sum + stretch.length, 0)
      const end = progress(profile, profile.duration)
      expect(Math.abs(end.distance - length)).toBeLessThan(0.01 + length * 1e-6)
      expect(end.speed).toBeCloseTo(0, 3)
    }))
  })

  it('keeps the limit of every stretch', () => {
    fc.assert(fc.property(stretches, acceleration, fc.double({ min: 0, max: 1, noNaN: true }), (path, rate, part) => {
      const profile = planSpeed(path, rate, 0, 0)
      const { distance, speed } = progress(profile, part * profile.duration)
      let begin = 0
      const here = path.filter(({ length }) => {
        const isHere = distance >= begin - 0.01 && distance <= begin + length + 0.01
        begin += length
        return isHere
      })
      expect(speed).toBeLessThanOrEqual(Math.max(...here.map(({ limit }) => limit)) + 1e-6)
    }))
  })

  it('never gathers or loses way faster than it may', () => {
    fc.assert(fc.property(stretches, acceleration, fc.double({ min: 0, max: 1, noNaN: true }), (path, rate, part) => {
      const profile = planSpeed(path, rate, 0, 0)
      const time = part * profile.duration
      const change = Math.abs(progress(profile, time + 1).speed - progress(profile, time).speed)
      expect(change).toBeLessThanOrEqual(rate + 1e-6)
    }))
  })

  it('takes length over speed when nothing holds it up, and more when it starts and stops', () => {
    const path = [{ length: 10_000, limit: 10 }]
    expect(planSpeed(path, 0.1, 10, 10).duration).toBeCloseTo(1_000, 6)
    expect(planSpeed(path, 0.1, 0, 0).duration).toBeCloseTo(1_100, 6)
  })

  it('slows down in time for a slower stretch', () => {
    const profile = planSpeed([{ length: 5_000, limit: 10 }, { length: 500, limit: 2 }], 0.05, 10, 2)
    const times = Array.from({ length: Math.ceil(profile.duration) }, (_, second) => progress(profile, second))
    const entering = times.find(({ distance }) => distance >= 5_000)!
    expect(entering.speed).toBeCloseTo(2, 1)
  })

  it('never reaches full speed on a path too short for it', () => {
    const profile = planSpeed([{ length: 100, limit: 10 }], 0.1, 0, 0)
    expect(progress(profile, profile.duration / 2).speed).toBeCloseTo(Math.sqrt(0.1 * 100), 6)
  })

  it('stands still before its beginning and after its end', () => {
    const profile = planSpeed([{ length: 100, limit: 1 }], 0.1, 0, 0)
    expect(progress(profile, -5)).toEqual({ distance: 0, speed: 0 })
    expect(progress(profile, profile.duration + 60).distance).toBeCloseTo(100, 6)
  })
})
