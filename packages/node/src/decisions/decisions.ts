import type { DecisionList, DecisionView, NewDecision } from '@csii/contract'
import type { Decision, Track } from '@csii/model'
import { refusal } from '../platform/errors.ts'
import { createTurn } from '../platform/in-turn.ts'
import { decisionOf, judgementOf } from './judgement.ts'
import { createPinKeeper, isOpen, type PinPorts } from './pin-keeper.ts'

/** What people decide about tracks: carried out by the tracker, kept with who and when, and taken back. */
export interface Decisions {
  decide(decision: NewDecision): Promise<DecisionView>
  undo(id: string, by?: string): Promise<void>
  list(): Promise<DecisionList>
  /** Takes up what was decided in the run before, and again and again what waits for its identity. */
  resume(): Promise<void>
  stop(): Promise<void>
}

export interface DecisionPorts extends Omit<PinPorts, 'inTurn'> {
  readonly describe: (trackId: string) => Promise<Track | undefined>
  readonly undo: (judgementId: string) => Promise<boolean>
}

/** Of those that stand no more. */
const MOST_KEPT = 1000
/** More than a watch can keep in mind, and nobody slows the tracker by asking. */
export const MOST_STANDING = 500
const NOBODY = 'console'

export function createDecisions({ store, describe, liveTracks, clock, everyMs, ...tracker }: DecisionPorts): Decisions {
  const inTurn = createTurn()
  const pins = createPinKeeper({ store, liveTracks, decide: tracker.decide, clock, inTurn, ...(everyMs !== undefined && { everyMs }) })
  const standing = async () => (await store.all()).filter(isOpen)

  async function find(trackId: string): Promise<Track> {
    const track = await describe(trackId)
    if (!track) throw refusal('TRACK_NOT_FOUND', `There is no track ${trackId}. /api/tracks lists them.`)
    return track
  }

  async function check(decision: Decision): Promise<void> {
    const track = await find(decision.trackId)
    if (decision.kind === 'merge') refuseUnlike(track, await find(decision.otherId))
    if (decision.kind === 'split') refuseWithout(track, decision.sensorId)
  }

  async function decide(asked: NewDecision): Promise<DecisionView> {
    const decision = decisionOf(asked)
    await check(decision)
    if ((await standing()).length >= MOST_STANDING) {
      throw refusal('DECISION_LIMIT', `${MOST_STANDING} decisions stand. Undo some that are over first.`)
    }
    const at = clock()
    const entry = await store.add((id) => ({ id, ...decision, by: nameOf(asked.by), at, state: 'standing' }))
    const refused = await tracker.decide(judgementOf(entry)).catch(async (error: unknown) => {
      await store.remove(entry.id)
      throw error
    })
    if (refused !== undefined) {
      await store.remove(entry.id)
      throw refusal('DECISION_REFUSED', refused)
    }
    await store.keepNewest(MOST_KEPT)
    return entry
  }

  async function undo(id: string, by?: string): Promise<void> {
    const entry = (await standing()).find((candidate) => candidate.id === id)
    if (!entry) throw refusal('DECISION_NOT_FOUND', `No decision ${id} stands. /api/decisions lists them.`)
    // Where the tracker has forgotten what it was about, nothing is left to take back.
    await tracker.undo(id)
    await store.change({ ...entry, state: 'undone', endedAt: clock(), endedBy: nameOf(by) })
  }

  return {
    decide: (asked) => inTurn(() => decide(asked)),
    undo: (id, by) => inTurn(() => undo(id, by)),
    list: async () => ({ decisions: [...(await store.all())] }),
    resume: () => pins.resume(),
    stop: () => pins.stop(),
  }
}

const nameOf = (by = ''): string => by.trim() || NOBODY

function refuseUnlike(track: Track, other: Track): void {
  if (track.id === other.id) throw refusal('DECISION_REFUSED', `${track.id} is one track already. Choose another to merge it with.`)
  if (track.simulated === other.simulated) return
  throw refusal('DECISION_REFUSED', `One of ${track.id} and ${other.id} is simulated. An exercise and the real world stay apart.`)
}

function refuseWithout({ id, contributors }: Track, sensorId: string): void {
  const names = contributors.map((contributor) => contributor.sensorId)
  if (!names.includes(sensorId)) {
    throw refusal('DECISION_REFUSED', `${sensorId} adds nothing to ${id}. It is made of ${names.join(', ') || 'nothing yet'}.`)
  }
  if (names.length === 1) throw refusal('DECISION_REFUSED', `${id} is made of ${sensorId} alone: there is nothing to split off.`)
}
