import type { LatLon } from '@csii/model'
import { lengthOf } from './number-model.ts'
import { Quantity } from './quantity.ts'
import type { Coder } from './coder.ts'
import { cosineOf, sineOf } from './sine.ts'

/** Metres in a degree of latitude, near enough for an expectation. */
const DEGREE = 111_195

const ERROR_CONTEXTS = 20
const FIRST = ERROR_CONTEXTS

/** What is known of an object's way when its next position comes. */
export interface Way {
  readonly time: number
  readonly speed: number | undefined
  readonly courseDeg: number | undefined
}

/** Where an object has been: enough to say in several manners where it will be. */
export class Path {
  isNew = true
  lat = 0
  lon = 0
  time = 0
  /** Degrees a second east and north, by what the object says of its speed and course. */
  east = 0
  north = 0
  /** Degrees a second, by the last two positions. */
  eastSeen = 0
  northSeen = 0
  /** A position smoothed over the last ones. */
  smoothLat = 0
  smoothLon = 0
  /** Of each manner, degrees by which it missed, the last misses counting most. */
  readonly errors = new Float64Array(MANNERS)
}

/** Where it was; by speed and course from there; by the last two positions; by speed and course from the smoothed place. */
const MANNERS = 4

/** How much one miss counts beside those before it; and how much of a miss the smoothed place takes in. */
const NEWEST = 0.3
const TAKEN_IN = 0.35

/** Positions, as their distance from where the manner that did best so far expects the object. */
export class PathModel {
  readonly #lat: Quantity
  readonly #lon: Quantity
  readonly #expectedLat = new Float64Array(MANNERS)
  readonly #expectedLon = new Float64Array(MANNERS)

  constructor(coder: Coder, lats: readonly number[], lons: readonly number[]) {
    this.#lat = new Quantity(coder, lats, ERROR_CONTEXTS + 1)
    this.#lon = new Quantity(coder, lons, ERROR_CONTEXTS + 1)
  }

  /** Expects an object that was never seen where the one before it was. */
  code(position: LatLon, path: Path, way: Way): LatLon {
    const best = path.isNew ? 0 : this.#expect(path, way)
    const [lat, lon] = [this.#expectedLat, this.#expectedLon]
    const error = path.errors[best]! / this.#lat.step
    const read = { lat: this.#lat.code(position.lat, lat[best]!, path.isNew ? FIRST : contextOf(error)), lon: 0 }
    const errorLon = (error + this.#lat.lastDistance) / 2
    read.lon = this.#lon.code(position.lon, lon[best]!, path.isNew ? FIRST : contextOf(errorLon))
    this.#learn(path, way, read)
    return read
  }

  #expect(path: Path, { time, speed, courseDeg }: Way): number {
    const seconds = (time - path.time) / 1000
    const [lat, lon] = [this.#expectedLat, this.#expectedLon]
    const north = northOf(speed, courseDeg)
    const east = eastOf(speed, courseDeg, path.lat)
    const [dLat, dLon] = [((north + path.north) / 2) * seconds, ((east + path.east) / 2) * seconds]
    lat[0] = path.lat
    lon[0] = path.lon
    lat[1] = path.lat + dLat
    lon[1] = path.lon + dLon
    lat[2] = path.lat + path.northSeen * seconds
    lon[2] = path.lon + path.eastSeen * seconds
    lat[3] = path.smoothLat + dLat
    lon[3] = path.smoothLon + dLon
    let best = 0
    for (let manner = 1; manner < MANNERS; manner++) if (path.errors[manner]! < path.errors[best]!) best = manner
    return best
  }

  #learn(path: Path, { time, speed, courseDeg }: Way, { lat, lon }: LatLon): void {
    if (path.isNew) begin(path, lat, lon)
    else {
      for (let manner = 0; manner < MANNERS; manner++) {
        const miss = Math.abs(lat - this.#expectedLat[manner]!) + Math.abs(lon - this.#expectedLon[manner]!)
        path.errors[manner]! += ((miss < 1000 ? miss : 1000) - path.errors[manner]!) * NEWEST
      }
      path.smoothLat = this.#expectedLat[3]! + (lat - this.#expectedLat[3]!) * TAKEN_IN
      path.smoothLon = this.#expectedLon[3]! + (lon - this.#expectedLon[3]!) * TAKEN_IN
      const seconds = (time - path.time) / 1000
      path.northSeen = seconds > 0 ? (lat - path.lat) / seconds : 0
      path.eastSeen = seconds > 0 ? (lon - path.lon) / seconds : 0
    }
    path.lat = this.#expectedLat[0] = lat
    path.lon = this.#expectedLon[0] = lon
    path.time = time
    path.north = northOf(speed, courseDeg)
    path.east = eastOf(speed, courseDeg, lat)
  }
}

/** Ten metres are missed by an object that nothing is known of, and less by speed and course than by any other manner. */
function begin(path: Path, lat: number, lon: number): void {
  path.isNew = false
  path.smoothLat = lat
  path.smoothLon = lon
  path.errors.set([1.1e-4, 0.9e-4, 4e-4, 1e-4])
}

function northOf(speed: number | undefined, courseDeg: number | undefined): number {
  return speed === undefined || courseDeg === undefined ? 0 : (speed * cosineOf(courseDeg)) / DEGREE
}

function eastOf(speed: number | undefined, courseDeg: number | undefined, lat: number): number {
  if (speed === undefined || courseDeg === undefined) return 0
  const shrink = cosineOf(lat)
  return (speed * sineOf(courseDeg)) / (DEGREE * (shrink > 0.01 ? shrink : 0.01))
}

/** Two for each doubling, roughly. */
function contextOf(steps: number): number {
  const length = lengthOf(Math.min(Math.round(steps * 4), 2 ** 40))
  return length < ERROR_CONTEXTS ? length : ERROR_CONTEXTS - 1
}
