import type { LatLon } from '@csii/model'
import { latLngToCell } from 'h3-js'
import { normalLon } from './geodesic.ts'
import { distanceBetween } from './local-frame.ts'

/**
 * H3 cells of resolution 6 are hexagons of 36 km² on average, 6 to 7 km from side to side (h3geo.org, "Tables of cell
 * statistics"). What is kept of an hour is found again by them: a vessel at 10 knots crosses three in one.
 */
export const SEARCH_RESOLUTION = 6

/** The H3 index of the cell that holds a place, as 15 hexadecimal digits. */
export const searchCellOf = ({ lat, lon }: LatLon): string => latLngToCell(lat, lon, SEARCH_RESOLUTION)

/** A way through the corner of a cell that is shorter than this, metres, may leave the cell out. */
export const SHORTEST_IN_CELL = 250

/**
 * Adds every cell on the way between two places, both ends included: the way along which latitude and longitude change
 * evenly, as positions are interpolated, over the antimeridian where that is shorter.
 */
export function addCellsBetween(from: LatLon, to: LatLon, cells: Set<string>): void {
  const start = searchCellOf(from)
  const end = searchCellOf(to)
  cells.add(start)
  cells.add(end)
  addBetween({ ...from, cell: start }, { ...to, cell: end }, cells)
}

interface Point extends LatLon {
  readonly cell: string
}

function addBetween(from: Point, to: Point, cells: Set<string>): void {
  if (from.cell === to.cell || distanceBetween(from, to) < SHORTEST_IN_CELL) return
  const middle = { lat: (from.lat + to.lat) / 2, lon: normalLon(from.lon + normalLon(to.lon - from.lon) / 2) }
  const cell = searchCellOf(middle)
  cells.add(cell)
  addBetween(from, { ...middle, cell }, cells)
  addBetween({ ...middle, cell }, to, cells)
}
