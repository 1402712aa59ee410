import type { Timestamp } from '@csii/model'
import type { Scene } from './scene.ts'
import type { Followed } from './tracks/followed.ts'

/**
 * Our own clock was ahead and has been set: what it dated later than now is dated now, at most. Else nothing that is
 * heard from here on could move the track or age it until the clock comes by that time again.
 */
export function setBack(track: Followed, now: Timestamp): void {
  const past = <Dated extends { readonly time: Timestamp }>(dated: Dated): Dated =>
    dated.time > now ? { ...dated, time: now } : dated

  track.heardAt = Math.min(track.heardAt, now)
  track.firstAt = Math.min(track.firstAt, now)
  track.lastEchoAt = Math.min(track.lastEchoAt, now)
  track.lastReportAt = Math.min(track.lastReportAt, now)
  if (track.lastReport) track.lastReport.time = Math.min(track.lastReport.time, now)
  for (const look of track.looks) {
    look.lastAt = Math.min(look.lastAt, now)
    look.seenAt = Math.min(look.seenAt, now)
  }
  track.gridAt = Math.min(track.gridAt, now)
  track.body?.setBack(now)
  track.claims.forEach((held, at) => (track.claims[at] = past(held)))
  track.conflicts = track.conflicts.map(past)
  for (const one of track.contributors) one.lastAt = Math.min(one.lastAt, now)
}

/** What was heard when, of identities and of sensors, the same. */
export function setSceneBack({ identities, scanners }: Scene, now: Timestamp): void {
  for (const identity of identities.values()) {
    identity.lastAt = Math.min(identity.lastAt, now)
    identity.receivedAt = Math.min(identity.receivedAt, now)
    identity.movedAt = Math.min(identity.movedAt, now)
  }
  for (const scanner of scanners.values()) scanner.setBack(now)
}
