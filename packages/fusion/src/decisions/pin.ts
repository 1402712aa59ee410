import type { HeldClaim } from '@csii/model'
import { dropClaims, holdClaim } from '../claims.ts'
import type { Key } from '../key.ts'
import type { Scene } from '../scene.ts'
import type { Followed, Identity } from '../tracks/followed.ts'
import type { Done, Hands } from './hands.ts'

/** The identity belongs to this track, whatever the evidence: it keeps it, and others that state it are in conflict. */
export function pin({ scene }: Hands, track: Followed, text: string): Done | string {
  const key = keyOf(text)
  const identity = scene.identities.get(scene.aliases.get(key) ?? key)
  if (!identity) return `Nothing that is followed states the identity ${text}.`
  const holder = identity.tracks.find((other) => other.isPinned && other !== track)
  if (holder) return `${text} is pinned to ${holder.id}: undo that first.`
  if (track.isPinned && track.identity !== identity) {
    return `${track.id} has another identity, pinned by a person: undo that first.`
  }

  const before = track.identity
  const wasPinned = track.isPinned
  const decidedAt = track.lastReportAt
  const words = track.claims.slice()
  if (before !== identity) give(scene, track, identity)
  track.isPinned = true
  const tracks = [track]
  return {
    tracks,
    takeBack() {
      const pinned = tracks[0]!
      pinned.isPinned = wasPinned
      const isEarned = before === identity || pinned.lastReportAt > decidedAt
      if (!isEarned && scene.tracks.has(pinned) && pinned.identity === identity) takeAway(scene, pinned, before, words)
    },
  }
}

/** As identities are named to people: an MMSI is digits alone. */
const keyOf = (text: string): Key => (/^\d+$/.test(text) ? Number(text) : text)

/** With what was heard of it: what the track said before was said by another. */
function give(scene: Scene, track: Followed, identity: Identity): void {
  dropClaims(track, () => true)
  for (const { claims } of identity.tracks) hold(track, claims)
  scene.own(track, identity)
}

/** Nothing but the person's word gave it the identity: it has what it had before. */
function takeAway(scene: Scene, track: Followed, before: Identity | undefined, words: readonly HeldClaim[]): void {
  dropClaims(track, () => true)
  hold(track, words)
  scene.disown(track)
  if (before) scene.own(track, scene.identityOf(before.key))
}

function hold(track: Followed, claims: readonly HeldClaim[]): void {
  for (const { field, value, sensorId, time } of claims) holdClaim(track, { [field]: value }, sensorId, time)
}
