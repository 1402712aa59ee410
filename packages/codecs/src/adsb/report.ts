import { knotsToMps, type Claim, type LatLon, type Plot, type Timestamp } from '@csii/model'
import { COARSE_RADIUS, covarianceOf, radiusOf } from './accuracy.ts'
import type { Aircraft } from './aircraft.ts'
import { isCallSign } from './call-sign.ts'
import { locate } from './locate.ts'
import type { ModeSMessage } from './message.ts'
import type { CoarsePosition, CprFields, SurfacePosition } from './position.ts'
import { emergencyOfSquawk, emergencyOfState } from './status.ts'

/** What a plot says beside who saw it when. */
export type Report = Omit<Plot, 'sensorId' | 'time' | 'receivedAt' | 'simulated' | 'claim' | 'sensorTrack'>

export const FOOT = 0.3048

/** A velocity is sent twice a second; after so long it is no longer that of the position. */
const VELOCITY_AGE = 10_000

/** Where a message puts its aircraft, with what is known of its movement; undefined when it does not, or not yet. */
export function reportOf(
  message: ModeSMessage, aircraft: Aircraft, time: Timestamp, receiver: LatLon | undefined,
): Report | undefined {
  if (message.df !== 17 && message.df !== 18) return undefined
  const { bds } = message
  if (bds === '0,5') {
    if (message.cpr_format === undefined) return undefined
    const position = positionOf(message, aircraft, false, time, receiver)
    const { altitude } = message
    if (!position) return undefined
    const report = moving(position, radiusOf(message.typecode, aircraft), movementAt(aircraft, time))
    return altitude === undefined ? report : { ...report, altitude: altitude * FOOT }
  }
  if (bds === '0,6') {
    const position = positionOf(message, aircraft, true, time, receiver)
    return position && moving(position, radiusOf(message.typecode, aircraft), movementOnGround(message, aircraft))
  }
  return bds === 'coarse' ? coarseReport(message, aircraft, time, receiver) : undefined
}

function positionOf(
  fields: Partial<CprFields>, aircraft: Aircraft, isOnGround: boolean, time: Timestamp, receiver: LatLon | undefined,
): LatLon | undefined {
  const { cpr_format: format, cpr_lat: lat = 0, cpr_lon: lon = 0 } = fields
  return locate(aircraft, { isOdd: format === 'odd', lat, lon }, isOnGround, time, receiver)
}

type Moving = Pick<Plot, 'speed' | 'courseDeg' | 'headingDeg'>

const moving = (position: LatLon, radius: number, movement: Moving): Report => ({
  position, covariance: covarianceOf(radius, movement.speed, movement.courseDeg), ...movement,
})

/** The movement that was last heard, unless that is too long ago. */
export function movementAt({ movement }: Aircraft, time: Timestamp): Moving {
  if (!movement || Math.abs(time - movement.time) > VELOCITY_AGE) return {}
  const { time: _, ...parts } = movement
  return parts
}

function movementOnGround({ groundspeed, track }: SurfacePosition, aircraft: Aircraft): Moving {
  const speed = groundspeed === undefined ? {} : { speed: knotsToMps(groundspeed) }
  if (track === undefined) return speed
  if (!aircraft.isTrackHeading) return { ...speed, courseDeg: track }
  return aircraft.isHeadingTrue ? { ...speed, headingDeg: track } : speed
}

function coarseReport(
  message: CoarsePosition, aircraft: Aircraft, time: Timestamp, receiver: LatLon | undefined,
): Report | undefined {
  const position = positionOf(message, aircraft, false, time, receiver)
  const { altitude, groundspeed, track } = message
  if (!position) return undefined
  return {
    ...moving(position, COARSE_RADIUS, {
      ...(groundspeed !== undefined && { speed: knotsToMps(groundspeed) }),
      ...(track !== undefined && { courseDeg: track }),
    }),
    ...(altitude !== undefined && { altitude: altitude * FOOT }),
  }
}

/** What a message says of its sender's identity and condition. */
export function claimOf(message: ModeSMessage, { station }: Aircraft): Claim {
  const isOther = 'address_is_other' in message
  return {
    ...(!isOther && { icaoAddress: message.icao }),
    ...(station && { station }),
    ...('callsign' in message && isCallSign(message.callsign) && { callSign: message.callsign }),
    ...squawkClaim(
      'squawk' in message ? message.squawk : undefined,
      'emergency_state' in message ? message.emergency_state : undefined,
    ),
  }
}

/** 0000 is what a transponder sends that was given no code, and not one of an aircraft's own. */
export function squawkClaim(squawk: string | undefined, state?: number): Claim {
  const emergency = emergencyOfState(state) ?? emergencyOfSquawk(squawk)
  return { ...(squawk !== undefined && squawk !== '0000' && { squawk }), ...(emergency && { emergency }) }
}
