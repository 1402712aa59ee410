import { describe, expect, it } from 'vitest'
import { chartPoints, heightOf, WITHIN_95, within95 } from './chart-points.ts'

const plot = (time: number, distanceSquared: number) => ({ time, distanceSquared })

describe('the chart of distances', () => {
  it('runs from the oldest plot to the newest, of those taken and those turned away', () => {
    const taken = [plot(3000, 0), plot(2000, 6.25)]
    const rejected = [plot(1000, 25)]
    const all = [...taken, ...rejected]
    expect(chartPoints(taken, all)).toEqual([{ x: 1, y: 0 }, { x: 0.5, y: 0.5 }])
    expect(chartPoints(rejected, all)).toEqual([{ x: 0, y: 1 }])
  })

  it('keeps what is farther than the top at the top', () => {
    expect(heightOf(10_000)).toBe(1)
    expect(heightOf(WITHIN_95)).toBeCloseTo(0.4895, 4)
  })

  it('stands when all plots are of one instant', () => {
    expect(chartPoints([plot(5, 1)], [plot(5, 1)])).toEqual([{ x: 0, y: 0.2 }])
  })

  it('counts those within the line', () => {
    expect(within95([plot(1, 5.99), plot(2, 6), plot(3, 0)])).toBe('2/3')
  })
})
