import { describe, expect, it } from 'vitest'
import { ellipseFeatures } from './ellipse-features.ts'

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
