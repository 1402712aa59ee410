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

/** What an object that states no speed may be doing, m/s: a common ship, 10 kn. */
const UNSTATED_SPEED = 5

/**
 * Where an object may be `age` ms after it was seen, when it should have been seen again after `interval` s: from then on, what is
 * known of its place fades by the way it can have gone.
 */
export function coasted({ lat, lon, covariance }: Uncertain, speed: number | undefined, age: number, interval: number): Uncertain {
  const gone = (speed ?? UNSTATED_SPEED) * Math.max(0, age / 1000 - interval)
  const { ee, en, nn } = covariance
  return { lat, lon, covariance: { ee: ee + gone ** 2, en, nn: nn + gone ** 2 } }
}

export function ellipseFeatures(seen: Uncertain | undefined): FeatureCollection {
  if (!seen) return { type: 'FeatureCollection', features: [] }
  const border = unwrapped(errorEllipse(seen, seen.covariance, SIGMAS))
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [border] } }],
  }
}
