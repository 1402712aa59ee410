import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { ask, send } from './api.ts'
import type { ActivityView, HistoryView, SearchAnswer, SearchRequest } from './history-views.ts'

/** What the node remembers, and from when to when. */
export const useHistory = (enabled: boolean) =>
  useQuery({
    queryKey: ['history'],
    queryFn: ({ signal }) => ask<HistoryView>('history', signal),
    enabled,
    refetchInterval: 5000,
    retry: false,
  })

export interface ActivityAsked {
  readonly from: number
  readonly to: number
  readonly bins: number
  readonly exercise: boolean
}

/** How much was heard when, and what was remarkable. */
export const useActivity = ({ from, to, bins, exercise }: ActivityAsked) =>
  useQuery({
    queryKey: ['activity', from, to, bins, exercise],
    queryFn: ({ signal }) =>
      ask<ActivityView>(
        `history/activity?${new URLSearchParams({ from: String(from), to: String(to), bins: String(bins), exercise: String(exercise) })}`,
        signal,
      ),
    refetchInterval: 30_000,
    retry: false,
    placeholderData: keepPreviousData,
  })

/** Who was where when. */
export const useHistorySearch = () =>
  useMutation({
    // The node checks its answers against the schema that the type comes from.
    mutationFn: async (request: SearchRequest) => (await (await send('POST', 'history/search', request)).json()) as SearchAnswer,
  })
