import type { LatLon } from '@csii/model'
import { useCallback, useState } from 'react'
import { EMPTY_DRAFT, whereOf, type SightingDraft } from './sighting-draft.ts'

/** The report that is being written. It outlives the panel, so that whoever looks at the map does not lose it. */
export interface SightingDesk {
  readonly draft: SightingDraft
  readonly edit: (changes: Partial<SightingDraft>) => void
  /** The next click on the map says where. */
  readonly isPicking: boolean
  readonly pick: (isPicking: boolean) => void
  /** True when a click on the map was meant for the report. */
  readonly take: (at: LatLon) => boolean
}

export function useSightingDraft(isOpen: boolean): SightingDesk {
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [isAsked, pick] = useState(false)
  const isPicking = isAsked && isOpen
  const edit = useCallback((changes: Partial<SightingDraft>) => setDraft((before) => ({ ...before, ...changes })), [])
  const take = (at: LatLon): boolean => {
    if (isPicking) edit({ where: whereOf(at) })
    pick(false)
    return isPicking
  }
  return { draft, edit, isPicking, pick, take }
}
