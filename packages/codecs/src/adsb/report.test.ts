import { describe, expect, it } from 'vitest'
import { AircraftTable } from './aircraft.ts'
import { AIRBORNE, cprOf, SURFACE } from './cpr.ts'
import { KINGSTOWN } from './fixtures/heard.ts'
import { learn } from './learn.ts'
import type { ModeSMessage } from './message.ts'
import type { CprFields } from './position.ts'
import { claimOf, reportOf } from './report.ts'

/** The report of the last of some messages, one a second. */
function lastReport(...messages: ModeSMessage[]) {
  const aircraft = new AircraftTable().hear(1, 0)
  const reports = messages.map((message, index) => {
    learn(aircraft, message, index * 1000)
    return reportOf(message, aircraft, index * 1000, KINGSTOWN)
  })
  return reports.at(-1)
}

function half(lat: number, lon: number, isOdd: boolean, span: number): CprFields {
  const cpr = cprOf({ lat, lon }, isOdd, span)
  return { cpr_format: isOdd ? 'odd' : 'even', cpr_lat: cpr.lat, cpr_lon: cpr.lon }
}

const taxiing = (isOdd: boolean): ModeSMessage => ({
  df: 17, icao: 1, bds: '0,6', typecode: 7, groundspeed: 10, track: 45, ...half(13.15, -61.15, isOdd, SURFACE),
})
const status = { df: 17, icao: 1, bds: '6,5', typecode: 31, subtype: 1, version: 2, nac_p: 10 } as const

describe('an aircraft on the ground', () => {
  it('has a course where its field is the track, which it is until the aircraft says otherwise', () => {
    expect(lastReport(taxiing(false))).toMatchObject({ courseDeg: 45, speed: expect.closeTo(5.14, 2) })
    expect(lastReport({ ...status, track_is_heading: false, north: 'true' },
      taxiing(false))).toMatchObject({ courseDeg: 45 })
  })

  it('has a heading where its field is one from true north, and neither where it is from magnetic', () => {
    const headed = lastReport({ ...status, track_is_heading: true, north: 'true' }, taxiing(false))
    expect(headed).toMatchObject({ headingDeg: 45, speed: expect.closeTo(5.14, 2) })
    expect(headed).not.toHaveProperty('courseDeg')
    const magnetic = lastReport({ ...status, track_is_heading: true, north: 'magnetic' }, taxiing(false))
    expect(magnetic).not.toHaveProperty('headingDeg')
    expect(magnetic).not.toHaveProperty('courseDeg')
  })

  it('has no more than a place where it says no more', () => {
    const still: ModeSMessage = { df: 18, icao: 1, bds: '0,6', typecode: 8, ...half(13.15, -61.15, true, SURFACE) }
    expect(Object.keys(lastReport(still)!)).toEqual(['position', 'covariance'])
  })
})

describe('an aircraft in the air', () => {
  const flying = { df: 17, icao: 1, bds: '0,5', surveillance_status: 0, nic_b: false } as const
  const fields = half(13.2, -61.3, false, AIRBORNE)

  it('has the altitude in metres, by pressure or above the ellipsoid as its type says', () => {
    expect(lastReport({ ...flying, typecode: 11, altitude: 1000, ...fields })?.altitude).toBeCloseTo(304.8)
    expect(lastReport({ ...flying, typecode: 20, altitude: 1000, ...fields })?.altitude).toBeCloseTo(304.8)
    expect(lastReport({ ...flying, typecode: 11, ...fields })).not.toHaveProperty('altitude')
  })

  it('has no place in a message of type 0, nor in one about something else', () => {
    expect(lastReport({ ...flying, typecode: 0, altitude: 1000 })).toBeUndefined()
    expect(lastReport(status)).toBeUndefined()
    expect(lastReport({ df: 4, icao: 1, flight_status: 0, altitude: 1000 })).toBeUndefined()
  })
})

describe('a coarse position of TIS-B', () => {
  it('is a place within a mile, with what the radar knows of its movement', () => {
    const coarse = { df: 18, icao: 1, control: 3, bds: 'coarse', service_volume: 0,
      ...half(13.2, -61.3, true, AIRBORNE) } as const
    const report = lastReport({ ...coarse, groundspeed: 96, track: 90, altitude: 1000 })
    expect(report).toMatchObject({ speed: expect.closeTo(49.4, 1), courseDeg: 90, altitude: expect.closeTo(304.8) })
    expect(Math.sqrt(report!.covariance.nn)).toBeCloseTo(1852 / 2.4477, 0)
    expect(Object.keys(lastReport(coarse)!)).toEqual(['position', 'covariance'])
  })
})

describe('the claim of a message', () => {
  const aircraft = new AircraftTable().hear(1, 0)

  it('is what that message states, and no address that is not of ICAO', () => {
    expect(claimOf({ df: 5, icao: 7, flight_status: 0, squawk: '7600' }, aircraft)).toEqual({
      icaoAddress: 7, squawk: '7600', emergency: 'no-communications',
    })
    expect(claimOf({ df: 18, icao: 7, control: 1, address_is_other: true, bds: 'other', typecode: 23 },
      aircraft)).toEqual({})
  })

  it('takes the emergency that is stated before the one that the code means', () => {
    const stated = { df: 17, icao: 7, bds: '6,1', typecode: 28, subtype: 1, emergency_state: 3,
      squawk: '7700' } as const
    expect(claimOf(stated, aircraft)).toMatchObject({ emergency: 'minimum-fuel', squawk: '7700' })
    expect(claimOf({ ...stated, emergency_state: 7 }, aircraft)).toMatchObject({ emergency: 'general' })
  })
})
