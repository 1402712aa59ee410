import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { altitude13, altitudeOf13 } from './altitude.ts'
import { decodeModeS } from './decode.ts'
import { encodeModeS } from './encode.ts'
import { frameOf, KLM1023, EVEN, ODD, STATUS, TARGET_STATE, messageOf } from './fixtures/heard.ts'
import type { ModeSMessage } from './message.ts'

const upTo = (max: number) => fc.integer({ min: 0, max })
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const icao = fc.integer({ min: 1, max: 0xfffffe })
const squawk = upTo(4095).map((code) => code.toString(8).padStart(4, '0'))
const altitude = upTo(2047).map((steps) => steps * 25 - 1000)
const half = { cpr_format: fc.constantFrom('even' as const, 'odd' as const),
  cpr_lat: upTo(2 ** 17 - 1).map((n) => n / 2 ** 17), cpr_lon: upTo(2 ** 17 - 1).map((n) => n / 2 ** 17) }
const callsign = fc.string({ unit: fc.constantFrom(...'ABCXYZ0189'), minLength: 1, maxLength: 8 })
const knots = (scale: number) => fc.integer({ min: -1021, max: 1021 }).map((speed) => speed * scale || 0)

/** A message without the fields that are undefined. */
const bare = (message: object): ModeSMessage =>
  // The records below are messages, but for undefined fields.
  Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined)) as unknown as ModeSMessage

const velocity = {
  bds: fc.constant('0,9' as const), typecode: fc.constant(19 as const), nac_v: upTo(7),
  vr_source: fc.constantFrom('GNSS' as const, 'BARO' as const),
  vertical_rate: maybe(fc.integer({ min: -510, max: 510 }).map((steps) => steps * 64 || 0)),
  geo_minus_baro: maybe(fc.integer({ min: -126, max: 126 }).map((steps) => steps * 25 || 0)),
}

const overGround = (subtype: 1 | 2) =>
  fc.record({ ...velocity, subtype: fc.constant(subtype), east: knots(subtype === 2 ? 4 : 1),
    north: knots(subtype === 2 ? 4 : 1) })

const throughAir = (subtype: 3 | 4) =>
  fc.record({
    ...velocity, subtype: fc.constant(subtype),
    airspeed: maybe(upTo(1022).map((speed) => speed * (subtype === 4 ? 4 : 1))),
    airspeed_type: fc.constantFrom('IAS' as const, 'TAS' as const),
    heading: maybe(upTo(1023).map((steps) => (steps * 360) / 1024)),
  })

const contents: fc.Arbitrary<object> = fc.oneof(
  fc.record({ bds: fc.constant('0,8' as const), set: upTo(3), number: upTo(7),
    callsign }).map(({ bds, set, number, callsign: name }) => ({
    bds, typecode: ([1, 2, 3, 4] as const)[set]!, category: `${'DCBA'[set]}${number}`, callsign: name,
  })),
  fc.record({
    bds: fc.constant('0,5' as const), typecode: fc.constantFrom(9, 11, 18, 20, 22), surveillance_status: upTo(3),
    nic_b: fc.boolean(), altitude: maybe(altitude), ...half,
  }),
  fc.record({
    bds: fc.constant('0,6' as const), typecode: fc.integer({ min: 5, max: 8 }),
    groundspeed: maybe(fc.constantFrom(0, 0.125, 0.875, 1, 1.75, 2, 14.5, 15, 69, 70, 98, 100, 170, 175)),
    track: maybe(upTo(127).map((steps) => (steps * 360) / 128)), ...half,
  }),
  overGround(1), overGround(2), throughAir(3), throughAir(4),
  fc.record({ bds: fc.constant('6,1' as const), typecode: fc.constant(28 as const), subtype: fc.constant(1),
  emergency_state: upTo(7), squawk }),
  fc.record({
    bds: fc.constant('6,5' as const), typecode: fc.constant(31 as const), subtype: fc.constant(0),
    version: fc.constantFrom(1, 2), capability_class: upTo(65_535), operational_mode: upTo(65_535),
    nic_a: fc.boolean(), nac_p: upTo(15), gva: upTo(3), sil: upTo(3), nic_baro: fc.boolean(),
    north: fc.constantFrom('true' as const, 'magnetic' as const),
  }),
)

const messages: fc.Arbitrary<object> = fc.oneof(
  fc.record({ df: fc.constantFrom(0 as const, 16 as const), icao, on_ground: fc.boolean(), altitude: maybe(altitude) }),
  fc.record({ df: fc.constant(4 as const), icao, flight_status: upTo(7), altitude: maybe(altitude) }),
  fc.record({ df: fc.constant(5 as const), icao, flight_status: upTo(7), squawk }),
  fc.record({ df: fc.constant(20 as const), icao, flight_status: upTo(7), altitude: maybe(altitude),
  mb: fc.constantFrom('00000000000000', '20C31C71C71C20') }),
  fc.record({ df: fc.constant(21 as const), icao, flight_status: upTo(7), squawk, mb: fc.constant('FFFFFFFFFFFFFF') }),
  fc.record({ df: fc.constant(11 as const), icao, capability: upTo(7), interrogator: upTo(0x7f) }),
  fc.tuple(icao, upTo(7), contents).map(([address, capability, each]) =>
  ({ df: 17 as const, icao: address, capability, ...each })),
)

describe('any message', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(messages.map(bare), (message) => {
        expect(decodeModeS(encodeModeS(message))).toMatchObject({ ok: true, value: message })
      }),
      { numRuns: 5000 },
    )
  })
})

describe('a recorded frame', () => {
  it('is written again bit for bit', () => {
    for (const hex of [KLM1023, EVEN, ODD, STATUS]) expect(encodeModeS(messageOf(hex))).toEqual(frameOf(hex))
  })

  it('of a target state says the same again, but for what is not read', () => {
    const message = messageOf(TARGET_STATE)
    expect(decodeModeS(encodeModeS(message))).toEqual({ ok: true, value: message })
  })
})

describe('what a field cannot hold', () => {
  it('becomes the nearest that it can', () => {
    expect(altitudeOf13(altitude13(8012))).toBe(8000)
    const fast = encodeModeS({ df: 17, icao: 1, capability: 5, bds: '0,9', typecode: 19, subtype: 1, nac_v: 0,
      vr_source: 'BARO', east: 5000, north: 0.4 })
    expect(decodeModeS(fast)).toMatchObject({ value: { east: 1022, north: 0 } })
    const taxiing = encodeModeS({ df: 17, icao: 1, capability: 4, bds: '0,6', typecode: 7, groundspeed: 12.3,
      cpr_format: 'even', cpr_lat: 0, cpr_lon: 0 })
    expect(decodeModeS(taxiing)).toMatchObject({ value: { groundspeed: 12 } })
  })
})
