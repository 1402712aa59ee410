import type { Timestamp } from '@csii/model'
import type { Followed } from './tracks/followed.ts'

/**
 * Our own clock was ahead and has been set: what it dated later than now is dated now, at most. Else nothing that is
 * heard from here on could move the track or age it until the clock comes by that time again.
 */
export function setBack(track: Followed, now: Timestamp): void {
  const past = <Dated extends { readonly time: Timestamp }>(dated: Dated): Dated =>
    dated.time > now ? { ...dated, time: now } : dated

  track.heardAt = Math.min(track.heardAt, now)
  track.claims.forEach((held, at) => (track.claims[at] = past(held)))
  track.conflicts = track.conflicts.map(past)
  for (const one of track.contributors) one.lastAt = Math.min(one.lastAt, now)
}
