import { describe, expect, it } from 'vitest'
import { coasted, ellipseFeatures } from './ellipse-features.ts'

/** Longitudes of the border that is drawn. */
function longitudesOf(lon: number): number[] {
  const [feature] = ellipseFeatures({ lat: 13.1, lon, covariance: { ee: 1000 ** 2, en: 0, nn: 400 ** 2 } }).features
  if (feature?.geometry.type !== 'Polygon') throw new Error('The map draws no polygon')
  return feature.geometry.coordinates[0]!.map(([east = 0]) => east)
}

describe('the ellipse on the map', () => {
  it('reaches two standard deviations to each side', () => {
    const metresPerDegree = 108_400
    const longitudes = longitudesOf(-61.25)
    expect((Math.max(...longitudes) - Math.min(...longitudes)) * metresPerDegree).toBeCloseTo(4000, -2)
  })

  it('is not torn apart at the antimeridian', () => {
    const longitudes = longitudesOf(179.999)
    expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(0.1)
  })

  it('is nothing while nothing is selected', () => {
    expect(ellipseFeatures(undefined).features).toEqual([])
  })
})

describe('where an object may be that should have been seen again', () => {
  const seen = { lat: 13, lon: -61, covariance: { ee: 400, en: 100, nn: 900 } }

  it('is where it was seen until then', () => {
    expect(coasted(seen, 10, 30_000, 30)).toEqual(seen)
  })

  it('grows by the way it can have gone since, to every side', () => {
    expect(coasted(seen, 10, 40_000, 30).covariance).toEqual({ ee: 400 + 100 ** 2, en: 100, nn: 900 + 100 ** 2 })
    expect(coasted(seen, undefined, 40_000, 30).covariance.ee).toBe(400 + 50 ** 2)
    expect(coasted(seen, 0, 400_000, 30)).toEqual(seen)
  })
})
