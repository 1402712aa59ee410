import type { LatLon } from '@csii/model'
import { cellToBoundary, cellToLatLng, gridDisk, latLngToCell } from 'h3-js'
import { distanceBetween } from './local-frame.ts'

/**
 * H3 cells of resolution 5 are hexagons of 253 km² on average, 17 km from side to side (h3geo.org, "Tables of cell
 * statistics"). A vessel at 10 knots needs about an hour to cross one, the time over which reception is judged; a
 * receiver that hears 40 nautical miles far has some seventy. At resolution 6 a cell of seven times less traffic would
 * take seven times longer to learn; at 4 the lee of an island would not show.
 */
export const CELL_RESOLUTION = 5

/** The H3 index of the cell that holds a place, as 15 hexadecimal digits. */
export const cellOf = ({ lat, lon }: LatLon): string => latLngToCell(lat, lon, CELL_RESOLUTION)

export function cellCentre(cell: string): LatLon {
  const [lat, lon] = cellToLatLng(cell)
  return { lat, lon }
}

/** The corners of a cell in order, the first not repeated. */
export const cellBoundary = (cell: string): readonly LatLon[] =>
  cellToBoundary(cell).map(([lat, lon]) => ({ lat, lon }))

/**
 * Two cells that share an edge have centres this far apart, metres, at least: H3 cells of one resolution differ in
 * size.
 */
const NEIGHBOURS_APART = 14_000

/** The cells whose centres are no further from a place than so many metres. */
export function cellsAround(position: LatLon, radius: number): readonly string[] {
  const rings = Math.ceil(radius / NEIGHBOURS_APART) + 1
  return gridDisk(cellOf(position), rings).filter((cell) => distanceBetween(position, cellCentre(cell)) <= radius)
}
