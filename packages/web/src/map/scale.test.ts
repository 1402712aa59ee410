import { describe, expect, it } from 'vitest'
import { scaleAt } from './scale.ts'

describe('the scale bar', () => {
  it('is a round number of miles that fits the corner', () => {
    for (let zoom = 3; zoom <= 16; zoom += 0.37) {
      const { pixels } = scaleAt(13, zoom)
      expect(pixels).toBeGreaterThan(40)
      expect(pixels).toBeLessThanOrEqual(110)
    }
  })

  it('is true to the sea: at zoom 9 on the equator a pixel is 152.87 m', () => {
    const { miles, pixels } = scaleAt(0, 9)
    expect(miles).toBe(5)
    expect((miles * 1852) / pixels).toBeCloseTo(152.87, 2)
  })

  it('stretches toward the poles, where Mercator stretches the sea', () => {
    const equator = scaleAt(0, 9)
    const north = scaleAt(60, 9)
    expect(north.pixels / north.miles).toBeCloseTo((2 * equator.pixels) / equator.miles, 9)
  })
})
