import type {
  CoverageView, ExplanationView, HealthView, Inspection, Problem, RadarImage, RegistrationList, SensorAlert, SensorKinds, SourceView,
  TrackDetail, TrackList,
} from '@csii/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

const OFTEN_MS = 2000
const SELDOM_MS = 15_000
const SEARCH_LIMIT = 50

/** An answer that was not 2xx. */
export class Refusal extends Error {
  readonly status: number
  /** What the node says must be mended, in one sentence. */
  readonly detail: string | undefined
  /** One of docs/errors.md. */
  readonly code: string | undefined
  constructor(status: number, detail?: string, code?: string) {
    super(detail ?? `The node answered ${status}`)
    this.status = status
    this.detail = detail
    this.code = code
  }
}

/** Asks our own node, which checks every answer against the schema that `T` comes from: the type is its word. */
export async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/${path}`, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Refusal(answer.status)
  return (await answer.json()) as T
}

/** Asks for a change, and throws a `Refusal` with the node's own sentence. */
export async function send(
  method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, signal?: AbortSignal,
): Promise<Response> {
  const answer = await fetch(`/api/${path}`, {
    method,
    ...(signal && { signal }),
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (answer.ok) return answer
  // Every refusal of the node is a problem document; what stands between us and it may answer otherwise.
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>
  throw new Refusal(answer.status, problem.detail, problem.code)
}

export const useHealth = () =>
  useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => ask<HealthView>('health', signal),
    refetchInterval: SELDOM_MS,
  })

export const useTrack = (id: string | undefined) =>
  useQuery({
    queryKey: ['track', id],
    queryFn: ({ signal }) => ask<TrackDetail>(`tracks/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== undefined,
    refetchInterval: OFTEN_MS,
    retry: false,
  })

/** Why a track is as it is. */
export const useExplanation = (id: string | undefined) =>
  useQuery({
    queryKey: ['explanation', id],
    queryFn: ({ signal }) => ask<ExplanationView>(`tracks/${encodeURIComponent(id ?? '')}/explanation`, signal),
    enabled: id !== undefined,
    refetchInterval: OFTEN_MS,
    retry: false,
  })

/** How each radar is set up, as vessels show that it and AIS both see. */
export const useRegistrations = () =>
  useQuery({
    queryKey: ['registrations'],
    queryFn: ({ signal }) => ask<RegistrationList>('registrations', signal),
    refetchInterval: 5000,
  })

/** Tracks by name or MMSI, wherever they are. */
export const useTrackSearch = (words: string) =>
  useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) =>
      ask<TrackList>(`tracks?${new URLSearchParams({ search: words, limit: String(SEARCH_LIMIT) })}`, signal),
    enabled: words.length >= 2,
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  })

export const useSources = () =>
  useQuery({
    queryKey: ['sources'],
    queryFn: ({ signal }) => ask<SourceView[]>('sources', signal),
    refetchInterval: OFTEN_MS,
  })

/** What a person can choose from when describing a source. It does not change while the node runs. */
export const useSensorKinds = (enabled: boolean) =>
  useQuery({
    queryKey: ['sensor-kinds'],
    queryFn: ({ signal }) => ask<SensorKinds>('sensor-kinds', signal),
    enabled,
    staleTime: Infinity,
  })

export const useInspection = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['inspection', id],
    queryFn: ({ signal }) => ask<Inspection>(`sources/${encodeURIComponent(id)}/inspection`, signal),
    enabled,
    refetchInterval: OFTEN_MS,
  })

/** What all sensors cover. */
export const useCoverage = (enabled: boolean) =>
  useQuery({
    queryKey: ['coverage'],
    queryFn: ({ signal }) => ask<CoverageView>('coverage', signal),
    enabled,
    refetchInterval: 5000,
  })

/** What a radar saw in its last turns. */
export const useRadarImage = (id: string | undefined) =>
  useQuery({
    queryKey: ['radar-image', id],
    queryFn: ({ signal }) => ask<RadarImage>(`sources/${encodeURIComponent(id ?? '')}/radar-image`, signal),
    enabled: id !== undefined,
    refetchInterval: OFTEN_MS,
    retry: false,
  })

/** Sensors that no longer hear. */
export const useSensorAlerts = () =>
  useQuery({
    queryKey: ['sensor-alerts'],
    queryFn: ({ signal }) => ask<SensorAlert[]>('sensor-alerts', signal),
    refetchInterval: OFTEN_MS,
  })
