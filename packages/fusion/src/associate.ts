import type { Plot } from '@csii/model'
import { identityKey, sensorKey, type Key } from './key.ts'
import type { LiveTrack } from './live-track.ts'
import { canHaveReached } from './move.ts'
import type { Roster } from './roster.ts'
import type { Unnumbered } from './unnumbered.ts'

/** The track that a plot belongs to: by the identity that the object states, by its sensor's number, or by its place. */
export function trackFor(plot: Plot, roster: Roster, unnumbered: Unnumbered): LiveTrack {
  const { simulated, receivedAt } = plot
  const identity = plot.claim && identityKey(plot.claim)
  if (identity !== undefined) return roster.trackOf(identity, 'identity', simulated, receivedAt)
  const number = sensorKey(plot)
  if (number !== undefined) return numberedTrack(number, plot, roster)
  return unnumbered.nearest(plot, Math.min(plot.time, receivedAt)) ?? roster.start(simulated, receivedAt)
}

/** The sensor uses a number again for another object when that of before cannot have come here. */
function numberedTrack(number: Key, plot: Plot, roster: Roster): LiveTrack {
  const known = roster.find(number, plot.simulated)
  if (known && !canHaveReached(known, plot, Math.min(plot.time, plot.receivedAt))) roster.drop(known)
  return roster.trackOf(number, 'number', plot.simulated, plot.receivedAt)
}
