import { knotsToMps, type Station, type Timestamp } from '@csii/model'
import type { Aircraft, Movement } from './aircraft.ts'
import type { Airspeed, GroundSpeed } from './velocity.ts'
import type { OperationStatus } from './operation-status.ts'
import type { ModeSMessage } from './message.ts'

/** Keeps what a message says that is needed to understand others. */
export function learn(aircraft: Aircraft, message: ModeSMessage, time: Timestamp): void {
  if (message.df !== 17 && message.df !== 18) return
  // A transponder is on an aircraft; other devices can be on vehicles, and only in the air are they on none.
  const isFlying = message.df === 17 || message.bds === '0,5' || message.bds === '0,9'
  if (isFlying) aircraft.station ??= 'aircraft'
  if (message.bds === '0,8') learnStation(aircraft, stationOf(message.category))
  else if (message.bds === '0,9') aircraft.movement = movementOf(message, aircraft, time)
  else if (message.bds === '6,5') learnStatus(aircraft, message)
  else if (message.bds === '6,2' && message.nac_p !== undefined) {
    aircraft.nac_p = message.nac_p
    // There is no such message in version 0.
    aircraft.version = Math.max(1, aircraft.version)
  }
}

/**
 * * What a category says of its bearer: A and B fly, C1 and C2 drive, and the obstacles C3 to C7 are neither (RTCA
 * DO-260B, § 2.2.3.2.5.2). 0 says nothing.
 */
export function stationOf(category: string): Station | undefined {
  if (category === 'C1' || category === 'C2') return 'vehicle'
  if (/^C[3-7]$/.test(category)) return 'unknown'
  return /^[AB][1-7]$/.test(category) ? 'aircraft' : undefined
}

function learnStation(aircraft: Aircraft, station: Station | undefined): void {
  if (station) aircraft.station = station
}

function movementOf(message: GroundSpeed | Airspeed, aircraft: Aircraft, time: Timestamp): Movement {
  if ('airspeed_type' in message) {
    const isKnown = message.heading !== undefined && aircraft.isHeadingTrue
    return { time, ...(isKnown && { headingDeg: message.heading }) }
  }
  const { groundspeed, track } = message
  return {
    time,
    ...(groundspeed !== undefined && { speed: knotsToMps(groundspeed) }),
    ...(track !== undefined && { courseDeg: track }),
  }
}

function learnStatus(aircraft: Aircraft, status: OperationStatus): void {
  const { version, nac_p: nacP, north, track_is_heading: isTrackHeading } = status
  aircraft.version = version
  if (nacP !== undefined) aircraft.nac_p = nacP
  if (north !== undefined) aircraft.isHeadingTrue = north === 'true'
  if (isTrackHeading !== undefined) aircraft.isTrackHeading = isTrackHeading
}
