import { OCCASIONAL, type HeldClaim } from '@csii/model'
import { dropClaims } from '../claims.ts'
import type { Scene } from '../scene.ts'
import type { Followed, Identity } from '../tracks/followed.ts'
import type { Done, Hands } from './hands.ts'

/** Both are one object: what was heard of the second goes to the first from here on. */
export function merge(hands: Hands, track: Followed, otherId: string): Done | string {
  const { scene, numbers, find } = hands
  const other = find(otherId)
  if (!other) return `There is no track ${otherId} beside ${track.id}.`
  if (other === track) return `${track.id} is one track already.`
  if (track.apartFrom?.has(other.serial)) return `A person holds ${track.id} and ${otherId} apart: undo that first.`
  if (track.isPinned && other.isPinned && track.identity !== other.identity) {
    return `${track.id} and ${otherId} have an identity each, pinned by a person: undo one first.`
  }
  const [own, alien] = [track.claims.slice(), other.claims.slice()]
  const isOtherPinned = other.isPinned && !track.isPinned
  const [kept, lost] = isOtherPinned ? [other.identity, track.identity] : [track.identity, other.identity]
  const moved = kept && lost && kept !== lost ? bind(scene, lost, kept) : undefined
  track.isOccasional ||= OCCASIONAL.has(scene.meansOf(other.contributors[0]?.sensorId ?? ''))
  const passed = numbers.pass(other, track, undefined, true)
  hands.join(track, other, kept ?? lost)

  const tracks = [track]
  return {
    tracks,
    takeBack() {
      numbers.release(passed)
      const merged = tracks[0]!
      if (!lost || !scene.tracks.has(merged)) return
      dropClaims(merged, (held) => isAmong(held, alien) && !isAmong(held, own))
      if (moved) release(scene, lost, moved.filter((each) => each !== merged && each !== other))
      else if (!kept && merged.identity === lost) scene.disown(merged)
    },
  }
}

/** What states the one identity states the other. Gives the tracks that did. */
function bind(scene: Scene, lost: Identity, kept: Identity): Followed[] {
  scene.bind(lost.key, kept.key)
  const moved = [...lost.tracks]
  for (const track of moved) scene.own(track, kept)
  return moved
}

/** The identity is one of its own again. */
function release(scene: Scene, lost: Identity, tracks: readonly Followed[]): void {
  scene.aliases.delete(lost.key)
  for (const track of tracks) if (scene.tracks.has(track)) scene.own(track, scene.identityOf(lost.key))
}

const isAmong = ({ field, value }: HeldClaim, claims: readonly HeldClaim[]): boolean =>
  claims.some((held) => held.field === field && held.value === value)
