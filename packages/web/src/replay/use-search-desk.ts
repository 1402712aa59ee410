import type { LatLon } from '@csii/model'
import { useCallback, useMemo, useState } from 'react'
import { useHistorySearch } from '../api/history-queries.ts'
import type { SearchAnswer, SearchHit, SearchRequest } from '../api/history-views.ts'
import type { Found } from '../map/found-features.ts'
import { askedOnMap, EMPTY_SEARCH, type SearchDraft } from './search-draft.ts'

/** The question that is being asked of the past, and its answer. It outlives the panel, so that whoever looks at a track finds it again. */
export interface SearchDesk {
  readonly draft: SearchDraft
  readonly edit: (changes: Partial<SearchDraft>) => void
  readonly answer: SearchAnswer | undefined
  readonly error: Error | null
  readonly isSearching: boolean
  readonly search: (request: SearchRequest) => void
  readonly chosen: SearchHit | undefined
  readonly choose: (hit: SearchHit | undefined) => void
  /** What is being drawn on the map. */
  readonly sketch: (corners: readonly LatLon[] | undefined) => void
  readonly clear: () => void
  /** For the map; undefined when there is nothing to show. */
  readonly found: Found | undefined
}

export function useSearchDesk(isShown: boolean): SearchDesk {
  const [draft, setDraft] = useState(EMPTY_SEARCH)
  const [chosen, choose] = useState<SearchHit>()
  const [sketched, sketch] = useState<readonly LatLon[]>()
  const { data: answer, error, isPending, mutate, reset } = useHistorySearch()
  const edit = useCallback((changes: Partial<SearchDraft>) => setDraft((before) => ({ ...before, ...changes })), [])
  const search = (request: SearchRequest) => {
    choose(undefined)
    mutate(request)
  }
  const clear = () => {
    setDraft(({ question, from, to }) => ({ ...EMPTY_SEARCH, question, from, to }))
    choose(undefined)
    reset()
  }
  const found = useMemo((): Found | undefined => {
    const asked = sketched ? { area: sketched } : askedOnMap(draft)
    const paths = (answer?.hits ?? []).map((hit) => ({ places: hit.path, isChosen: hit === chosen, closest: hit.closest?.position }))
    return isShown && (asked.area?.length || 'around' in asked || paths.length > 0) ? { ...asked, paths } : undefined
  }, [isShown, draft, answer, chosen, sketched])
  return { draft, edit, answer, error, isSearching: isPending, search, chosen, choose, sketch, clear, found }
}
