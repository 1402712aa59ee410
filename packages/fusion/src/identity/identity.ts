import type { Claim, Timestamp } from '@csii/model'
import type { Key } from '../key.ts'
import type { Followed, Identity } from '../tracks/followed.ts'

/** One that nobody has stated yet. */
export const newIdentity = (key: Key): Identity => ({
  key,
  tracks: [],
  lastAt: -Infinity,
  receivedAt: -Infinity,
  interval: 0,
  delay: 0,
  isClassB: false,
  reports: 0,
  isHeardNear: false,
  lastPosition: undefined,
  movedAt: -Infinity,
})

/** Intervals longer than this say nothing of how often an object reports, s. */
const LONGEST_INTERVAL = 900

/** Takes in when a report came. */
export function hearReport(identity: Identity, time: Timestamp, receivedAt: Timestamp, { station }: Claim): void {
  const gap = (time - identity.lastAt) / 1000
  if (gap > 0.5 && gap < LONGEST_INTERVAL) {
    identity.interval = identity.interval === 0 ? gap : identity.interval + 0.2 * (gap - identity.interval)
  }
  if (station === 'class-b') identity.isClassB = true
  identity.delay = Math.max(receivedAt - time, identity.delay * 0.98)
  identity.reports++
  identity.lastAt = Math.max(identity.lastAt, time)
  identity.receivedAt = Math.max(identity.receivedAt, receivedAt)
}

/** Which of the objects that state one identity said something, as people have decided or else as it was first. */
export function speakerOf({ tracks }: Identity, sensorId: string): Followed | undefined {
  const able = tracks.filter(({ reluctance }) => reluctance?.get(sensorId) !== Infinity)
  return tracks.find(({ isPinned }) => isPinned) ?? able[0] ?? tracks[0]
}
