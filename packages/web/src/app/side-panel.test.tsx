import type { RefObject } from 'react'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../map/chart.ts'
import { EMPTY_DRAFT } from '../sightings/sighting-draft.ts'
import type { SightingDesk } from '../sightings/use-sighting-draft.ts'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { HOME, type Panel } from './screen-state.ts'
import { SidePanel } from './side-panel.tsx'

const ignore = () => undefined
const DESK: SightingDesk = { draft: EMPTY_DRAFT, edit: ignore, isPicking: false, pick: ignore, take: () => false }
const CHART: RefObject<Chart | undefined> = { current: undefined }

function titleOf(panel: Panel): string | undefined {
  const html = render(
    <SidePanel
      screen={{ place: HOME, palette: 'day', locale: 'en', panel, list: true, coverage: false }}
      change={ignore}
      now={0}
      onClose={ignore}
      chart={CHART}
      desk={DESK}
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
