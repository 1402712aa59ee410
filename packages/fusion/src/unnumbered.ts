import { distanceBetween } from '@csii/geo'
import type { LatLon, Plot, Timestamp } from '@csii/model'
import type { LiveTrack } from './live-track.ts'
import { sigmaOf } from './sigma.ts'

/** A scanning sensor sees an object again within a minute, or it has lost it. */
const LONGEST_GAP_MS = 60_000
/** Nothing afloat exceeds 60 m/s (117 kn). */
const FASTEST = 60
const SIGMAS = 3
/** Degrees; larger than what a minute and the errors of a coastal radar can bridge. */
const CELL = 0.1

/**
 * The tracks of plots that only their place ties together: of a radar that does not number what it sees. A plot belongs
 * to the nearest track of its own sensor that it can have come from. One sensor sees an object once at a time, so plots
 * of the same time are different objects.
 */
export class Unnumbered {
  readonly #cells = new Map<string, Set<LiveTrack>>()
  readonly #cellOf = new Map<LiveTrack, string>()

  /** Where the track is now. */
  place(track: LiveTrack, plot: Plot): void {
    this.remove(track)
    const cell = cellName(plot, rowOf(plot.position), columnOf(plot.position))
    const members = this.#cells.get(cell) ?? new Set()
    members.add(track)
    this.#cells.set(cell, members)
    this.#cellOf.set(track, cell)
  }

  remove(track: LiveTrack): void {
    const cell = this.#cellOf.get(track)
    if (cell === undefined) return
    this.#cellOf.delete(track)
    const members = this.#cells.get(cell)
    members?.delete(track)
    if (members?.size === 0) this.#cells.delete(cell)
  }

  nearest(plot: Plot, time: Timestamp): LiveTrack | undefined {
    const [row, column] = [rowOf(plot.position), columnOf(plot.position)]
    let best: LiveTrack | undefined
    let least = Infinity
    for (let r = row - 1; r <= row + 1; r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        for (const track of this.#cells.get(cellName(plot, r, c)) ?? []) {
          const distance = distanceWithinGate(track, plot, time)
          if (distance < least) [best, least] = [track, distance]
        }
      }
    }
    return best
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

const rowOf = ({ lat }: LatLon): number => Math.floor(lat / CELL)
const columnOf = ({ lon }: LatLon): number => Math.floor(lon / CELL)
const cellName = ({ sensorId, simulated }: Plot, row: number, column: number): string =>
  `${simulated} ${row} ${column} ${sensorId}`
