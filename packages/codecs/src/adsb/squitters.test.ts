import { describe, expect, it } from 'vitest'
import { decodeModeS } from './decode.ts'
import {
  encodeAirbornePosition, encodeEmergency, encodeIdentification, encodeOperationStatus, encodeSurfacePosition,
  encodeVelocity,
} from './squitters.ts'

const icao = 0x0c8a11
const heard = (frame: Uint8Array) => {
  const decoded = decodeModeS(frame)
  return decoded.ok ? decoded.value : decoded.problem
}

describe('a simulated aircraft', () => {
  it('says who it is', () => {
    expect(heard(encodeIdentification({ icao, callSign: 'SVD712', category: 'A2' }))).toMatchObject({ df: 17, icao,
      callsign: 'SVD712', category: 'A2', typecode: 4 })
    expect(heard(encodeIdentification({ icao, callSign: 'FIRE1', category: 'C1' }))).toMatchObject({ category: 'C1',
      typecode: 2 })
    expect(heard(encodeIdentification({ icao, callSign: 'SVD712' }))).toMatchObject({ category: 'A0' })
  })

  it('says where it is, in halves', () => {
    const at = { icao, lat: 13.3, lon: -61.4 }
    expect(heard(encodeAirbornePosition({ ...at, isOdd: true, altitudeFt: 8000 }))).toMatchObject({ typecode: 11,
      cpr_format: 'odd', altitude: 8000 })
    expect(heard(encodeAirbornePosition({ ...at, isOdd: false, typecode: 20 }))).not.toHaveProperty('altitude')
    expect(heard(encodeSurfacePosition({ ...at, isOdd: false, speedKn: 12,
      courseDeg: 90 }))).toMatchObject({ typecode: 7, groundspeed: 12, track: 90, cpr_format: 'even' })
    expect(heard(encodeSurfacePosition({ ...at, isOdd: false }))).not.toHaveProperty('track')
  })

  it('says how it moves, fast or slow, and climbs', () => {
    expect(heard(encodeVelocity({ icao, speedKn: 240, courseDeg: 190, climbFpm: -640 }))).toMatchObject({
      subtype: 1, groundspeed: expect.closeTo(240, 0), track: expect.closeTo(190, 0), vertical_rate: -640,
    })
    expect(heard(encodeVelocity({ icao, speedKn: 1500, courseDeg: 271 }))).toMatchObject({ subtype: 2,
      groundspeed: expect.closeTo(1500, -1), track: expect.closeTo(271, 0) })
    expect(heard(encodeVelocity({ icao, speedKn: 0, courseDeg: 0 }))).not.toHaveProperty('track')
  })

  it('says what trouble it is in, and how well it knows where it is', () => {
    expect(heard(encodeEmergency({ icao, squawk: '7600', state: 4 }))).toMatchObject({ squawk: '7600',
      emergency_state: 4 })
    expect(heard(encodeOperationStatus({ icao, nacP: 9 }))).toMatchObject({ version: 2, nac_p: 9, north: 'true' })
  })
})
