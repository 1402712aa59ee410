import { describe, expect, it } from 'vitest'
import { errorEllipse } from './ellipse.ts'
import { distanceBetween, offsetFrom } from './local-frame.ts'

const centre = { lat: 13.15, lon: -61.22 }
const round = (sigma: number) => ({ ee: sigma ** 2, en: 0, nn: sigma ** 2 })

describe('an error ellipse', () => {
  it('is a circle where the error is the same each way', () => {
    for (const point of errorEllipse(centre, round(500), 2)) expect(distanceBetween(centre, point)).toBeCloseTo(1000, 0)
  })

  it('is closed', () => {
    const border = errorEllipse(centre, round(500), 2, 8)
    expect(border).toHaveLength(9)
    expect(border[8]).toEqual(border[0])
  })

  it('lies everywhere as many standard deviations away as was asked (Mahalanobis distance)', () => {
    const [ee, en, nn] = [900 ** 2, 0.7 * 900 * 400, 400 ** 2]
    for (const point of errorEllipse(centre, { ee, en, nn }, 2)) {
      const { east, north } = offsetFrom(centre, point)
      const squared = (nn * east ** 2 - 2 * en * east * north + ee * north ** 2) / (ee * nn - en ** 2)
      expect(Math.sqrt(squared)).toBeCloseTo(2, 3)
    }
  })

  it('leans as its errors do together', () => {
    const farthest = errorEllipse(centre, { ee: 1e6, en: 0.9e6, nn: 1e6 }, 2)
      .map((point) => offsetFrom(centre, point))
      .reduce((a, b) => (Math.hypot(a.east, a.north) >= Math.hypot(b.east, b.north) ? a : b))
    expect(Math.sign(farthest.east)).toBe(Math.sign(farthest.north))
    expect(Math.abs(farthest.east / farthest.north)).toBeCloseTo(1, 0)
  })

  it('goes on across the antimeridian', () => {
    for (const { lon } of errorEllipse({ lat: 0, lon: 179.999 }, round(5000), 2)) expect(Math.abs(lon)).toBeGreaterThan(179.8)
  })

  it('is a line or a point where there is no error', () => {
    for (const point of errorEllipse(centre, round(0), 2, 4)) expect(distanceBetween(centre, point)).toBeCloseTo(0, 6)
    for (const { lon } of errorEllipse(centre, { ee: 0, en: 0, nn: 100 }, 2)) expect(lon).toBeCloseTo(centre.lon, 9)
  })
})
