import type { LatLon } from '@csii/model'
import { gridPathCells, latLngToCell } from 'h3-js'

/**
 * By which cells the past is searched: H3 cells of resolution 6 are hexagons of 36 km² on average, 6.5 km from side to
 * side (h3geo.org, "Tables of cell statistics"). A vessel passes a few in an hour.
 */
export const SEARCH_RESOLUTION = 6

export const searchCellOf = ({ lat, lon }: LatLon): string => latLngToCell(lat, lon, SEARCH_RESOLUTION)

/** The cells of a path, with those passed between one place and the next; cells too far apart for H3 stand alone. */
export function searchCellsAlong(path: Iterable<LatLon>): ReadonlySet<string> {
  const cells = new Set<string>()
  let last: string | undefined
  for (const place of path) {
    const cell = searchCellOf(place)
    if (cell === last) continue
    for (const passed of last === undefined ? [cell] : between(last, cell)) cells.add(passed)
    last = cell
  }
  return cells
}

function between(from: string, to: string): readonly string[] {
  try {
    return gridPathCells(from, to)
  } catch {
    return [from, to] // H3 finds no path across one of its pentagons, or around the world.
  }
}
