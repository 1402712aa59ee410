import { KNOT, type LatLon, type Plot, type SensorSite } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { apart, hear, SITE } from './fixtures/heard.ts'
import { encodeRadarSentence, encodeTll, encodeTtm } from './message.ts'
import { directionOf, lengthOf, moved, offsetOf } from './plane.ts'

const RUNS = 600

/** Normal deviates of a fixed sequence: Box and Muller's of Lehmer's generator of modulus 2³¹ − 1. */
function normals(): () => number {
  let state = 20_261_124
  const uniform = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

/** The mean squared error in units of the stated covariance: two, when it is honest. */
function meanSquaredError(target: LatLon, plots: readonly Plot[]): number {
  const squares = plots.map(({ position, covariance: { ee, en, nn } }) => {
    const { east, north } = apart(target, position)
    return (nn * east ** 2 - 2 * en * east * north + ee * north ** 2) / (ee * nn - en ** 2)
  })
  return squares.reduce((sum, each) => sum + each, 0) / squares.length
}

type Lines = readonly (readonly [second: number, line: string])[]

/** What a radar makes of one target, many times, with errors of its own. */
function plotsOf(site: Partial<SensorSite>, linesOf: (next: () => number) => Lines): Plot[] {
  const next = normals()
  return Array.from({ length: RUNS }, () => hear(linesOf(next), site).plots).flat()
}

const target = moved(SITE, { east: 2000, north: -1500 })
const offset = offsetOf(SITE, target)
const turned = (degrees: number): number => ((degrees % 360) + 360) % 360

const ttm = (range: number, bearing: number, bearingReference: 'T' | 'R'): string =>
  encodeTtm({
    targetNumber: 1, targetDistance: range / 1852, bearing: turned(bearing), bearingReference, units: 'N',
    targetStatus: 'T',
  })

describe('the error that a radar states', () => {
  it('is the one that it makes ashore', () => {
    const plots = plotsOf({ position: SITE }, (next) => [
      [0, ttm(lengthOf(offset) + 30 * next(), directionOf(offset) + next(), 'T')],
    ])
    expect(plots).toHaveLength(RUNS)
    expect(Math.abs(meanSquaredError(target, plots) - 2)).toBeLessThan(0.25)
  })

  it('is the one that it makes afloat, with the errors of its place and its compass', () => {
    const plots = plotsOf({}, (next) => {
      const place = moved(SITE, { east: 6 * next(), north: 6 * next() })
      const heading = 200
      return [
        [0, encodeRadarSentence('GGA', { latitude: place.lat, longitude: place.lon, quality: 1, hdop: 1 }, 'GP')],
        [0, encodeRadarSentence('HDT', { heading: heading + next() }, 'HE')],
        [0, ttm(lengthOf(offset) + 30 * next(), directionOf(offset) - heading + next(), 'R')],
      ]
    })
    expect(plots).toHaveLength(RUNS)
    expect(Math.abs(meanSquaredError(target, plots) - 2)).toBeLessThan(0.25)
  })

  it('is the one that it makes when its fix is five seconds old and its velocity is known', () => {
    const before = moved(SITE, { east: -5 * 10 * KNOT, north: 0 })
    const plots = plotsOf({}, (next) => {
      const place = moved(before, { east: 6 * next(), north: 6 * next() })
      return [
        [0, encodeRadarSentence('GGA', { latitude: place.lat, longitude: place.lon, quality: 1, hdop: 1 }, 'GP')],
        [0, encodeRadarSentence('VTG', { course: 90, speedKn: 10 + (0.3 / KNOT) * next() }, 'GP')],
        [5, ttm(lengthOf(offset) + 30 * next(), directionOf(offset) + Math.SQRT2 * next(), 'T')],
      ]
    })
    expect(plots).toHaveLength(RUNS)
    expect(Math.abs(meanSquaredError(target, plots) - 2)).toBeLessThan(0.25)
  })

  it('is the one that it makes when it says a latitude and longitude', () => {
    const plots = plotsOf({ position: SITE }, (next) => {
      const bearing = ((directionOf(offset) + next()) * Math.PI) / 180
      const range = lengthOf(offset) + 30 * next()
      const { lat, lon } = moved(SITE, { east: range * Math.sin(bearing), north: range * Math.cos(bearing) })
      return [[0, encodeTll({ targetNumber: 1, latitude: lat, longitude: lon, targetStatus: 'T' })]]
    })
    expect(Math.abs(meanSquaredError(target, plots) - 2)).toBeLessThan(0.25)
  })
})
