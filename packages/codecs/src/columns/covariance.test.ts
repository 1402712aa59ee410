import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenCovariance } from './covariance.ts'

describe('the error of a written place', () => {
  it('is that of the receiver where enough was written', () => {
    const { ee, en, nn } = writtenCovariance(10, { lat: 13, latStep: 0, lonStep: 0 })
    expect([ee, en, nn]).toEqual([100, 0, 100])
  })

  it('is half a kilometre where only whole minutes were written', () => {
    const { nn } = writtenCovariance(10, { lat: 13, latStep: 1 / 60, lonStep: 1 / 60 })
    expect(Math.sqrt(nn)).toBeCloseTo(Math.hypot(10, 1852 / Math.sqrt(12)), 6)
  })

  it('is less to the east the farther north', () => {
    const at = (lat: number) => writtenCovariance(0, { lat, latStep: 0.01, lonStep: 0.01 })
    expect(at(60).ee).toBeCloseTo(at(0).ee / 4, 6)
    expect(at(60).nn).toBeCloseTo(at(0).nn, 6)
  })

  it('lies along the course of a vessel whose clock shows only minutes', () => {
    const { ee, en, nn } = writtenCovariance(10, {
      lat: 13,
      latStep: 0,
      lonStep: 0,
      timeStep: 60,
      speed: 5,
      courseDeg: 90,
    })
    expect(Math.sqrt(ee)).toBeCloseTo(Math.hypot(10, 300 / Math.sqrt(12)), 6)
    expect(nn).toBeCloseTo(100, 6)
    expect(en).toBeCloseTo(0, 6)
    expect(
      writtenCovariance(10, { lat: 13, latStep: 0, lonStep: 0, timeStep: 60, speed: 5, courseDeg: 45 }).en,
    ).toBeGreaterThan(0)
    expect(
      writtenCovariance(10, { lat: 13, latStep: 0, lonStep: 0, timeStep: 60, speed: 5, courseDeg: 135 }).en,
    ).toBeLessThan(0)
  })

  it('is the same in both directions where the course is not known', () => {
    const { ee, en, nn } = writtenCovariance(10, { lat: 0, latStep: 0, lonStep: 0, timeStep: 60, speed: 5 })
    expect([ee, en]).toEqual([nn, 0])
    expect(ee).toBeGreaterThan(100)
  })

  it('is always an ellipse', () => {
    const size = fc.double({ min: 0, max: 1, noNaN: true })
    const written = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      latStep: size,
      lonStep: size,
      timeStep: fc.constantFrom(1, 60),
      speed: fc.double({ min: 0, max: 100, noNaN: true }),
      courseDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    })
    fc.assert(
      fc.property(written, (each) => {
        const { ee, en, nn } = writtenCovariance(1, each)
        expect(ee * nn - en * en).toBeGreaterThan(0)
      }),
    )
  })
})
