import { MIXED_COVARIANCE, MIXED_MEAN, UU, VV } from '../motion/layout.ts'
import type { Followed, Identity } from '../tracks/followed.ts'

/** Slower than this it may lie at anchor, m/s. */
const AT_REST = 0.6
/** ITU-R M.1371-5, annex 1, tables 1 and 2: class A under way up to 14 kn, class B under way, both at rest. Seconds. */
const CLASS_A = 10
const CLASS_B = 30
const RESTING = 180

/**
 * How long an object of this identity stays silent between reports at most, seconds: as the standard says for how it
 * moves, and as it has shown.
 */
export function expectedInterval(track: Followed, identity: Identity | undefined): number {
  const nominal = isResting(track) ? RESTING : identity && !identity.isClassB ? CLASS_A : CLASS_B
  return Math.max(nominal, identity ? identity.interval : 0)
}

const isResting = (track: Followed): boolean =>
  leastSpeedOf(track) < AT_REST || (RESTING_STATUS.has(track.claim.navigationStatus) && speedOf(track) < RESTING_DRIFT)

/** What its speed is at least, m/s: a radar alone cannot tell at once whether a boat lies still. */
function leastSpeedOf(track: Followed): number {
  const { body } = track
  if (!body) return 0
  const sigma = Math.sqrt((body.s[MIXED_COVARIANCE + UU]! + body.s[MIXED_COVARIANCE + VV]!) / 2)
  return speedOf(track) - SURE * sigma
}

/** Standard deviations. */
const SURE = 1.5

/** At anchor, moored, aground (ITU-R M.1371-5, table 45). */
export const RESTING_STATUS: ReadonlySet<number | undefined> = new Set([1, 5, 6])
/** Class A reports every 3 minutes at rest up to 3 knots, m/s. */
const RESTING_DRIFT = 1.54

/** As it is believed, m/s; 0 while nobody has said where it is. */
export function speedOf({ body }: Followed): number {
  return body ? Math.hypot(body.s[MIXED_MEAN + 2]!, body.s[MIXED_MEAN + 3]!) : 0
}
