import { distanceBetween } from '@csii/geo'
import type { LatLon, Means, Plot, PositionCovariance, Timestamp, Track } from '@csii/model'
import type { Elsewhere, LiveTrack } from './live-track.ts'
import { sigmaOf } from './sigma.ts'

/** Nothing afloat exceeds 60 m/s (117 kn), nor an aircraft 350 m/s. */
const SURFACE_LIMIT = 60
const AIRCRAFT_LIMIT = 350

/** AIS times are whole seconds, and transponders disagree by another. */
const TIME_SLACK_S = 2
const SIGMAS = 3

/** Conflicts kept for each sensor, the newest. */
export const CONFLICTS_KEPT = 8

/** So many reports in a row make another place believable, */
const REPORTS_TO_PERSIST = 3
/** once nothing was heard from the old place for longer than a ship under way stays silent, */
const SILENCE_UNDER_WAY = 2 * 60_000
/** or one that lies still (3 minutes at anchor: ITU-R M.1371-5, annex 1, table 1). */
const SILENCE_AT_REST = 10 * 60_000
const AT_REST = 1

/**
 * Moves the track to where a plot says it is. A plot that is older than the fix does not move it back. One that the
 * track could not have reached is kept as a conflict and does not move it either, unless the other place persists:
 * three reports in a row that agree with one another, and none from the old place for 2 minutes under way or
 * 10 minutes at rest. A fix that no second report ever confirmed gives way to the three alone: it may have been the
 * wrong one. True when the track took the plot for its own.
 */
export function move(track: LiveTrack, plot: Plot, means: Means, time: Timestamp): boolean {
  const { fix } = track
  if (!fix) return settle(track, plot, means, time, 1)
  const distance = distanceBetween(fix.position, plot.position)
  const limit = speedLimit(track, plot)
  if (isReachable(distance, time - fix.time, limit, sigmaOf(fix.covariance) + sigmaOf(plot.covariance))) {
    track.elsewhere = undefined
    if (time >= fix.time) settle(track, plot, means, time, track.fixes + 1)
    return true
  }
  keepConflict(track, plot, time, distance / Math.max(1, Math.abs(time - fix.time) / 1000))
  if (time < fix.time) return false
  track.elsewhere = heardElsewhere(track.elsewhere, plot, time, limit)
  return hasPersisted(track, track.elsewhere) && settle(track, plot, means, time, track.elsewhere.reports)
}

/** Whether the object that the track follows can have come to where the plot is. */
export function canHaveReached(track: LiveTrack, plot: Plot, time: Timestamp): boolean {
  const { fix } = track
  if (!fix) return true
  const sigmas = sigmaOf(fix.covariance) + sigmaOf(plot.covariance)
  return isReachable(distanceBetween(fix.position, plot.position), time - fix.time, speedLimit(track, plot), sigmas)
}

function settle(track: LiveTrack, plot: Plot, means: Means, time: Timestamp, fixes: number): true {
  track.fix = { time, position: plot.position, covariance: plot.covariance, means }
  track.speed = plot.speed
  track.courseDeg = plot.courseDeg
  track.headingDeg = plot.headingDeg
  track.altitude = plot.altitude
  track.fixes = fixes
  track.elsewhere = undefined
  return true
}

function isReachable(distance: number, elapsed: number, limit: number, sigmas: number): boolean {
  return distance <= limit * (Math.abs(elapsed) / 1000 + TIME_SLACK_S) + SIGMAS * sigmas
}

function speedLimit(track: Track, plot: Plot): number {
  if (plot.altitude !== undefined) return AIRCRAFT_LIMIT
  const station = plot.claim?.station ?? track.claim.station
  return station === 'sar-aircraft' || station === 'aircraft' ? AIRCRAFT_LIMIT : SURFACE_LIMIT
}

function keepConflict(track: LiveTrack, plot: Plot, time: Timestamp, impliedSpeed: number): void {
  const { sensorId, position } = plot
  const own = track.conflicts.filter((conflict) => conflict.sensorId === sensorId)
  const oldest = own.length >= CONFLICTS_KEPT ? own[0] : undefined
  track.conflicts = [
    ...track.conflicts.filter((conflict) => conflict !== oldest),
    { sensorId, time, position, impliedSpeed },
  ]
}

function heardElsewhere(before: Elsewhere | undefined, plot: Plot, time: Timestamp, limit: number): Elsewhere {
  const { position, covariance } = plot
  const agrees = before && couldBeOne(before.position, position, time - before.time, limit, covariance)
  return { position, time, reports: agrees ? before.reports + 1 : 1 }
}

const couldBeOne = (a: LatLon, b: LatLon, elapsed: number, limit: number, covariance: PositionCovariance): boolean =>
  isReachable(distanceBetween(a, b), elapsed, limit, 2 * sigmaOf(covariance))

function hasPersisted(track: LiveTrack, { reports, time }: Elsewhere): boolean {
  if (reports < REPORTS_TO_PERSIST) return false
  if (track.fixes <= 1) return true
  const isAtRest = track.speed !== undefined && track.speed < AT_REST
  return time - track.fix!.time >= (isAtRest ? SILENCE_AT_REST : SILENCE_UNDER_WAY)
}
