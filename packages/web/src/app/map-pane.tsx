import { lazy, Suspense, useMemo } from 'react'
import { useCoverage, useTrack } from '../api/api.ts'
import { CoverageLegend } from '../coverage/coverage-legend.tsx'
import type { Uncertain } from '../map/ellipse-features.ts'
import type { MapViewProps } from '../map/map-view.tsx'
import { serialOf } from '../picture/track-id.ts'

const MapView = lazy(() => import('../map/map-view.tsx').then((module) => ({ default: module.MapView })))

export interface MapPaneProps extends Omit<MapViewProps, 'coverage' | 'uncertain' | 'legend' | 'selected'> {
  /** Id of the selected track. */
  readonly track: string | undefined
  /** Whether what sensors cover is to be shown. */
  readonly withCoverage: boolean
}

/** The map, which is loaded when the rest of the page stands, with what lies over it. */
export function MapPane({ withCoverage, track, ...props }: MapPaneProps) {
  const { data } = useCoverage(withCoverage)
  const coverage = withCoverage ? data : undefined
  const uncertain = useUncertain(track)
  return (
    <Suspense fallback={<div className="map" />}>
      <MapView {...props} selected={serialOf(track ?? '')} uncertain={uncertain} coverage={coverage} legend={withCoverage && <CoverageLegend view={coverage} />} />
    </Suspense>
  )
}

/** Where the selected track was seen last, and how well that is known. */
function useUncertain(track: string | undefined): Uncertain | undefined {
  const { data } = useTrack(track)
  const { lat, lon } = data?.track.fix ?? {}
  const covariance = data?.covariance
  return useMemo(
    () => (lat === undefined || lon === undefined || !covariance ? undefined : { lat, lon, covariance }),
    [lat, lon, covariance],
  )
}
