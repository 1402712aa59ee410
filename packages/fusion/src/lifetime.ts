import type { Timestamp } from '@csii/model'
import { RESTING_STATUS, speedOf } from './identity/expected.ts'
import { isFixed } from './identity/station.ts'
import { MIXED_COVARIANCE, UU } from './motion/layout.ts'
import type { Followed } from './tracks/followed.ts'

/** Milliseconds. */
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
/** However slowly its sensor turns. */
const TURNS_KEPT = 2.5
const CONFLICT_KEPT = HOUR

/** m/s: a berthed ship's speed by GNSS noise alone stays below half a knot. */
const RESTING_SPEED = 0.25
/** (m/s)²: one plot alone says nothing of speed. */
const KNOWN_SPEED_VARIANCE = 9

/**
 * A track that states who it is is forgotten 1 hour after it was last heard, or 24 hours when it is fixed to the ground
 * or lay still, an aircraft after 5 minutes; one that only a scanning sensor sees after 2 minutes, and after 30 seconds
 * when it was not seen often enough to be shown; what is seen only now and then after 24 hours.
 */
export const isForgotten = (track: Followed, now: Timestamp): boolean => now - track.heardAt > keptFor(track)

function keptFor(track: Followed): number {
  if (track.isOccasional) return OCCASIONAL_KEPT
  if (!track.identity) return Math.max(track.isConfirmed ? RADAR_KEPT : UNCONFIRMED_KEPT, TURNS_KEPT * slowestTurn(track))
  if (track.isAirborne) return AIRCRAFT_KEPT
  return isResting(track) ? AT_REST_KEPT : UNDER_WAY_KEPT
}

const slowestTurn = ({ looks }: Followed): number =>
  looks.reduce((slowest, { scanner, seenAt }) => (seenAt > -Infinity ? Math.max(slowest, scanner.period) : slowest), 0)

/** A conflict marks its track for 1 hour. */
export const isOverConflict = (time: Timestamp, now: Timestamp): boolean => now - time > CONFLICT_KEPT

/** A track of sensors that look around is gone when it has become unlikely that anything is there. */
export function isGone(track: Followed): boolean {
  if (track.identity || !track.body) return false
  if (track.isConfirmed) return track.existence < LEAST_EXISTENCE
  const misses = track.looks.reduce((least, look) =>
    Math.min(least, look.seenAt === -Infinity ? least : look.misses), Infinity)
  return track.fixes === 1 ? misses >= 2 : misses >= 3 || track.existence < LEAST_TENTATIVE
}

/** What was shown goes when it is as unlikely as this; what was not, when it is as good as nothing. */
const LEAST_EXISTENCE = 0.05
const LEAST_TENTATIVE = 1e-4

function isResting(track: Followed): boolean {
  const { claim, body } = track
  if (isFixed(claim) || RESTING_STATUS.has(claim.navigationStatus)) return true
  return body !== undefined && speedOf(track) < RESTING_SPEED && body.s[MIXED_COVARIANCE + UU]! < KNOWN_SPEED_VARIANCE
}
