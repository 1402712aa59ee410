import type { RefObject } from 'react'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../map/chart.ts'
import { EMPTY_DRAFT } from '../sightings/sighting-draft.ts'
import { EMPTY_SEARCH } from '../replay/search-draft.ts'
import type { SightingDesk } from '../sightings/use-sighting-draft.ts'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { HOME, type Panel } from './screen-state.ts'
import { SidePanel } from './side-panel.tsx'
import type { Past } from './use-past.ts'

const ignore = () => undefined
const DESK: SightingDesk = { draft: EMPTY_DRAFT, edit: ignore, isPicking: false, pick: ignore, take: () => false }
const PAST: Past = {
  replay: { state: undefined, link: undefined, span: undefined, isWithoutHistory: false, enter: ignore, leave: ignore, change: ignore },
  search: {
    draft: EMPTY_SEARCH, edit: ignore, answer: undefined, error: null, isSearching: false, search: ignore, chosen: undefined, choose: ignore,
    sketch: ignore, clear: ignore, found: undefined,
  },
  view: undefined, onView: ignore, exercise: false, selected: undefined, onHit: ignore, toggle: ignore,
}
const CHART: RefObject<Chart | undefined> = { current: undefined }

function titleOf(panel: Panel): string | undefined {
  const html = render(
    <SidePanel
      screen={{ place: HOME, palette: 'day', locale: 'en', panel, list: true, coverage: false }}
      change={ignore}
      now={0}
      liveNow={0}
      onClose={ignore}
      chart={CHART}
      desk={DESK}
      past={PAST}
    />,
  )
  return /<h2[^>]*>(.*?)<\/h2>/.exec(html)?.[1] ?? (wordsOf(html) || undefined)
}

describe('the panel at the side', () => {
  it.each<[Panel, string]>([
    ['details', 'Details'], ['explanation', 'Why this track'], ['sources', 'Sources'], ['sighting', 'Report a sighting'],
  ])('shows the %s when that is asked for', (panel, title) => {
    expect(titleOf(panel)).toBe(title)
  })

  it('is not there when nothing is', () => {
    expect(titleOf('none')).toBeUndefined()
  })
})
