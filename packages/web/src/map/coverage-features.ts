import type { CoverageView } from '@csii/contract'
import type { FeatureCollection, Position } from 'geojson'

type Places = readonly { readonly lat: number; readonly lon: number }[]

/** Cells as polygons with their `state`, and horizons as lines. Where live sensors hear, an exercise is not drawn. */
export function coverageFeatures({ cells, horizons }: CoverageView): FeatureCollection {
  const live = new Set(cells.filter(({ simulated, state }) => !simulated && state !== 'never').map(({ cell }) => cell))
  const drawn = cells.filter(({ cell, simulated }) => !simulated || !live.has(cell))
  return {
    type: 'FeatureCollection',
    features: [
      ...drawn.map(({ boundary, state }) => ({
        type: 'Feature' as const, properties: { state }, geometry: { type: 'Polygon' as const, coordinates: [closed(boundary)] },
      })),
      ...horizons.map(({ ring }) => ({
        type: 'Feature' as const, properties: { state: 'horizon' }, geometry: { type: 'LineString' as const, coordinates: unwrapped(ring) },
      })),
    ],
  }
}

const closed = (corners: Places): Position[] => unwrapped(corners[0] ? [...corners, corners[0]] : [])

/** Across the antimeridian longitudes go on beyond 180, so that no line is drawn around the world. */
function unwrapped(places: Places): Position[] {
  let before = places[0]?.lon ?? 0
  return places.map(({ lat, lon }) => {
    before = lon + 360 * Math.round((before - lon) / 360)
    return [before, lat]
  })
}
