import type { PositionCovariance, Timestamp, Track } from '@csii/model'

/** What an object that states no speed may be doing, m/s: a common ship, 10 kn. */
const UNSTATED_SPEED = 5

/** One standard deviation of a position, metres: the root mean square of its two axes. */
export const sigmaOf = ({ ee, nn }: PositionCovariance): number => Math.sqrt((ee + nn) / 2)

/**
 * How far from its fix the object may be by now, one standard deviation in metres: the error of the fix, and the way
 * it can have gone since at the speed it stated. Undefined while nobody has said where it is.
 */
export function sigmaAt(track: Track, now: Timestamp): number | undefined {
  const { fix, speed = UNSTATED_SPEED } = track
  if (!fix) return undefined
  const gone = (speed * Math.max(0, now - fix.time)) / 1000
  return Math.sqrt(sigmaOf(fix.covariance) ** 2 + gone * gone)
}
