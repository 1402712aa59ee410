import { lazy, Suspense, useMemo } from 'react'
import { useCoverage, useRadarImage, useTrack } from '../api/api.ts'
import { CoverageLegend } from '../coverage/coverage-legend.tsx'
import { MEANS, STATIONS } from '@csii/model'
import { coasted, type Uncertain } from '../map/ellipse-features.ts'
import type { MapViewProps } from '../map/map-view.tsx'
import { reportingInterval } from '../picture/staleness.ts'
import { serialOf } from '../picture/track-id.ts'
import type { ScreenState } from './screen-state.ts'

const MapView = lazy(() => import('../map/map-view.tsx').then((module) => ({ default: module.MapView })))

export interface MapPaneProps extends Pick<MapViewProps, 'session' | 'onSelect' | 'onMove' | 'onReady'> {
  readonly screen: ScreenState
  /** Node time. */
  readonly now: number
}

/** The map, which is loaded when the rest of the page stands, with what lies over it. */
export function MapPane({ screen, now, ...props }: MapPaneProps) {
  const { place, palette, track, coverage: withCoverage, radar } = screen
  const { data } = useCoverage(withCoverage)
  const coverage = withCoverage ? data : undefined
  const uncertain = useUncertain(track, now - (now % GROWS_EVERY_MS))
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

const GROWS_EVERY_MS = 2000

/** Where the selected track may be by now. */
function useUncertain(trackId: string | undefined, now: number): Uncertain | undefined {
  const { data } = useTrack(trackId)
  const grownTo = data?.track.fix && Math.max(now, data.track.fix.time)
  return useMemo(() => {
    const { track, covariance } = data ?? {}
    if (!track?.fix || !covariance || grownTo === undefined) return undefined
    const { lat, lon, time } = track.fix
    const interval = reportingInterval({
      ...track,
      means: MEANS.findIndex((means) => means === track.means),
      station: STATIONS.findIndex((station) => station === track.station),
    })
    return coasted({ lat, lon, covariance }, track.speed, grownTo - time, interval)
  }, [data, grownTo])
}
