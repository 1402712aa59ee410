import { bitAt, bitsAt, putBits } from './bits.ts'

interface Velocity {
  readonly bds: '0,9'
  readonly typecode: 19
  /** Accuracy of velocity, NACv; NUCr in version 0. */
  readonly nac_v: number
  /** Feet per minute, upwards positive. */
  readonly vertical_rate?: number
  readonly vr_source: 'GNSS' | 'BARO'
  /** Feet by which the height above the ellipsoid exceeds the altitude by pressure. */
  readonly geo_minus_baro?: number
}

/** Velocity over ground, subtypes 1 and, four times as fast, 2 (RTCA DO-260B, § 2.2.3.2.6.1). */
export interface GroundSpeed extends Velocity {
  readonly subtype: 1 | 2
  /** Knots towards east and towards north. */
  readonly east?: number
  readonly north?: number
  readonly groundspeed?: number
  readonly track?: number
}

/**
 * Velocity through the air, of an aircraft that does not know the other, subtypes 3 and 4 (RTCA DO-260B, §
 * 2.2.3.2.6.3).
 */
export interface Airspeed extends Velocity {
  readonly subtype: 3 | 4
  readonly airspeed?: number
  readonly airspeed_type: 'IAS' | 'TAS'
  /** Degrees from magnetic north, unless the operation status says true north. */
  readonly heading?: number
}

/** Undefined for the subtypes that are reserved. */
export function velocityOf(me: Uint8Array): GroundSpeed | Airspeed | undefined {
  const subtype = bitsAt(me, 6, 3)
  const vertical = bitsAt(me, 38, 9)
  const difference = bitsAt(me, 50, 7)
  const common = {
    bds: '0,9',
    typecode: 19,
    nac_v: bitsAt(me, 11, 3),
    ...(vertical > 0 && { vertical_rate: signed(bitAt(me, 37), (vertical - 1) * 64) }),
    vr_source: bitAt(me, 36) ? 'BARO' : 'GNSS',
    ...(difference > 0 && { geo_minus_baro: signed(bitAt(me, 49), (difference - 1) * 25) }),
  } as const
  if (subtype === 1 || subtype === 2) return { ...common, subtype, ...overGround(me, subtype === 2 ? 4 : 1) }
  if (subtype === 3 || subtype === 4) return { ...common, subtype, ...throughAir(me, subtype === 4 ? 4 : 1) }
  return undefined
}

function overGround(me: Uint8Array, scale: number): Pick<GroundSpeed, 'east' | 'north' | 'groundspeed' | 'track'> {
  const [eastwards, northwards] = [bitsAt(me, 15, 10), bitsAt(me, 26, 10)]
  const east = eastwards === 0 ? undefined : signed(bitAt(me, 14), (eastwards - 1) * scale)
  const north = northwards === 0 ? undefined : signed(bitAt(me, 25), (northwards - 1) * scale)
  if (east === undefined || north === undefined) {
    return { ...(east !== undefined && { east }), ...(north !== undefined && { north }) }
  }
  const groundspeed = Math.hypot(east, north)
  if (groundspeed === 0) return { east, north, groundspeed }
  return { east, north, groundspeed, track: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 }
}

function throughAir(me: Uint8Array, scale: number): Pick<Airspeed, 'airspeed' | 'airspeed_type' | 'heading'> {
  const airspeed = bitsAt(me, 26, 10)
  return {
    ...(airspeed > 0 && { airspeed: (airspeed - 1) * scale }),
    airspeed_type: bitAt(me, 25) ? 'TAS' : 'IAS',
    ...(bitAt(me, 14) && { heading: (bitsAt(me, 15, 10) * 360) / 1024 }),
  }
}

/** A zero has no sign. */
const signed = (isNegative: boolean, value: number): number => (isNegative && value !== 0 ? -value : value)

export function putVelocity(me: Uint8Array, velocity: GroundSpeed | Airspeed): void {
  const scale = velocity.subtype % 2 === 0 ? 4 : 1
  putBits(me, 1, 5, 19)
  putBits(me, 6, 3, velocity.subtype)
  putBits(me, 11, 3, velocity.nac_v)
  putBits(me, 36, 1, Number(velocity.vr_source === 'BARO'))
  putSigned(me, 37, 9, velocity.vertical_rate, 64)
  putSigned(me, 49, 7, velocity.geo_minus_baro, 25)
  if (!('airspeed_type' in velocity)) {
    putSigned(me, 14, 10, velocity.east, scale)
    putSigned(me, 25, 10, velocity.north, scale)
    return
  }
  if (velocity.heading !== undefined) putBits(me, 14, 11, 0x400 | (Math.round((velocity.heading * 1024) / 360) & 0x3ff))
  putBits(me, 25, 1, Number(velocity.airspeed_type === 'TAS'))
  if (velocity.airspeed !== undefined) putBits(me, 26, 10, stepsOf(velocity.airspeed, scale, 10))
}

function putSigned(me: Uint8Array, signBit: number, bits: number, value: number | undefined, step: number): void {
  if (value === undefined) return
  putBits(me, signBit, 1, Number(value < 0))
  putBits(me, signBit + 1, bits, stepsOf(Math.abs(value), step, bits))
}

/** Zero says that there is no value, so steps count from one; the last code stands for all that is more. */
const stepsOf = (value: number, step: number, bits: number): number =>
  Math.min(2 ** bits - 1, Math.round(value / step) + 1)
