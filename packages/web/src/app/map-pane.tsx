import { lazy, Suspense, useMemo } from 'react'
import { useCoverage, useRadarImage, useTrack } from '../api/api.ts'
import { CoverageLegend } from '../coverage/coverage-legend.tsx'
import type { Uncertain } from '../map/ellipse-features.ts'
import type { MapViewProps } from '../map/map-view.tsx'
import { serialOf } from '../picture/track-id.ts'
import type { ScreenState } from './screen-state.ts'

const MapView = lazy(() => import('../map/map-view.tsx').then((module) => ({ default: module.MapView })))

export interface MapPaneProps extends Pick<MapViewProps, 'session' | 'onSelect' | 'onMove' | 'onReady'> {
  readonly screen: ScreenState
}

/** The map, which is loaded when the rest of the page stands, with what lies over it. */
export function MapPane({ screen, ...props }: MapPaneProps) {
  const { place, palette, track, coverage: withCoverage, radar } = screen
  const { data } = useCoverage(withCoverage)
  const coverage = withCoverage ? data : undefined
  const uncertain = useUncertain(track)
  const { data: radarImage } = useRadarImage(radar)
  return (
    <Suspense fallback={<div className="map" />}>
      <MapView
        {...props}
        place={place}
        palette={palette}
        selected={serialOf(track ?? '')}
        uncertain={uncertain}
        radarImage={radar === undefined ? undefined : radarImage}
        coverage={coverage}
        legend={withCoverage && <CoverageLegend view={coverage} />}
      />
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
