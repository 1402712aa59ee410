import { describe, expect, it } from 'vitest'
import { AircraftTable } from './aircraft.ts'
import { learn, stationOf } from './learn.ts'
import type { ModeSMessage } from './message.ts'

const after = (...messages: ModeSMessage[]) => {
  const aircraft = new AircraftTable().hear(1, 0)
  for (const message of messages) learn(aircraft, message, 5000)
  return aircraft
}

const identity = (category: string, df: 17 | 18 = 18) =>
  ({ df, icao: 1, bds: '0,8', typecode: 2, category, callsign: 'X1' }) as const
const moving = { df: 17, icao: 1, bds: '0,9', typecode: 19, nac_v: 1, vr_source: 'BARO' } as const
const status = { df: 17, icao: 1, bds: '6,5', typecode: 31, subtype: 0, version: 2, nac_p: 9 } as const

describe('what is remembered of an aircraft', () => {
  it('is what it is: by its category, or because a transponder or a flight says so', () => {
    expect(after(identity('C2')).station).toBe('vehicle')
    expect(after(identity('C4')).station).toBe('unknown')
    expect(after(identity('B1')).station).toBe('aircraft')
    expect(after(identity('C0')).station).toBeUndefined()
    expect(after(identity('A0', 17)).station).toBe('aircraft')
    expect(after({ ...moving, df: 18, subtype: 1 }).station).toBe('aircraft')
  })

  it('is a vehicle still, when it sends a velocity', () => {
    expect(after(identity('C1'), { ...moving, df: 18, subtype: 1 }).station).toBe('vehicle')
  })

  it('is how it moves over ground, in metres per second', () => {
    expect(after({ ...moving, subtype: 1, groundspeed: 100, track: 90 }).movement).toEqual({ time: 5000,
      speed: expect.closeTo(51.44, 2), courseDeg: 90 })
    expect(after({ ...moving, subtype: 1 }).movement).toEqual({ time: 5000 })
  })

  it('is where it points, when it has said that its headings are from true north', () => {
    const flying = { ...moving, subtype: 3, airspeed: 200, airspeed_type: 'TAS', heading: 45 } as const
    expect(after(flying).movement).toEqual({ time: 5000 })
    expect(after({ ...status, north: 'magnetic' }, flying).movement).toEqual({ time: 5000 })
    expect(after({ ...status, north: 'true' }, flying).movement).toEqual({ time: 5000, headingDeg: 45 })
  })

  it('is how well it knows where it is', () => {
    expect(after(status)).toMatchObject({ version: 2, nac_p: 9 })
    expect(after({ df: 17, icao: 1, bds: '6,2', typecode: 29, subtype: 1, nac_p: 8 })).toMatchObject({ version: 1,
      nac_p: 8 })
    expect(after({ ...status, track_is_heading: true }).isTrackHeading).toBe(true)
  })

  it('is nothing of a reply to a radar', () => {
    expect(after({ df: 4, icao: 1, flight_status: 0, altitude: 1000 })).toEqual(new AircraftTable().hear(1, 0))
  })
})

describe('a category', () => {
  it('tells aircraft, vehicles and obstacles apart, and nothing where it is reserved', () => {
    expect(['A1', 'A7', 'B6', 'C1', 'C2', 'C3', 'C7', 'D1', 'A0', 'E9'].map(stationOf)).toEqual([
      'aircraft', 'aircraft', 'aircraft', 'vehicle', 'vehicle', 'unknown', 'unknown', undefined, undefined, undefined,
    ])
  })
})
