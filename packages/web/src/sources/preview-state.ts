import type { PreviewLine } from '@csii/contract'

type Of<Key extends string> = Extract<PreviewLine, Record<Key, unknown>>
export type Observation = (Of<'plot'> | Of<'statement'> | Of<'measurement'>) & { readonly number: number }
export type Refused = Of<'problem'> & { readonly number: number }

/** What a person sees of a source that is being tested. */
export interface PreviewState {
  /** `refused`: the node would not begin. */
  readonly phase: 'idle' | 'running' | 'ended' | 'refused'
  /** Of the connection. */
  readonly connection?: Of<'state'>
  /** As recognised. */
  readonly kind?: string
  readonly counts?: Of<'counts'>['counts']
  /** What could be set of the source, as it seems to be right. */
  readonly proposal?: Of<'proposal'>['proposal']
  /** Newest first. */
  readonly observations: readonly Observation[]
  readonly problems: readonly Refused[]
  /** Why the node would not begin, or that it did not answer. */
  readonly why?: string
  /** Lines so far: gives each a number of its own. */
  readonly lines: number
}

export const NO_PREVIEW: PreviewState = { phase: 'idle', observations: [], problems: [], lines: 0 }
export const BEGUN: PreviewState = { ...NO_PREVIEW, phase: 'running' }

const OBSERVATIONS = 12
const PROBLEMS = 5

export function previewAfter(before: PreviewState, line: PreviewLine): PreviewState {
  const state = { ...before, lines: before.lines + 1 }
  const number = state.lines
  if ('state' in line) return { ...state, connection: line }
  if ('kind' in line) return { ...state, kind: line.kind, problems: [] }
  if ('proposal' in line) return { ...state, proposal: line.proposal }
  if ('counts' in line) return { ...state, counts: line.counts }
  if ('problem' in line) return { ...state, problems: [{ ...line, number }, ...state.problems].slice(0, PROBLEMS) }
  return { ...state, observations: [{ ...line, number }, ...state.observations].slice(0, OBSERVATIONS) }
}
