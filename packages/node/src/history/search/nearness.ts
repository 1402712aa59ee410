import { distanceBetween, offsetFrom, type Offset } from '@csii/geo'
import type { LatLon, Timestamp } from '@csii/model'
import type { StateRecord } from '../../pipeline/record/records.ts'
import type { Window } from '../history-reader.ts'
import { stateBetween } from '../picture-at/between.ts'
import { areLinked, firstFrom, type Path } from './path.ts'
import { joinVisits, type Visit } from './visits.ts'

export interface Approach {
  readonly time: Timestamp
  /** Metres. */
  readonly distance: number
  readonly position: LatLon
}

export interface Nearness {
  readonly visits: readonly Visit[]
  readonly closest: Approach
}

/** Beside a geodesic the plane on which nearness is reckoned errs by less than this share, over 500 km. */
const PLANE_ERROR = 1.02

/** When a track was within so many metres of a place, and where it came nearest. */
export function nearnessTo(position: LatLon, path: Path, within: number, window: Window): Nearness | undefined {
  const near = new Near(within, window)
  path.forEach((state, at) => {
    const next = path[at + 1]
    const from = offsetFrom(position, state)
    near.between(state.time, from, state.time, from)
    if (next && areLinked(state, next)) near.between(state.time, from, next.time, offsetFrom(position, next))
  })
  return near.result((time) => ({ here: placeAt(path, time), there: position }))
}

/** When two tracks were within so many metres of one another. Nothing is said of times when one of them was silent. */
export function nearnessOf(own: Path, other: Path, within: number, window: Window): Nearness | undefined {
  const near = new Near(within, window)
  let mine = Math.max(0, firstFrom(own, other[0]?.time ?? Infinity) - 1)
  let theirs = Math.max(0, firstFrom(other, own[mine]?.time ?? Infinity) - 1)
  while (mine + 1 < own.length && theirs + 1 < other.length) {
    const [a, b, c, d] = [own[mine]!, own[mine + 1]!, other[theirs]!, other[theirs + 1]!]
    const [from, to] = [Math.max(a.time, c.time), Math.min(b.time, d.time)]
    if (from <= to && areLinked(a, b) && areLinked(c, d)) {
      const start = offsetFrom(stateBetween(a, b, from), stateBetween(c, d, from))
      near.between(from, start, to, offsetFrom(stateBetween(a, b, to), stateBetween(c, d, to)))
    }
    if (b.time <= d.time) mine++
    if (d.time <= b.time) theirs++
  }
  return near.result((time) => ({ here: placeAt(other, time), there: placeAt(own, time) }))
}

function placeAt(path: Path, time: Timestamp): LatLon {
  const after = firstFrom(path, time)
  const before: StateRecord | undefined = path[after]?.time === time ? path[after] : path[after - 1]
  const { lat, lon } = stateBetween(before ?? path[after]!, path[after], time)
  return { lat, lon }
}

/** Gathers when an offset that changes evenly from one time to another was short, within a window. */
class Near {
  readonly #within: number
  readonly #window: Window
  readonly #visits: Visit[] = []
  #nearest: Timestamp | undefined
  #least = Infinity

  constructor(within: number, window: Window) {
    this.#within = within
    this.#window = window
    this.#least = (within * PLANE_ERROR) ** 2
  }

  between(start: Timestamp, a: Offset, end: Timestamp, b: Offset): void {
    const [from, to] = [Math.max(start, this.#window.from), Math.min(end, this.#window.until)]
    if (from > to) return
    const share = (time: Timestamp) => (end === start ? 0 : (time - start) / (end - start))
    const at = (part: number) => ({ east: a.east + part * (b.east - a.east), north: a.north + part * (b.north - a.north) })
    this.#clipped(from, at(share(from)), to, at(share(to)))
  }

  #clipped(from: Timestamp, a: Offset, to: Timestamp, b: Offset): void {
    const [ux, uy] = [b.east - a.east, b.north - a.north]
    const uu = ux * ux + uy * uy
    const au = a.east * ux + a.north * uy
    const aa = a.east * a.east + a.north * a.north
    const held = (part: number) => Math.max(0, Math.min(1, part))
    const nearest = uu === 0 ? 0 : held(-au / uu)
    const squared = Math.max(0, aa + nearest * (2 * au + nearest * uu))
    if (squared < this.#least) {
      this.#least = squared
      this.#nearest = from + nearest * (to - from)
    }
    const beyond = aa - this.#within ** 2
    if (squared > this.#within ** 2) return
    const root = Math.sqrt(Math.max(0, au * au - uu * beyond))
    const [first, last] = uu === 0 ? [0, 1] : [held((-au - root) / uu), held((-au + root) / uu)]
    this.#visits.push({ from: from + first * (to - from), to: from + last * (to - from) })
  }

  result(places: (time: Timestamp) => { here: LatLon; there: LatLon }): Nearness | undefined {
    const time = this.#nearest
    if (time === undefined) return undefined
    const { here, there } = places(time)
    const distance = distanceBetween(there, here)
    if (distance > this.#within) return undefined
    const visits = joinVisits(this.#visits, this.#window)
    return { visits: visits.length > 0 ? visits : [{ from: time, to: time }], closest: { time, distance, position: here } }
  }
}
