import { describe, expect, it } from 'vitest'
import { nextOnGrid, stepOnGrid } from './schedule.ts'

const noon = Date.UTC(2026, 10, 24, 16)
const gaps = (times: readonly number[]) => times.slice(1).map((t, i) => t - times[i]!)

describe('the grid of an interval', () => {
  it('has its points an interval apart, give or take the freedom of slots', () => {
    const points = [noon]
    for (let i = 0; i < 500; i++) points.push(nextOnGrid(5, 10_000, points.at(-1)!))
    const apart = gaps(points.slice(1))
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(7_999)
    expect(Math.max(...apart)).toBeLessThanOrEqual(12_001)
    expect(new Set(apart).size).toBeGreaterThan(100)
  })

  it('is the same wherever one begins', () => {
    const far = nextOnGrid(5, 10_000, noon)
    expect(nextOnGrid(5, 10_000, far - 1)).toBe(far)
  })

  it('numbers its points one after the other', () => {
    let t = noon
    const steps = Array.from({ length: 200 }, () => stepOnGrid(9, 500, (t = nextOnGrid(9, 500, t))))
    expect(steps.slice(1)).toEqual(steps.slice(0, -1).map((step) => step + 1))
  })
})
