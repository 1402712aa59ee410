import type { SourceView } from '@csii/contract'
import { useState, type RefObject } from 'react'
import { DetailsPanel } from '../details/details-panel.tsx'
import { ExplanationPanel } from '../explanation/explanation-panel.tsx'
import type { Chart } from '../map/chart.ts'
import { SightingPanel } from '../sightings/sighting-panel.tsx'
import type { SightingDesk } from '../sightings/use-sighting-draft.ts'
import { SourcesPanel } from '../sources/sources-panel.tsx'
import type { ScreenState } from './screen-state.ts'
import type { ChangeScreen } from './use-screen.ts'

/** Near enough to tell the vessels around a selected one apart. */
const NEAR_ZOOM = 10

export interface SidePanelProps {
  readonly screen: ScreenState
  readonly change: ChangeScreen
  readonly now: number
  readonly onClose: () => void
  readonly chart: RefObject<Chart | undefined>
  readonly desk: SightingDesk
}

/** The panel that is open, if any. */
export function SidePanel({ screen: { panel, track, locale, place, radar }, change, now, onClose, chart, desk }: SidePanelProps) {
  /** Kept while another panel is open, or none: on a narrow screen the list takes its place. */
  const [merging, setMerging] = useState<string>()
  const show = (lat: number, lon: number) => chart.current?.centre({ lat, lon, zoom: Math.max(NEAR_ZOOM, place.zoom) })
  const showCoverage = ({ position }: SourceView) => {
    change({ coverage: true })
    if (position) chart.current?.centre(position)
  }
  const showRadar = ({ id, position }: SourceView) => {
    change({ radar: radar === id ? undefined : id })
    if (position && radar !== id) chart.current?.centre(position)
  }
  if (panel === 'sources')
    return <SourcesPanel now={now} onCoverage={showCoverage} radar={radar} onRadar={showRadar} onClose={onClose} />
  if (panel === 'sighting') return <SightingPanel desk={desk} now={now} middle={place} onShow={show} onClose={onClose} />
  if (panel === 'none') return null
  if (panel === 'explanation') {
    return (
      <ExplanationPanel
        trackId={track}
        now={now}
        onTrack={(next) => change({ track: next })}
        onDetails={() => change({ panel: 'details' })}
        onClose={onClose}
      />
    )
  }
  const explain = () => change({ panel: 'explanation' })
  return <DetailsPanel trackId={track} now={now} locale={locale} onClose={onClose} onShow={show} onExplain={explain} merging={merging} onMerging={setMerging} />
}
