import type { DecisionView, NewDecision } from '@csii/contract'
import type { Decision, Judgement } from '@csii/model'
import { refusal } from '../platform/errors.ts'

/** A decision as the tracker takes it. */
export const judgementOf = (entry: DecisionView): Judgement => ({ id: entry.id, by: entry.by, at: entry.at, decision: decisionOf(entry) })

/** Each kind has one thing of its own beside the track. */
export function decisionOf({ kind, trackId, sensorId, otherId, identity }: NewDecision): Decision {
  if (kind === 'split' && sensorId !== undefined && otherId === undefined && identity === undefined) return { kind, trackId, sensorId }
  if (kind === 'merge' && otherId !== undefined && sensorId === undefined && identity === undefined) return { kind, trackId, otherId }
  if (kind === 'pin' && identity !== undefined && sensorId === undefined && otherId === undefined) return { kind, trackId, identity }
  const own = { split: 'sensorId', merge: 'otherId', pin: 'identity' }[kind]
  throw refusal('DECISION_INVALID', `A ${kind} is told by trackId and ${own}, and by nothing else but by.`)
}
