import type { Decision, Judgement } from '@csii/model'
import type { Followed } from '../tracks/followed.ts'
import type { Done, Hands } from './hands.ts'
import { merge } from './merge.ts'
import { pin } from './pin.ts'
import { split } from './split.ts'

/** What people decided about the tracks of one world, as long as it stands. */
export class Decisions {
  readonly #hands: Hands
  readonly #standing = new Map<string, { readonly judgement: Judgement; readonly done: Done }>()

  constructor(hands: Hands) {
    this.#hands = hands
  }

  /** A sentence that says why, when it cannot be carried out. */
  decide(judgement: Judgement): string | undefined {
    if (this.#standing.has(judgement.id)) return `Decision ${judgement.id} stands already.`
    const done = carryOut(this.#hands, judgement.decision)
    if (typeof done === 'string') return done
    this.#standing.set(judgement.id, { judgement, done })
    for (const track of done.tracks) this.#hands.scene.touch(track)
    return undefined
  }

  /** False when none of this name stands. */
  undo(id: string): boolean {
    const entry = this.#standing.get(id)
    if (!entry) return false
    this.#standing.delete(id)
    entry.done.takeBack()
    for (const track of entry.done.tracks) this.#hands.scene.touch(track)
    return true
  }

  /** Those that a track is as it is for, newest first. */
  about(track: Followed): Judgement[] {
    const entries = [...this.#standing.values()].filter(({ done }) => done.tracks.includes(track))
    return entries.map(({ judgement }) => judgement).toReversed()
  }

  /** What was decided of a track that is gone into another is decided of that. */
  joined(kept: Followed, gone: Followed): void {
    for (const { done } of this.#standing.values()) {
      const at = done.tracks.indexOf(gone)
      if (at < 0) continue
      done.tracks[at] = kept
      for (const other of done.tracks) if (other.apartFrom?.delete(gone.serial)) other.apartFrom.add(kept.serial)
    }
  }
}

function carryOut(hands: Hands, decision: Decision): Done | string {
  const track = hands.find(decision.trackId)
  if (!track) return `There is no track ${decision.trackId}.`
  switch (decision.kind) {
    case 'split':
      return split(hands, track, decision.sensorId)
    case 'merge':
      return merge(hands, track, decision.otherId)
    case 'pin':
      return pin(hands, track, decision.identity)
  }
}
