import type { LatLon } from '@csii/model'
import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js'

/**
 * H3 cells of resolution 5 are hexagons of 253 km² on average, 17 km from side to side (h3geo.org, "Tables of cell
 * statistics"). A vessel at 10 knots needs about an hour to cross one, the time over which reception is judged; a receiver that
 * hears 40 nautical miles far has some seventy. At resolution 6 a cell of seven times less traffic would take seven
 * times longer to learn; at 4 the lee of an island would not show.
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

/** Gives cells of places, and remembers those of late: traffic is mostly where it just was. */
export interface CellFinder {
  cellOf(position: LatLon): string
}

/** Places within so many parts of a degree share an answer: 0.01° is 1.1 km, small against a cell of 17. */
const STEPS_PER_DEGREE = 100
const REMEMBERED = 8192

/** Some ten times faster than `cellOf` where places recur, and never more than 1.1 km wrong at a cell's edge. */
export function createCellFinder(): CellFinder {
  const known = new Map<number, string>()
  return {
    cellOf({ lat, lon }) {
      const row = Math.floor(lat * STEPS_PER_DEGREE)
      const column = Math.floor(lon * STEPS_PER_DEGREE)
      const key = row * 100_000 + column
      const found = known.get(key)
      if (found !== undefined) return found
      if (known.size >= REMEMBERED) known.clear()
      const cell = cellOf({ lat: (row + 0.5) / STEPS_PER_DEGREE, lon: (column + 0.5) / STEPS_PER_DEGREE })
      known.set(key, cell)
      return cell
    },
  }
}
