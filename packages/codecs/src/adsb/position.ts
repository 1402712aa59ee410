import { altitude12, altitudeOf12 } from './altitude.ts'
import { bitAt, bitsAt, putBits } from './bits.ts'

/** The two fields and the format of Compact Position Reporting, as fractions of a zone. */
export interface CprFields {
  readonly cpr_format: 'even' | 'odd'
  readonly cpr_lat: number
  readonly cpr_lon: number
}

/** Airborne position (RTCA DO-260B, § 2.2.3.2.3). Type 0 has an altitude and no position. */
export interface AirbornePosition extends Partial<CprFields> {
  readonly bds: '0,5'
  readonly typecode: number
  /** 1 permanent alert, 2 temporary alert, 3 special position identification. */
  readonly surveillance_status: number
  /** NIC supplement B from version 2 on; before that, whether the aircraft has a single antenna. */
  readonly nic_b: boolean
  /** Feet: by air pressure, and of types 20 to 22 above the ellipsoid WGS 84. */
  readonly altitude?: number
}

/** Surface position (RTCA DO-260B, § 2.2.3.2.4). */
export interface SurfacePosition extends CprFields {
  readonly bds: '0,6'
  readonly typecode: number
  /** Knots. */
  readonly groundspeed?: number
  /** Track or heading, as the operation status says. */
  readonly track?: number
}

/** A position that a ground station takes from a radar (RTCA DO-260B, § 2.2.17.3.5). */
export interface CoarsePosition extends CprFields {
  readonly bds: 'coarse'
  /** The ground station's service volume, 0 to 15. */
  readonly service_volume: number
  readonly altitude?: number
  readonly groundspeed?: number
  readonly track?: number
}

export function airbornePositionOf(me: Uint8Array): AirbornePosition {
  const typecode = bitsAt(me, 1, 5)
  const altitude = altitudeOf12(bitsAt(me, 9, 12))
  return {
    bds: '0,5',
    typecode,
    surveillance_status: bitsAt(me, 6, 2),
    nic_b: bitAt(me, 8),
    ...(altitude !== undefined && { altitude }),
    ...(typecode !== 0 && cprFieldsAt(me, 22, 17)),
  }
}

export function surfacePositionOf(me: Uint8Array): SurfacePosition {
  const groundspeed = MOVEMENTS[bitsAt(me, 6, 7)]
  return {
    bds: '0,6',
    typecode: bitsAt(me, 1, 5),
    ...(groundspeed !== undefined && { groundspeed }),
    ...(bitAt(me, 13) && { track: (bitsAt(me, 14, 7) * 360) / 128 }),
    ...cprFieldsAt(me, 22, 17),
  }
}

export function coarsePositionOf(me: Uint8Array): CoarsePosition {
  const altitude = altitudeOf12(bitsAt(me, 8, 12))
  const speed = bitsAt(me, 26, 6)
  return {
    bds: 'coarse',
    service_volume: bitsAt(me, 4, 4),
    ...(altitude !== undefined && { altitude }),
    // 0 is none, 1 is less than 16 knots, and each step from there 32.
    ...(speed > 0 && { groundspeed: (speed - 1) * 32 }),
    ...(bitAt(me, 20) && { track: (bitsAt(me, 21, 5) * 360) / 32 }),
    ...cprFieldsAt(me, 32, 12),
  }
}

function cprFieldsAt(me: Uint8Array, first: number, bits: number): CprFields {
  return {
    cpr_format: bitAt(me, first) ? 'odd' : 'even',
    cpr_lat: bitsAt(me, first + 1, bits) / 2 ** bits,
    cpr_lon: bitsAt(me, first + 1 + bits, bits) / 2 ** bits,
  }
}

export function putAirbornePosition(me: Uint8Array, position: AirbornePosition): void {
  putBits(me, 1, 5, position.typecode)
  putBits(me, 6, 2, position.surveillance_status)
  putBits(me, 8, 1, Number(position.nic_b))
  if (position.altitude !== undefined) putBits(me, 9, 12, altitude12(position.altitude))
  putCpr(me, position)
}

export function putSurfacePosition(me: Uint8Array, position: SurfacePosition): void {
  putBits(me, 1, 5, position.typecode)
  if (position.groundspeed !== undefined) putBits(me, 6, 7, movementOf(position.groundspeed))
  if (position.track !== undefined) putBits(me, 13, 8, 0x80 | (Math.round((position.track * 128) / 360) & 0x7f))
  putCpr(me, position)
}

export function putCoarsePosition(me: Uint8Array, position: CoarsePosition): void {
  putBits(me, 4, 4, position.service_volume)
  if (position.altitude !== undefined) putBits(me, 8, 12, altitude12(position.altitude))
  if (position.track !== undefined) putBits(me, 20, 6, 0x20 | (Math.round((position.track * 32) / 360) & 0x1f))
  if (position.groundspeed !== undefined) putBits(me, 26, 6, Math.min(63, Math.round(position.groundspeed / 32) + 1))
  putCprAt(me, 32, 12, position)
}

const putCpr = (me: Uint8Array, fields: Partial<CprFields>): void => putCprAt(me, 22, 17, fields)

function putCprAt(me: Uint8Array, first: number, bits: number, fields: Partial<CprFields>): void {
  const { cpr_format: format, cpr_lat: lat = 0, cpr_lon: lon = 0 } = fields
  putBits(me, first, 1, Number(format === 'odd'))
  putBits(me, first + 1, bits, Math.round(lat * 2 ** bits))
  putBits(me, first + 1 + bits, bits, Math.round(lon * 2 ** bits))
}

/** Knots of the movement field, in steps that grow with the speed (RTCA DO-260B, table 2-32). */
const MOVEMENTS: readonly (number | undefined)[] = [
  undefined, 0, ...steps(7, 0.125, 0.125), ...steps(4, 1, 0.25), ...steps(26, 2, 0.5), ...steps(55, 15, 1),
  ...steps(15, 70, 2), ...steps(15, 100, 5), 175,
]

function steps(count: number, first: number, step: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index * step)
}

/** The fastest movement that is not faster than asked. */
const movementOf = (groundspeed: number): number =>
  MOVEMENTS.reduce<number>((found, knots, code) => (knots !== undefined && knots <= groundspeed ? code : found), 1)
