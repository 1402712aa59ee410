import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealParity } from './crc.ts'
import { decodeModeS } from './decode.ts'
import { encodeModeS } from './encode.ts'
import {
  AIRSPEED, ALL_CALL, ALTITUDE_REPLY, EVEN, frameOf, GROUND_SPEED, IDENTITY_REPLY, KLM1023, messageOf, ODD, STATUS,
  SURFACE_EVEN, TARGET_STATE,
} from './fixtures/heard.ts'
import { frames } from './fixtures/seeds.ts'

describe('a recorded frame', () => {
  it('identifies its aircraft', () => {
    expect(messageOf(KLM1023)).toEqual({ df: 17, icao: 0x4840d6, capability: 5, bds: '0,8', typecode: 4,
      category: 'A0', callsign: 'KLM1023' })
  })

  it('holds half a position, even or odd, and the altitude', () => {
    expect(messageOf(EVEN)).toMatchObject({ icao: 0x40621d, bds: '0,5', typecode: 11, altitude: 38_000,
      cpr_format: 'even', cpr_lat: 93_000 / 2 ** 17, cpr_lon: 51_372 / 2 ** 17 })
    expect(messageOf(ODD)).toMatchObject({ altitude: 38_000, cpr_format: 'odd', cpr_lat: 74_158 / 2 ** 17,
      cpr_lon: 50_194 / 2 ** 17 })
  })

  it('holds the velocity over ground', () => {
    expect(messageOf(GROUND_SPEED)).toMatchObject({
      bds: '0,9', subtype: 1, groundspeed: expect.closeTo(159.2, 1), track: expect.closeTo(182.88, 2),
      vertical_rate: -832, vr_source: 'GNSS', geo_minus_baro: 550,
    })
  })

  it('holds the velocity through the air', () => {
    expect(messageOf(AIRSPEED)).toMatchObject({ subtype: 3, airspeed: 375, airspeed_type: 'TAS',
      heading: expect.closeTo(243.98, 2), vertical_rate: -2304, vr_source: 'BARO' })
  })

  it('holds speed and track on the ground', () => {
    expect(messageOf(SURFACE_EVEN)).toMatchObject({ bds: '0,6', typecode: 7, groundspeed: expect.any(Number),
      cpr_format: 'even', cpr_lat: 115_609 / 2 ** 17 })
  })

  it('holds what the autopilot was told', () => {
    expect(messageOf(TARGET_STATE)).toMatchObject({
      selected_altitude: 16_992, selected_altitude_source: 'MCP/FCU', baro_pressure_setting: 1012.8,
      selected_heading: expect.closeTo(66.8, 1),
      nac_p: 9, nic_baro: true, sil: 3, autopilot: true, vnav_mode: true, altitude_hold_mode: false,
      approach_mode: false, lnav_mode: true, tcas_operational: true,
    })
  })

  it('holds the code and the emergency', () => {
    expect(messageOf(STATUS)).toMatchObject({ bds: '6,1', subtype: 1, emergency_state: 0, squawk: '6513' })
  })

  it('answers a radar with altitude, code or address', () => {
    expect(messageOf(ALTITUDE_REPLY)).toEqual({ df: 20, icao: 0x3ed362, flight_status: 0, altitude: 38_000,
      mb: 'CA380031580000' })
    expect(messageOf(IDENTITY_REPLY)).toEqual({ df: 5, icao: 0x510af9, flight_status: 2, squawk: '0356' })
    expect(messageOf(ALL_CALL)).toEqual({ df: 11, icao: 0x484fde, capability: 5, interrogator: 22 })
  })
})

describe('a frame that is refused', () => {
  const problemOf = (frame: Uint8Array) => {
    const decoded = decodeModeS(frame)
    return decoded.ok ? decoded.value.df : decoded.problem
  }
  const withDf = (df: number, length: number) =>
    sealParity(Uint8Array.from({ length }, (_, index) => (index === 0 ? df << 3 : 1)))

  it('is cut off anywhere, or too long', () => {
    for (const hex of [KLM1023, IDENTITY_REPLY])
      for (let length = 0; length <= 20; length++) {
        const frame = frameOf(hex.padEnd(40, '0')).slice(0, length)
        if (length !== hex.length / 2) expect(problemOf(frame)).toBe('length')
      }
  })

  it('is short where its format is long, and the reverse', () => {
    expect(problemOf(withDf(17, 7))).toBe('length')
    expect(problemOf(withDf(11, 14))).toBe('length')
  })

  it('has a wrong bit, wherever that is, or else passes for a reply of nobody that was heard', () => {
    for (const hex of [KLM1023, EVEN, GROUND_SPEED, TARGET_STATE])
      for (let bit = 0; bit < 112; bit++) {
        const frame = frameOf(hex)
        frame[bit >> 3]! ^= 0x80 >> (bit & 7)
        const decoded = decodeModeS(frame)
        if (decoded.ok) expect([16, 21]).toContain(decoded.value.df)
        if (decoded.ok) expect(decoded.value.icao).not.toBe(messageOf(hex).icao)
      }
  })

  it('has a format that nobody here reads: of the military, of long data, or reserved', () => {
    for (const df of [1, 2, 3, 6, 10, 12, 15]) expect(problemOf(withDf(df, 7))).toBe('unsupported')
    for (const df of [19, 22, 23, 24, 31]) expect(problemOf(withDf(df, 14))).toBe('unsupported')
  })

  it('answers an all-call with more than the code of a radar left over', () => {
    const frame = encodeModeS({ df: 11, icao: 0x4840d6, capability: 5, interrogator: 0x7f })
    expect(problemOf(frame)).toBe(11)
    frame[5]! ^= 1
    expect(problemOf(frame)).toBe('checksum')
  })

  it('has an address that no aircraft has', () => {
    for (const icao of [0, 0xffffff]) expect(problemOf(encodeModeS({ df: 11, icao, capability: 0,
      interrogator: 0 }))).toBe('value')
  })
})

describe('a squitter that is not of a transponder', () => {
  const half = { cpr_format: 'odd', cpr_lat: 0.25, cpr_lon: 0.5 } as const
  const airborne = { bds: '0,5', typecode: 11, surveillance_status: 0, nic_b: false, altitude: 5000, ...half } as const
  const heard = (control: number, nic_b = false) => {
    const decoded = decodeModeS(encodeModeS({ df: 18, icao: 0xabcdef, control, ...airborne, nic_b }))
    return decoded.ok ? decoded.value : decoded.problem
  }

  it('is ADS-B under the address of the aircraft, or of an anonymous one', () => {
    expect(heard(0)).toEqual({ df: 18, icao: 0xabcdef, control: 0, ...airborne })
    expect(heard(1)).toMatchObject({ control: 1, address_is_other: true, bds: '0,5' })
  })

  it('is TIS-B or ADS-R, and its contents say whose address it is', () => {
    for (const control of [2, 6]) {
      expect(heard(control)).not.toHaveProperty('address_is_other')
      expect(heard(control, true)).toMatchObject({ control, address_is_other: true })
    }
    expect(heard(5)).toMatchObject({ control: 5, address_is_other: true })
  })

  it('is a coarse position of TIS-B', () => {
    const message = { df: 18, icao: 0xabcdef, control: 3, bds: 'coarse', service_volume: 5, altitude: 2000,
      groundspeed: 96, track: 45, ...half } as const
    expect(decodeModeS(encodeModeS(message))).toEqual({ ok: true, value: message })
    const other = { ...message, address_is_other: true } as const
    expect(decodeModeS(encodeModeS(other))).toEqual({ ok: true, value: other })
  })

  it('manages a ground station, which is about no aircraft, or is reserved', () => {
    expect(heard(4)).toMatchObject({ bds: 'other' })
    expect(heard(7)).toBe('unsupported')
  })
})

describe('noise', () => {
  it('never makes the decoder throw, and passes for a squitter only by a parity that holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(7, 14).chain((length) => fc.uint8Array({ minLength: length, maxLength: length })),
        (noise) => {
        const decoded = decodeModeS(noise)
        if (decoded.ok) expect([0, 4, 5, 11, 16, 20, 21]).toContain(decoded.value.df)
      }),
      { numRuns: 20_000 },
    )
  })

  it('in a squitter whose parity holds makes no message that cannot be written as JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 14, maxLength: 14 }), fc.constantFrom(17, 18), (noise, df) => {
        noise[0] = (df << 3) | (noise[0]! & 7)
        const decoded = decodeModeS(sealParity(noise))
        if (decoded.ok) expect(JSON.parse(JSON.stringify(decoded.value))).toEqual(decoded.value)
      }),
      { numRuns: 20_000 },
    )
  })
})

describe('every frame of the fixtures', () => {
  it('is written again as it was read', () => {
    for (const frame of frames) {
      const decoded = decodeModeS(frame)
      expect(decoded.ok && encodeModeS(decoded.value)).toEqual(frame)
    }
  })
})
