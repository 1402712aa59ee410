import type { Timestamp, Track } from '@csii/model'
import type { LiveTrack } from './live-track.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const UNDER_WAY_KEPT = HOUR
const AT_REST_KEPT = 24 * HOUR
/** A vessel that reports every few hours, what a satellite or a person saw: the watch needs to know of it for a day. */
const OCCASIONAL_KEPT = 24 * HOUR
const AIRCRAFT_KEPT = 5 * MINUTE
/** Some twenty turns of a coastal radar. */
const RADAR_KEPT = 2 * MINUTE
const UNCONFIRMED_KEPT = 30 * SECOND
const CONFLICT_KEPT = HOUR

/** At anchor, moored, aground (ITU-R M.1371-5, table 45). */
const RESTING_STATUS: ReadonlySet<number | undefined> = new Set([1, 5, 6])
/** m/s: a berthed ship's speed by GNSS noise alone stays below half a knot. */
const RESTING_SPEED = 0.25

/**
 * A track that states who it is is forgotten 1 hour after it was last heard, or 24 hours when it is fixed to the ground
 * or lay still, an aircraft after 5 minutes; one that only a scanning sensor sees after 2 minutes, and after 30 seconds
 * when it was not seen often enough to be shown; what is seen only now and then after 24 hours.
 */
export const isForgotten = (track: LiveTrack, now: Timestamp): boolean => now - track.heardAt > keptFor(track)

function keptFor(track: LiveTrack): number {
  if (track.isOccasional) return OCCASIONAL_KEPT
  if (track.tie !== 'identity') return track.isShown ? RADAR_KEPT : UNCONFIRMED_KEPT
  if (track.claim.station === 'aircraft') return AIRCRAFT_KEPT
  return isResting(track) ? AT_REST_KEPT : UNDER_WAY_KEPT
}

/** A conflict marks its track for 1 hour. */
export const isOverConflict = (time: Timestamp, now: Timestamp): boolean => now - time > CONFLICT_KEPT

function isResting({ claim, speed, fix }: Track): boolean {
  if (claim.station === 'base' || claim.station === 'aton') return true
  if (RESTING_STATUS.has(claim.navigationStatus)) return true
  return fix !== undefined && speed !== undefined && speed < RESTING_SPEED
}
