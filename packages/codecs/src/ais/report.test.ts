import { describe, expect, it } from 'vitest'
import { aircraft, baseStation, boat, longRange, moored, namedBoat, safetyText, voyage } from './fixtures/heard.ts'
import type { AisMessage } from './message.ts'
import { reportOf } from './report.ts'

/** A report that has to be there. */
function report(message: AisMessage) {
  const result = reportOf(message)
  if (!result) throw new Error(`a message of type ${message.type} gave no report`)
  return result
}

describe('the report of a ship', () => {
  it('places her to a metre', () => {
    const { lat, lon } = report(moored).position
    expect(lat).toBeCloseTo(47.582833, 5)
    expect(lon).toBeCloseTo(-122.345833, 5)
  })

  it('gives speed in metres a second, course and heading in degrees', () => {
    expect(report(moored)).toMatchObject({ speed: 0, courseDeg: 51, headingDeg: 181, second: 15 })
    expect(report({ ...moored, speed: 100 }).speed).toBeCloseTo(5.14444, 5)
  })

  it('leaves out a speed that is not available, and keeps the highest', () => {
    expect(report({ ...moored, speed: 1023 })).not.toHaveProperty('speed')
    expect(report({ ...moored, speed: 1022 }).speed).toBeCloseTo(52.576, 3)
  })

  it.each([3600, 3601, 4095])('leaves out course %i', (course) => {
    expect(report({ ...moored, course })).not.toHaveProperty('courseDeg')
  })

  it.each([360, 510, 511])('leaves out heading %i', (heading) => {
    expect(report({ ...moored, heading })).not.toHaveProperty('headingDeg')
    expect(report({ ...boat, heading })).not.toHaveProperty('headingDeg')
  })

  it.each([
    ['latitude is not available', { lat: 91 * 600_000 }],
    ['longitude is not available', { lon: 181 * 600_000 }],
    ['latitude is beyond the pole', { lat: -90 * 600_000 - 1 }],
    ['longitude is beyond the date line', { lon: -180 * 600_000 - 1 }],
  ])('is none when the %s', (_, place) => {
    expect(reportOf({ ...moored, ...place })).toBeUndefined()
    expect(reportOf({ ...boat, ...place })).toBeUndefined()
    expect(reportOf({ ...baseStation, ...place })).toBeUndefined()
  })

  it('is sure to five metres when it says that it is accurate, and to thirty when not', () => {
    expect(report({ ...moored, accuracy: true }).covariance).toEqual({ ee: 25, en: 0, nn: 25 })
    expect(report({ ...moored, accuracy: false }).covariance).toEqual({ ee: 900, en: 0, nn: 900 })
  })

  it('comes from Class B as from Class A', () => {
    expect(report(boat)).toMatchObject({ speed: 0, courseDeg: 0, second: 55 })
    expect(report(namedBoat)).toMatchObject({ courseDeg: 335.9, second: 46 })
  })
})

describe('the report of another station', () => {
  it('has the whole knots of an aircraft', () => {
    expect(report({ ...aircraft, speed: 100 }).speed).toBeCloseTo(51.4444, 4)
    expect(report({ ...aircraft, speed: 1023 })).not.toHaveProperty('speed')
    expect(report(aircraft)).not.toHaveProperty('headingDeg')
  })

  it('is a place without motion for a base station', () => {
    expect(Object.keys(report(baseStation)).sort()).toEqual(['covariance', 'position', 'second'])
  })

  it('is coarse when it was made for satellites: a tenth of a minute, less of it in longitude', () => {
    const { position, covariance, ...rest } = report({ ...longRange, lat: 600 * 60, lon: 600 * -61, accuracy: true })
    expect(position).toEqual({ lat: 60, lon: -61 })
    expect(Math.sqrt(covariance.nn)).toBeCloseTo(53.7, 1)
    expect(Math.sqrt(covariance.ee)).toBeCloseTo(27.2, 1)
    expect(rest).not.toHaveProperty('second')
  })

  it('leaves out what a long-range report does not know', () => {
    expect(report({ ...longRange, speed: 63, course: 511 })).not.toHaveProperty('speed')
    expect(report({ ...longRange, speed: 63, course: 511 })).not.toHaveProperty('courseDeg')
    expect(reportOf({ ...longRange, lat: 91 * 600 })).toBeUndefined()
    expect(reportOf({ ...longRange, lon: 181 * 600 })).toBeUndefined()
  })

  it('is none in a message that states no place', () => {
    expect(reportOf(voyage)).toBeUndefined()
    expect(reportOf(safetyText)).toBeUndefined()
  })
})
