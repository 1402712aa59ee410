import type { DecisionView } from '@csii/contract'
import { formatUtc } from '../text/format.ts'
import type { Text } from '../text/use-text.tsx'

/** What was decided. */
export function decisionInWords({ kind, trackId, sensorId = '', otherId = '', identity = '' }: DecisionView, text: Text): string {
  if (kind === 'split') return text('decision.split', { sensor: sensorId, track: trackId })
  if (kind === 'merge') return text('decision.merge', { track: trackId, other: otherId })
  return text('decision.pin', { identity, track: trackId })
}

/** By whom, and when. */
export const provenanceInWords = ({ by, at }: DecisionView): string => `${by}, ${formatUtc(at).slice(0, 5)} UTC`

/** Whether a decision that stands is about a track. */
export const isAbout = ({ state, trackId, otherId }: DecisionView, id: string): boolean =>
  state === 'standing' && (trackId === id || otherId === id)
