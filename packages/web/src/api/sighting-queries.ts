import type { FiledSighting, FiledSightings, SightingReading, SightingReport } from '@csii/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, send } from './api.ts'

const OFTEN_MS = 5000

/** What the node understands of a report that is being written; `key` is what was written. */
export const useReading = (key: unknown, report: SightingReport | undefined) =>
  useQuery({
    queryKey: ['sighting-reading', key],
    // The node checks what it answers against the schema that the type comes from, here and below.
    queryFn: async ({ signal }) => (await (await send('POST', 'sightings/read', report, signal)).json()) as SightingReading,
    enabled: report !== undefined,
    retry: false,
    refetchOnWindowFocus: false,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** Files a report, and has the list asked for anew. */
export function useFiling() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (report: SightingReport) => (await (await send('POST', 'sightings', report)).json()) as FiledSighting,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sightings'] }),
  })
}

/** The reports of the last day. */
export const useSightings = (enabled: boolean) =>
  useQuery({
    queryKey: ['sightings'],
    queryFn: ({ signal }) => ask<FiledSightings>('sightings', signal),
    enabled,
    refetchInterval: OFTEN_MS,
  })
