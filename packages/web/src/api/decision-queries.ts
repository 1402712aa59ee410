import type { DecisionList, NewDecision } from '@csii/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, send } from './api.ts'

const OFTEN_MS = 5000

/** The last decisions of people about tracks, newest first. */
export const useDecisions = () =>
  useQuery({
    queryKey: ['decisions'],
    queryFn: ({ signal }) => ask<DecisionList>('decisions', signal),
    refetchInterval: OFTEN_MS,
  })

export type DecisionChange =
  | { readonly kind: 'decide'; readonly decision: NewDecision }
  | { readonly kind: 'undo'; readonly id: string; readonly by: string }

/** Decides or takes back, and has all asked for anew that may have changed by it. */
export function useDecisionChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: DecisionChange) =>
      change.kind === 'decide'
        ? send('POST', 'decisions', change.decision)
        : send('DELETE', `decisions/${encodeURIComponent(change.id)}?${new URLSearchParams({ by: change.by })}`),
    onSettled: () =>
      Promise.all(['decisions', 'track', 'explanation'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
