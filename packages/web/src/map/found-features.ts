import type { LatLon } from '@csii/model'
import type { Feature, FeatureCollection } from 'geojson'
import { unwrapped } from './unwrapped.ts'

/** What a search of the past asked for and found, as the map shows it. */
export interface Found {
  /** Corners of the area searched, or while it is drawn those so far. */
  readonly area?: readonly LatLon[] | undefined
  /** A place searched around, and how far, metres. */
  readonly around?: (LatLon & { readonly within: number }) | undefined
  readonly paths: readonly FoundPath[]
}

export interface FoundPath {
  readonly places: readonly LatLon[]
  /** The one that the reader looks at. */
  readonly isChosen: boolean
  /** Where it came closest to what was asked for. */
  readonly closest?: LatLon | undefined
}

const METRES_OF_A_DEGREE = 111_320
const CORNERS_OF_A_CIRCLE = 72

export function foundFeatures(found: Found | undefined): FeatureCollection {
  if (!found) return { type: 'FeatureCollection', features: [] }
  const { area = [], around, paths } = found
  return {
    type: 'FeatureCollection',
    features: [
      ...(area.length > 2 ? [areaOf(area)] : area.length === 2 ? [pathOf(area, 'draft')] : []),
      ...(around ? [areaOf(circleOf(around)), pointOf(around, 'around')] : []),
      // The one chosen lies above the others.
      ...paths.toSorted((a, b) => Number(a.isChosen) - Number(b.isChosen)).flatMap(featuresOf),
    ],
  }
}

function featuresOf({ places, isChosen, closest }: FoundPath): Feature[] {
  const kind = isChosen ? 'chosen' : 'path'
  const last = places.at(-1)
  return [
    ...(places.length > 1 ? [pathOf(places, kind)] : []),
    ...(last ? [pointOf(last, `${kind}-end`)] : []),
    ...(closest ? [pointOf(closest, `${kind}-closest`)] : []),
  ]
}

function areaOf(corners: readonly LatLon[]): Feature {
  const ring = unwrapped([...corners, corners[0]!])
  return { type: 'Feature', properties: { kind: 'area' }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

function pathOf(places: readonly LatLon[], kind: string): Feature {
  return { type: 'Feature', properties: { kind }, geometry: { type: 'LineString', coordinates: unwrapped(places) } }
}

function pointOf({ lat, lon }: LatLon, kind: string): Feature {
  return { type: 'Feature', properties: { kind }, geometry: { type: 'Point', coordinates: [lon, lat] } }
}

/** Good enough to be seen: the earth is flat around the place. */
function circleOf({ lat, lon, within }: LatLon & { readonly within: number }): LatLon[] {
  const north = within / METRES_OF_A_DEGREE
  const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  return Array.from({ length: CORNERS_OF_A_CIRCLE }, (_, n) => {
    const angle = (2 * Math.PI * n) / CORNERS_OF_A_CIRCLE
    return { lat: lat + north * Math.cos(angle), lon: lon + east * Math.sin(angle) }
  })
}

/** The corners of a box. Where `west` exceeds `east` it lies across the antimeridian. */
export function cornersOf({ west, south, east, north }: { west: number; south: number; east: number; north: number }): LatLon[] {
  return [{ lat: south, lon: west }, { lat: south, lon: east }, { lat: north, lon: east }, { lat: north, lon: west }]
}
