import type { Timestamp, Track } from '@csii/model'

const HOUR = 3_600_000
const UNDER_WAY_KEPT = HOUR
const AT_REST_KEPT = 24 * HOUR
const CONFLICT_KEPT = HOUR

/** At anchor, moored, aground (ITU-R M.1371-5, table 45). */
const RESTING_STATUS: ReadonlySet<number | undefined> = new Set([1, 5, 6])
/** m/s: a berthed ship's speed by GNSS noise alone stays below half a knot. */
const RESTING_SPEED = 0.25

/** A track is forgotten 1 hour after it was last heard, or 24 hours when it is fixed to the ground or lay still. */
export const isForgotten = (track: Track, now: Timestamp): boolean =>
  now - track.heardAt > (isResting(track) ? AT_REST_KEPT : UNDER_WAY_KEPT)

/** A conflict marks its track for 1 hour. */
export const isOverConflict = (time: Timestamp, now: Timestamp): boolean => now - time > CONFLICT_KEPT

function isResting({ claim, speed, fix }: Track): boolean {
  if (claim.station === 'base' || claim.station === 'aton') return true
  if (RESTING_STATUS.has(claim.navigationStatus)) return true
  return fix !== undefined && speed !== undefined && speed < RESTING_SPEED
}
