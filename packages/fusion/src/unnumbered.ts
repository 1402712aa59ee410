import { distanceBetween } from '@csii/geo'
import { degreesToRadians, type LatLon, type Plot, type Timestamp } from '@csii/model'
import type { LiveTrack } from './live-track.ts'
import { sigmaOf } from './sigma.ts'

/** A scanning sensor sees an object again within a minute, or it has lost it. */
const LONGEST_GAP_MS = 60_000
/** Nothing afloat exceeds 60 m/s (117 kn). */
const FASTEST = 60
const SIGMAS = 3
/** Degrees of latitude, and as far to the east. */
const CELL = 0.005
/** A degree of latitude is longer than this everywhere, metres: a cell is half a kilometre wide or a little more. */
const SHORTEST_DEGREE = 110_500
const CELL_WIDTH = CELL * SHORTEST_DEGREE
/** What has so large an error that it could have come from further away is tied to nothing there. */
const MOST_RINGS = 20
/**
 * Objects held of one sensor in one cell. A radar that sees more in a third of a square kilometre sees the waves, and
 * comparing all with all would hold up every other sensor.
 */
export const MOST_IN_CELL = 16

type Cells = Map<number, Set<LiveTrack>>

/**
 * The tracks of plots that only their place ties together: of a radar that does not number what it sees. A plot belongs
 * to the nearest track of its own sensor that it can have come from. One sensor sees an object once at a time, so plots
 * of the same time are different objects.
 */
export class Unnumbered {
  readonly #cellsOf = new Map<string, Cells>()
  readonly #placeOf = new Map<LiveTrack, { readonly cells: Cells; readonly cell: number }>()

  /** Where the track is now. In a crowded cell, the one that was seen least often and longest ago is followed no more. */
  place(track: LiveTrack, plot: Plot): void {
    this.remove(track)
    const cells = this.#cells(plot)
    const row = rowOf(plot.position)
    const cell = cellAt(row, columnOf(plot.position, columnsIn(row)))
    const members = cells.get(cell) ?? new Set()
    if (members.size >= MOST_IN_CELL) this.remove(leastOf(members))
    members.add(track)
    cells.set(cell, members)
    this.#placeOf.set(track, { cells, cell })
  }

  remove(track: LiveTrack): void {
    const place = this.#placeOf.get(track)
    if (!place) return
    const { cells, cell } = place
    this.#placeOf.delete(track)
    const members = cells.get(cell)
    members?.delete(track)
    if (members?.size === 0) cells.delete(cell)
  }

  nearest(plot: Plot, time: Timestamp): LiveTrack | undefined {
    const cells = this.#cells(plot)
    const rings = ringsOf(plot)
    let best: LiveTrack | undefined
    let least = Infinity
    // What lies in a ring is further away than the width of the rings between.
    for (let ring = 0; ring <= rings && least > (ring - 1) * CELL_WIDTH; ring++) {
      for (const cell of cellsIn(ring, plot.position)) {
        for (const track of cells.get(cell) ?? []) {
          const distance = distanceWithinGate(track, plot, time)
          if (distance < least) [best, least] = [track, distance]
        }
      }
    }
    return best
  }

  #cells({ sensorId, simulated }: Plot): Cells {
    const key = `${simulated} ${sensorId}`
    const cells = this.#cellsOf.get(key) ?? new Map()
    return this.#cellsOf.set(key, cells).get(key)!
  }
}

/** Metres from the track's last place, or infinity when the plot cannot be of the same object. */
function distanceWithinGate({ fix }: LiveTrack, plot: Plot, time: Timestamp): number {
  const elapsed = fix ? time - fix.time : 0
  if (!fix || elapsed <= 0 || elapsed > LONGEST_GAP_MS) return Infinity
  const distance = distanceBetween(fix.position, plot.position)
  const reach = (FASTEST * elapsed) / 1000 + SIGMAS * Math.hypot(sigmaOf(fix.covariance), sigmaOf(plot.covariance))
  return distance <= reach ? distance : Infinity
}

function leastOf(members: ReadonlySet<LiveTrack>): LiveTrack {
  const seenAt = ({ fix }: LiveTrack): Timestamp => fix?.time ?? 0
  return [...members].reduce((least, track) =>
    track.fixes < least.fixes || (track.fixes === least.fixes && seenAt(track) < seenAt(least)) ? track : least)
}

/** How many rings of cells around a plot's own a track of it can have come from. */
function ringsOf({ covariance }: Plot): number {
  const reach = (FASTEST * LONGEST_GAP_MS) / 1000 + 2 * SIGMAS * sigmaOf(covariance)
  return Math.min(MOST_RINGS, Math.ceil(reach / CELL_WIDTH))
}

function* cellsIn(ring: number, position: LatLon): Generator<number> {
  const ownRow = rowOf(position)
  for (let row = ownRow - ring; row <= ownRow + ring; row++) {
    const columns = columnsIn(row)
    const own = columnOf(position, columns)
    const isWhole = Math.abs(row - ownRow) === ring
    for (let column = own - ring; column <= own + ring; column += isWhole || ring === 0 ? 1 : 2 * ring) {
      yield cellAt(row, ((column % columns) + columns) % columns)
    }
  }
}

const rowOf = ({ lat }: LatLon): number => Math.floor(lat / CELL)
/** Once round the earth: fewer towards the poles, and the last beside the first. */
const columnsIn = (row: number): number =>
  Math.max(1, Math.floor((360 * Math.cos(degreesToRadians((row + 0.5) * CELL))) / CELL))
const columnOf = ({ lon }: LatLon, columns: number): number => Math.floor(((lon + 180) / 360) * columns) % columns
const cellAt = (row: number, column: number): number => row * 2 ** 17 + column
