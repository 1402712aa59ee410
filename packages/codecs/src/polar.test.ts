import { describe, expect, it } from 'vitest'
import { placeOf, type Height } from './polar.ts'

const SITE = { lat: 13.1, lon: -61.2 }
const SEA: Height = { metres: 0, sigma: 0 }
const SIGMA = { range: 50, azimuthDeg: 0.1 }

const placeAt = (slantRange: number, azimuthDeg: number, height = SEA, site = SITE) =>
  placeOf(site, { slantRange, azimuthDeg }, height, SIGMA)

describe('a radar that sees something', () => {
  // Where Karney's geodesics lead; the beam is the straight line to there.
  it.each([
    [10_000, 10_000, 0, 13.19039, -61.2],
    [40_000, 39_999.93, 45, 13.355527, -60.938903],
    [100_000, 99_998.97, 135, 12.4600193, -60.5495873],
    [300_000, 299_972.36, 270, 13.0851652, -63.9663669],
    [450_000, 449_905.89, 33, 16.4999536, -58.9057012],
  ])('knows where that is on the ellipsoid, %f m away: %f m along the beam on %f°', (range, slantRange, azimuthDeg, lat, lon) => {
    const { position, polar } = placeAt(slantRange, azimuthDeg)!
    expect(polar).toMatchObject({ from: SITE, bearingDeg: azimuthDeg })
    expect(Math.abs(polar.range - range)).toBeLessThan(1)
    expect(Math.abs(position.lat - lat) * 111_000).toBeLessThan(2)
    expect(Math.abs(position.lon - lon) * 108_000).toBeLessThan(2)
  })

  it('takes the height of an aircraft off the length of the beam', () => {
    const [ship, aircraft] = [placeAt(20_000, 0)!, placeAt(20_000, 0, { metres: 12_000, sigma: 0 })!]
    const shorter = ((ship.position.lat - aircraft.position.lat) / (ship.position.lat - SITE.lat)) * 20_000
    expect(shorter).toBeCloseTo(20_000 - Math.sqrt(20_000 ** 2 - 12_000 ** 2), -2)
    expect(aircraft.polar.range).toBeCloseTo(Math.sqrt(20_000 ** 2 - 12_000 ** 2), -2)
  })

  it('finds no place that the beam cannot reach: nearer than the height is high, straight overhead, or nowhere', () => {
    expect(placeAt(11_000, 0, { metres: 12_000, sigma: 0 })).toBeUndefined()
    expect(placeAt(12_010, 0, { metres: 12_000, sigma: 0 })).toBeUndefined()
    expect(placeAt(0, 0)).toBeUndefined()
  })

  it('finds no place almost straight below a radar on a mountain, and one down the slope', () => {
    expect(placeAt(1010, 0, { metres: -1000, sigma: 0 })).toBeUndefined()
    const ship = placeAt(5000, 0, { metres: -1000, sigma: 0 })!
    expect((ship.position.lat - SITE.lat) * 110_600).toBeCloseTo(Math.sqrt(5000 ** 2 - 1000 ** 2), -2)
  })

  it('knows longitudes across the line of date', () => {
    const { position } = placeAt(50_000, 90, SEA, { lat: 0, lon: 179.9 })!
    expect(position.lon).toBeLessThan(-179)
  })
})

describe('the error of a radar', () => {
  it('is long along the beam and grows across it with the range', () => {
    const { covariance } = placeAt(100_000, 0)!
    expect(Math.sqrt(covariance.nn)).toBeCloseTo(50, 0)
    expect(Math.sqrt(covariance.ee)).toBeCloseTo(100_000 * ((0.1 * Math.PI) / 180), 0)
    expect(Math.abs(covariance.en)).toBeLessThan(1)
  })

  it('turns with the beam: to the northeast east and north go together in near range, and against one another far away', () => {
    expect(placeAt(5000, 45)!.covariance.en).toBeGreaterThan(0)
    expect(placeAt(100_000, 45)!.covariance.en).toBeLessThan(0)
    expect(placeAt(5000, 135)!.covariance.en).toBeLessThan(0)
  })

  it('is told as one of range over the ground and one of bearing', () => {
    const { polar, covariance } = placeAt(100_000, 0, { metres: 6000, sigma: 3000 })!
    expect(polar.rangeSigma).toBeCloseTo(Math.sqrt(covariance.nn), 3)
    expect(polar.bearingSigmaDeg).toBe(SIGMA.azimuthDeg)
  })

  it('keeps its area whichever way it points', () => {
    const areas = [0, 30, 77, 145, 260].map((azimuth) => {
      const { ee, en, nn } = placeAt(60_000, azimuth)!.covariance
      return Math.sqrt(ee * nn - en * en)
    })
    for (const area of areas) expect(area).toBeCloseTo(areas[0]!, -1)
  })

  it('grows when the height is not known, most where the beam is steep', () => {
    const unknown = { metres: 6000, sigma: 3000 }
    const [near, far] = [placeAt(10_000, 0, unknown)!, placeAt(200_000, 0, unknown)!]
    expect(Math.sqrt(near.covariance.nn)).toBeGreaterThan(2000)
    expect(Math.sqrt(far.covariance.nn)).toBeLessThan(100)
  })
})
