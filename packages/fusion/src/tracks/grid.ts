import type { LatLon, Timestamp } from '@csii/model'
import { MIXED_COVARIANCE, MIXED_MEAN, TIME, UU, VV, XX, YY } from '../motion/layout.ts'
import type { Followed } from './followed.ts'

/** Cells of 0.008 degrees of latitude: nearly a kilometre. Those of the coarse layer are ten times as wide. */
const FINE = 0.008
const COARSE = 0.08
/** A track whose gate reaches further than this is looked for in the coarse layer, metres. */
const FINE_REACH = 400
/** A coarse cell is a hundred fine ones, and holds what is little known: so many times as much makes a crowd. */
const COARSE_ROOM = 10
const COLUMNS = 45_002
/** A track that has gone so far is put anew, metres; one that lies still, now and then, m/s. */
const FAR_ENOUGH = 250
const SLOWEST = 2
/** A track is put anew at least so often. */
const SECONDS_BETWEEN = 4
/** The gate in standard deviations. */
const GATE = 4.5

/**
 * Tracks by where they are foreseen, in cells: the tracks near a plot are found without looking at the others. Those
 * that can be anywhere within kilometres lie in a coarse layer of their own, so that they do not widen every search.
 */
export class Grid {
  /** The layers: fine and coarse. */
  readonly #fine = new Map<number, Followed[]>()
  readonly #coarse = new Map<number, Followed[]>()

  /** Puts a track where it will be at the time. */
  put(track: Followed, time: Timestamp): void {
    const { body } = track
    if (!body) return
    const { s, frame } = body
    const dt = (time - s[TIME]!) / 1000
    track.gridAt = time
    track.gridUntil = time + (1000 * FAR_ENOUGH) / Math.max(SLOWEST, Math.hypot(s[MIXED_MEAN + 2]!, s[MIXED_MEAN + 3]!))
    const { lat, lon } = frame.point(s[MIXED_MEAN]! + dt * s[MIXED_MEAN + 2]!, s[MIXED_MEAN + 1]! + dt * s[MIXED_MEAN + 3]!)
    const cov = MIXED_COVARIANCE
    track.gridLat = lat
    track.gridLon = lon
    const variance = Math.max(s[cov + XX]!, s[cov + YY]!) + dt * dt * Math.max(s[cov + UU]!, s[cov + VV]!)
    const runs = SECONDS_BETWEEN * (Math.abs(s[MIXED_MEAN + 2]!) + Math.abs(s[MIXED_MEAN + 3]!))
    const reach = GATE * Math.sqrt(variance) + runs
    const isCoarse = reach > FINE_REACH
    const cell = cellOf(lat, lon, isCoarse ? COARSE : FINE)
    if (cell === track.cell && isCoarse === track.isCoarse) return
    this.remove(track)
    const layer = isCoarse ? this.#coarse : this.#fine
    const members = layer.get(cell)
    track.cell = cell
    track.isCoarse = isCoarse
    track.place = members ? members.length : 0
    if (members) members.push(track)
    else layer.set(cell, [track])
  }

  remove(track: Followed): void {
    if (track.cell < 0) return
    const layer = track.isCoarse ? this.#coarse : this.#fine
    const members = layer.get(track.cell)!
    const last = members.pop()!
    if (last !== track) {
      members[track.place] = last
      last.place = track.place
    } else if (members.length === 0) {
      layer.delete(track.cell)
    }
    track.cell = -1
  }

  /** How many tracks are foreseen in the cell of a place, fine or coarse, whichever has more for its size. */
  crowdAt({ lat, lon }: LatLon): number {
    const fine = this.#fine.get(cellOf(lat, lon, FINE))?.length ?? 0
    const coarse = this.#coarse.get(cellOf(lat, lon, COARSE))?.length ?? 0
    return Math.max(fine, coarse / COARSE_ROOM)
  }

  /** Visits the tracks that may be within the gate of a place; what says where it is to `reach` metres only, is looked for so far. */
  near(lat: number, lon: number, visit: (track: Followed) => void, reach = 0): void {
    visitAround(this.#fine, lat, lon, FINE, cellsTo(reach, FINE), visit)
    if (this.#coarse.size > 0) visitAround(this.#coarse, lat, lon, COARSE, cellsTo(reach, COARSE), visit)
  }
}

function visitAround(
  layer: ReadonlyMap<number, Followed[]>, lat: number, lon: number, size: number, around: number, visit: (track: Followed) => void,
): void {
  const own = Math.floor(lat / size)
  // Counted by offsets: what is stated may lie so far off the globe that one column more is none.
  for (let down = -around; down <= around; down++) {
    const row = own + down
    const columns = columnsIn(row, size)
    const middle = Math.floor(((lon + 180) / 360) * columns)
    const aside = Math.min(around, columns >> 1)
    for (let across = -aside; across <= aside; across++) {
      const column = middle + across
      const members = layer.get(key(row, column < 0 ? column + columns : column >= columns ? column - columns : column))
      if (members) for (let at = 0; at < members.length; at++) visit(members[at]!)
    }
  }
}

/** To either side: one cell always, and no more than tell apart what is seen so badly. */
const cellsTo = (reach: number, size: number): number =>
  reach === 0 ? 1 : Math.max(1, Math.min(MOST_AROUND, Math.ceil(reach / (size * METRES_PER_DEGREE))))
const MOST_AROUND = 12
const METRES_PER_DEGREE = 111_000

/** Once round the earth: fewer towards the poles. */
const columnsIn = (row: number, size: number): number =>
  Math.max(1, Math.floor((360 * Math.cos((((row + 0.5) * size) / 180) * Math.PI)) / size))

function cellOf(lat: number, lon: number, size: number): number {
  const row = Math.floor(lat / size)
  const columns = columnsIn(row, size)
  return key(row, Math.floor(((lon + 180) / 360) * columns) % columns)
}

/** A small integer, which a map finds fastest: rows from the south pole times more columns than any has. */
const key = (row: number, column: number): number => (row + ROWS / 2) * COLUMNS + column
const ROWS = 22_502
