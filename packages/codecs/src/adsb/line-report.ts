import { knotsToMps, type Claim, type Timestamp } from '@csii/model'
import { covarianceOf, UNSTATED_RADIUS } from './accuracy.ts'
import type { Aircraft } from './aircraft.ts'
import { isCallSign } from './call-sign.ts'
import { FOOT, movementAt, squawkClaim, type Report } from './report.ts'
import { positionOfLine, type SbsMessage } from './sbs.ts'

/** Keeps the movement that a line states, for the positions that follow, and that what flies is an aircraft. */
export function learnLine(aircraft: Aircraft, line: SbsMessage, time: Timestamp): void {
  const { groundspeed, track } = line
  if (line.transmission === 3 || line.transmission === 4) aircraft.station ??= 'aircraft'
  if (groundspeed === undefined && track === undefined) return
  aircraft.movement = {
    time,
    ...(groundspeed !== undefined && { speed: knotsToMps(groundspeed) }),
    ...(track !== undefined && { courseDeg: (track + 360) % 360 }),
  }
}

/** Where a line puts its aircraft, with the movement of the last line that stated one. */
export function lineReport(line: SbsMessage, aircraft: Aircraft, time: Timestamp): Report | undefined {
  const position = positionOfLine(line)
  if (!position) return undefined
  const movement = movementAt(aircraft, time)
  return {
    position,
    covariance: covarianceOf(UNSTATED_RADIUS, movement.speed, movement.courseDeg),
    ...movement,
    ...(line.altitude !== undefined && !line.on_ground && { altitude: line.altitude * FOOT }),
  }
}

export function lineClaim(line: SbsMessage, { station }: Aircraft): Claim {
  const { icao, callsign, squawk } = line
  const { emergency = line.emergency ? 'general' : undefined, ...code } = squawkClaim(squawk)
  return {
    ...(icao !== undefined && !line.address_is_other && { icaoAddress: icao }),
    ...(station && { station }),
    ...(callsign !== undefined && isCallSign(callsign) && { callSign: callsign }),
    ...code,
    ...(emergency && { emergency }),
  }
}
