import { errorEllipse } from '@csii/geo'
import type { LatLon, PositionCovariance } from '@csii/model'
import type { FeatureCollection } from 'geojson'
import { unwrapped } from './unwrapped.ts'

/** Where an object was seen, and how well that is known. */
export interface Uncertain extends LatLon {
  readonly covariance: PositionCovariance
}

/** Two hold an object with 86 %. */
const SIGMAS = 2

export function ellipseFeatures(seen: Uncertain | undefined): FeatureCollection {
  if (!seen) return { type: 'FeatureCollection', features: [] }
  const border = unwrapped(errorEllipse(seen, seen.covariance, SIGMAS))
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [border] } }],
  }
}
