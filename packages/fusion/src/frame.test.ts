import { distanceBetween, geodesicBetween, geodesicFrom } from '@csii/geo'
import { degreesToRadians, type LatLon } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Frame } from './frame.ts'

const places = fc.record({
  lat: fc.double({ min: -60, max: 60, noNaN: true }), lon: fc.double({ min: -180, max: 179.999999, noNaN: true }),
})
const bearings = fc.double({ min: 0, max: 360, noNaN: true })
const coordinates = (frame: Frame, { lat, lon }: LatLon) => {
  const x = frame.x(lat, lon)
  return { x, y: frame.y(lat, x) }
}
/** East and north of the origin, as a radar there would measure it: range and bearing. */
const exact = (origin: LatLon, point: LatLon) => {
  const { distance, bearingDeg } = geodesicBetween(origin, point)
  return { x: distance * Math.sin(degreesToRadians(bearingDeg)), y: distance * Math.cos(degreesToRadians(bearingDeg)) }
}
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)

describe('the plane that touches the earth at a track', () => {
  it('agrees with the geodesic within 0.1 m for 10 km, between the 60th parallels', () => {
    fc.assert(
      fc.property(places, bearings, fc.double({ min: 0, max: 10_000, noNaN: true }), (origin, bearing, distance) => {
        const point = geodesicFrom(origin, bearing, distance)
        expect(apart(coordinates(new Frame(origin), point), exact(origin, point))).toBeLessThan(0.1)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees within 2.5 m for 30 km', () => {
    fc.assert(
      fc.property(places, bearings, (origin, bearing) => {
        const point = geodesicFrom(origin, bearing, 30_000)
        expect(apart(coordinates(new Frame(origin), point), exact(origin, point))).toBeLessThan(2.5)
      }),
    )
  })

  it('gives back the point that it was given', () => {
    fc.assert(
      fc.property(places, bearings, fc.double({ min: 0, max: 20_000, noNaN: true }), (origin, bearing, distance) => {
        const frame = new Frame(origin)
        const point = geodesicFrom(origin, bearing, distance)
        const { x, y } = coordinates(frame, point)
        expect(distanceBetween(frame.point(x, y), point)).toBeLessThan(0.01)
      }),
    )
  })

  it.each([
    ['from the west', { lat: -17, lon: 179.99 }, 90],
    ['from the east', { lat: -17, lon: -179.99 }, 270],
  ])('reaches over the date line %s', (_from, origin, bearing) => {
    const frame = new Frame(origin)
    const point = geodesicFrom(origin, bearing, 5000)
    expect(Math.sign(point.lon)).toBe(-Math.sign(origin.lon))
    expect(apart(coordinates(frame, point), exact(origin, point))).toBeLessThan(0.1)
    const back = frame.point(exact(origin, point).x, exact(origin, point).y)
    expect(back.lon).toBeCloseTo(point.lon, 6)
  })

  it('is at rest at its origin', () => {
    expect(coordinates(new Frame({ lat: 13, lon: -61 }), { lat: 13, lon: -61 })).toEqual({ x: 0, y: 0 })
    expect(new Frame({ lat: 13, lon: -61 }).point(0, 0)).toEqual({ lat: 13, lon: -61 })
  })

  it('keeps finite near the poles', () => {
    const frame = new Frame({ lat: 89.9, lon: 10 })
    const { lat, lon } = frame.point(1000, 1000)
    expect(Number.isFinite(lat) && Number.isFinite(lon)).toBe(true)
  })
})
