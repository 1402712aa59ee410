import type { Timestamp } from '@csii/model'
import type { LiveTrack } from './live-track.ts'

/**
 * Our own clock was ahead and has been set: what it dated later than now is dated now, at most. Else nothing that is
 * heard from here on could move the track or age it until the clock comes by that time again.
 */
export function setBack(track: LiveTrack, now: Timestamp): void {
  const past = <Dated extends { readonly time: Timestamp }>(dated: Dated): Dated =>
    dated.time > now ? { ...dated, time: now } : dated

  track.heardAt = Math.min(track.heardAt, now)
  track.fix = track.fix && past(track.fix)
  track.elsewhere = track.elsewhere && past(track.elsewhere)
  track.claims.forEach((held, at) => (track.claims[at] = past(held)))
  track.conflicts = track.conflicts.map(past)
  track.contributors = track.contributors.map((one) => ({ ...one, lastAt: Math.min(one.lastAt, now) }))
}
