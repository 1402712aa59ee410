import type { LatLon } from '@csii/model'
import type { Position } from 'geojson'

/** Places as the map takes them. Across the antimeridian longitudes go on beyond 180, so that no line is drawn around the world. */
export function unwrapped(places: readonly LatLon[]): Position[] {
  let before = places[0]?.lon ?? 0
  return places.map(({ lat, lon }) => {
    before = lon + 360 * Math.round((before - lon) / 360)
    return [before, lat]
  })
}
