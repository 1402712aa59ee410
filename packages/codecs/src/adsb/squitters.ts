import { degreesToRadians } from '@csii/model'
import { cprOf, AIRBORNE, SURFACE } from './cpr.ts'
import { encodeModeS } from './encode.ts'
import type { CprFields } from './position.ts'

/** What a transponder that can fly transmits as its capability: level 2, airborne or on the ground as it decides. */
const AIRBORNE_CAPABILITY = 5
const GROUND_CAPABILITY = 4

interface Sent {
  readonly icao: number
}

interface Placed extends Sent {
  readonly lat: number
  readonly lon: number
  /** A transponder sends even and odd halves in turn. */
  readonly isOdd: boolean
  /** Says how well the position is known; usually 11 in the air and 7 on the ground, 0.05 nautical miles. */
  readonly typecode?: number
}

/** `category` as `A3`; A0 says nothing. */
export function encodeIdentification(sent: Sent & { readonly callSign: string; readonly category?: string }): Uint8Array {
  const { icao, callSign: callsign, category = 'A0' } = sent
  // The four type codes of identification are the four sets of categories, backwards.
  const typecode = ('DCBA'.indexOf(category.slice(0, 1)) + 1) as 1 | 2 | 3 | 4
  return encodeModeS({ df: 17, icao, capability: AIRBORNE_CAPABILITY, bds: '0,8', typecode, category, callsign })
}

/** Half a position in the air; `altitudeFt` by pressure. */
export function encodeAirbornePosition(sent: Placed & { readonly altitudeFt?: number }): Uint8Array {
  const { icao, altitudeFt, typecode = 11 } = sent
  return encodeModeS({
    df: 17, icao, capability: AIRBORNE_CAPABILITY, bds: '0,5', typecode, surveillance_status: 0, nic_b: false,
    ...(altitudeFt !== undefined && { altitude: altitudeFt }), ...halfOf(sent, AIRBORNE),
  })
}

/** Half a position on the ground. */
export function encodeSurfacePosition(
  sent: Placed & { readonly speedKn?: number; readonly courseDeg?: number },
): Uint8Array {
  const { icao, speedKn, courseDeg, typecode = 7 } = sent
  return encodeModeS({
    df: 17, icao, capability: GROUND_CAPABILITY, bds: '0,6', typecode,
    ...(speedKn !== undefined && { groundspeed: speedKn }), ...(courseDeg !== undefined && { track: courseDeg }),
    ...halfOf(sent, SURFACE),
  })
}

function halfOf({ lat, lon, isOdd }: Placed, span: number): CprFields {
  const cpr = cprOf({ lat, lon }, isOdd, span)
  return { cpr_format: isOdd ? 'odd' : 'even', cpr_lat: cpr.lat, cpr_lon: cpr.lon }
}

/** Velocity over ground; above 1,021 knots of either part in steps of four. Climb in feet per minute. */
export function encodeVelocity(
  sent: Sent & { readonly speedKn: number; readonly courseDeg: number; readonly climbFpm?: number },
): Uint8Array {
  const { icao, speedKn, courseDeg, climbFpm } = sent
  const course = degreesToRadians(courseDeg)
  const [east, north] = [speedKn * Math.sin(course), speedKn * Math.cos(course)]
  const subtype = Math.max(Math.abs(east), Math.abs(north)) > 1021 ? 2 : 1
  return encodeModeS({
    df: 17, icao, capability: AIRBORNE_CAPABILITY, bds: '0,9', typecode: 19, subtype,
    nac_v: 2, vr_source: 'BARO', east, north, ...(climbFpm !== undefined && { vertical_rate: climbFpm }),
  })
}

/** The code, and the emergency state 0 to 7 with it. */
export function encodeEmergency({ icao, squawk, state }: Sent & { squawk: string; state: number }): Uint8Array {
  return encodeModeS({
    df: 17, icao, capability: AIRBORNE_CAPABILITY, bds: '6,1', typecode: 28, subtype: 1, emergency_state: state, squawk,
  })
}

/** Of a version 2 aircraft in the air: how well it knows where it is, NACp 0 to 11. */
export function encodeOperationStatus({ icao, nacP }: Sent & { nacP: number }): Uint8Array {
  return encodeModeS({
    df: 17, icao, capability: AIRBORNE_CAPABILITY, bds: '6,5', typecode: 31, subtype: 0, version: 2,
    nac_p: nacP, nic_a: false, gva: 2, sil: 3, nic_baro: true, north: 'true',
  })
}
