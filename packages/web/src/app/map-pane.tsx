import { lazy, Suspense } from 'react'
import { useCoverage } from '../api/api.ts'
import { CoverageLegend } from '../coverage/coverage-legend.tsx'
import type { MapViewProps } from '../map/map-view.tsx'

const MapView = lazy(() => import('../map/map-view.tsx').then((module) => ({ default: module.MapView })))

export interface MapPaneProps extends Omit<MapViewProps, 'coverage' | 'legend'> {
  /** Whether what sensors cover is to be shown. */
  readonly withCoverage: boolean
}

/** The map, which is loaded when the rest of the page stands, with what lies over it. */
export function MapPane({ withCoverage, ...props }: MapPaneProps) {
  const { data } = useCoverage(withCoverage)
  const coverage = withCoverage ? data : undefined
  return (
    <Suspense fallback={<div className="map" />}>
      <MapView {...props} coverage={coverage} legend={withCoverage && <CoverageLegend view={coverage} />} />
    </Suspense>
  )
}
