import type { EaseToOptions } from 'maplibre-gl'
import type { Place } from './place.ts'

/** What this needs of the map. */
export interface Movable {
  on(event: 'resize' | 'moveend', listener: () => void): unknown
  easeTo(options: EaseToOptions): unknown
  isMoving(): boolean
}

/**
 * Brings a place into the middle of the map, and into its new middle when the map is resized on the way: a panel that opens
 * together with the move would leave the place half a panel aside.
 */
export function createCentring(map: Movable): (place: Partial<Place> & Pick<Place, 'lat' | 'lon'>) => void {
  /** Where the map is on its way to. */
  let goal: EaseToOptions | undefined
  function go(next: EaseToOptions): void {
    // This ends the way before, and where nothing may move the new one too, at once.
    map.easeTo(next)
    goal = map.isMoving() ? next : undefined
  }
  map.on('moveend', () => (goal = undefined))
  map.on('resize', () => goal && go(goal))
  return ({ lat, lon, zoom }) => go({ center: [lon, lat], ...(zoom !== undefined && { zoom }), duration: 400 })
}
