import type { CoverageView, RadarImage } from '@csii/contract'
import type { LatLon } from '@csii/model'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { View } from '../link/picture-link.ts'
import type { Session } from '../link/session.ts'
import { useText } from '../text/use-text.tsx'
import type { Palette } from '../theme/palette.ts'
import { createChart, type Chart } from './chart.ts'
import type { Uncertain } from './ellipse-features.ts'
import type { Place } from './place.ts'

/** Owed to those whose data the base map is made of: GSHHG (LGPL) and OpenStreetMap (ODbL). */
const ATTRIBUTION = 'GSHHG (LGPL) · © OpenStreetMap contributors (ODbL)'

export interface MapViewProps {
  readonly session: Session
  readonly place: Place
  readonly palette: Palette
  readonly selected: number | undefined
  /** What sensors cover, when that is to be shown. */
  readonly coverage: CoverageView | undefined
  /** What a radar saw in its last turns, when that is to be shown. */
  readonly radarImage: RadarImage | undefined
  /** Where the selected contact was seen, and how well that is known. */
  readonly uncertain: Uncertain | undefined
  /** Lies over the map's corner. */
  readonly legend: ReactNode
  readonly onSelect: (serial: number | undefined, at: LatLon) => void
  readonly onMove: (place: Place, view: View) => void
  /** Gives the page a way to bring a place into the middle. */
  readonly onReady: (chart: Chart) => void
}

/** The map with its tracks. `chart.ts` draws; this carries React's changes to it. Without WebGL 2 the rest works. */
export function MapView(props: MapViewProps) {
  const { session, place, palette, selected, coverage, radarImage, uncertain, legend, onSelect, onMove, onReady } = props
  const text = useText()
  const container = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart>(undefined)
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>(() => (hasWebGl2() ? 'loading' : 'failed'))
  const words = { title: text('map.title'), zoomIn: text('map.zoom-in'), zoomOut: text('map.zoom-out') }
  const latest = useRef({ place, palette, words, onSelect, onMove, onReady })
  useEffect(() => {
    latest.current = { place, palette, words, onSelect, onMove, onReady }
  })

  useEffect(() => {
    if (!container.current || !hasWebGl2()) return undefined
    const made = createChart({
      ...latest.current,
      container: container.current,
      session,
      onSelect: (serial, at) => latest.current.onSelect(serial, at),
      onMove: (next, view) => latest.current.onMove(next, view),
      onDrawn: () => setState('drawn'),
    })
    chart.current = made
    latest.current.onReady(made)
    return () => made.close()
  }, [session])

  useEffect(() => chart.current?.setPalette(palette), [palette])
  useEffect(() => chart.current?.setSelected(selected), [selected])
  useEffect(() => chart.current?.setCoverage(coverage), [coverage, session])
  useEffect(() => chart.current?.setRadarImage(radarImage), [radarImage, session])
  useEffect(() => chart.current?.setUncertain(uncertain), [uncertain, session])

  return (
    <div className="map">
      <div ref={container} className="map-canvas" />
      {legend}
      <p className="map-foot">
        <span>{ATTRIBUTION}</span> <strong>{text('map.not-for-navigation')}</strong>
      </p>
      {state !== 'drawn' && <p className="map-notice">{text(state === 'failed' ? 'map.failed' : 'map.loading')}</p>}
    </div>
  )
}

const hasWebGl2 = (): boolean => document.createElement('canvas').getContext('webgl2') !== null
