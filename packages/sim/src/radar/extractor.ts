import { degreesToRadians, normalDegrees, radiansToDegrees, type Timestamp } from '@csii/model'
import { drift } from '../chance.ts'
import type { Echo } from './scan.ts'

/** What a radar that follows its plots says of one in a scan. */
export interface TrackState {
  /** Used again after the track has ended. */
  readonly number: number
  /** Turns that have seen it. */
  readonly plots: number
  /** As estimated, m/s. */
  readonly speed: number
  readonly courseDeg: number
  /** There was no plot in this scan: the place is where it should be. */
  readonly isCoasted: boolean
  /** The last word about this number. */
  readonly hasEnded: boolean
}

export interface TrackedEcho extends Echo {
  readonly track?: TrackState
}

/** Plots in so many scans on end make a track; so many scans without one end it. */
const CONFIRM = 3
const GIVE_UP = 5
/** Standard deviation of the estimated velocity, m/s, and milliseconds in which the error changes. */
const VELOCITY_ERROR = 0.5
const ERROR_PERIOD = 60_000

/** Over ground: m/s and degrees true. */
export interface Motion {
  readonly speed: number
  readonly courseDeg: number
}

const AT_REST: Motion = { speed: 0, courseDeg: 0 }

/** Metres. */
interface Way {
  readonly east: number
  readonly north: number
}

interface Follow {
  readonly echo: Echo
  readonly hits: number
  readonly misses: number
  readonly number?: number
}

/** How a radar numbers its tracks: the highest number, and whether one that is free is used at once or in its turn. */
export interface Numbering {
  readonly last: number
  readonly isLowestFirst: boolean
}

/** Of category 048: I048/161 has twelve bits. */
const TWELVE_BITS: Numbering = { last: 4_095, isLowestFirst: false }

/** The part of a radar that follows plots from scan to scan. It confuses no two vessels: that is left to real ones. */
export class Extractor {
  readonly #rotation: number
  readonly #numbering: Numbering
  #follows = new Map<number, Follow>()
  #lastNumber = 0

  constructor(rotation: number, numbering = TWELVE_BITS) {
    this.#rotation = rotation
    this.#numbering = numbering
  }

  /** One scan's plots, those of tracks with their numbers, and the tracks that had none. `own`: how the radar moves. */
  follow(echoes: readonly Echo[], own: Motion = AT_REST): TrackedEcho[] {
    const before = this.#follows
    this.#follows = new Map()
    const seenKeys = new Set(echoes.map(({ cause }) => cause?.key))
    const unseen = [...before].filter(([key]) => !seenKeys.has(key))
    const missed = unseen.flatMap(([key, follow]) => this.#miss(key, follow, own) ?? [])
    const used = new Set([...before.values()].flatMap(({ number }) => number ?? []))
    const seen = echoes.map((echo) => this.#take(echo, echo.cause && before.get(echo.cause.key), used))
    return [...seen, ...missed].sort((a, b) => a.t - b.t)
  }

  #take(echo: Echo, before: Follow | undefined, used: Set<number>): TrackedEcho {
    if (!echo.cause) return echo
    const hits = (before?.hits ?? 0) + 1
    const number = before?.number ?? (hits >= CONFIRM ? this.#nextNumber(used) : undefined)
    this.#follows.set(echo.cause.key, { echo, hits, misses: 0, ...(number === undefined ? {} : { number }) })
    if (number === undefined) return echo
    return { ...echo, track: { number, plots: hits, ...estimate(echo), isCoasted: false, hasEnded: false } }
  }

  #miss(key: number, { echo, hits, misses, number }: Follow, own: Motion): TrackedEcho | undefined {
    // A track that was never confirmed is forgotten without a word.
    if (number === undefined) return undefined
    const hasEnded = misses + 1 >= GIVE_UP
    const next = moved(echo, this.#rotation, own)
    if (!hasEnded) this.#follows.set(key, { echo: next, hits, misses: misses + 1, number })
    return { ...next, track: { number, plots: hits, ...estimate(next), isCoasted: true, hasEnded } }
  }

  /** A number of none of those tracks, which it joins; nothing when all are used: the radar can follow no more. */
  #nextNumber(used: Set<number>): number | undefined {
    const { last, isLowestFirst } = this.#numbering
    if (used.size >= last) return undefined
    let number = isLowestFirst ? 0 : this.#lastNumber
    do number = (number % last) + 1
    while (used.has(number))
    used.add(number)
    this.#lastNumber = number
    return number
  }
}

function estimate({ t, cause }: Echo): Pick<TrackState, 'speed' | 'courseDeg'> {
  const { key, speed, courseDeg } = cause!
  const course = degreesToRadians(courseDeg)
  // A drift lies evenly between −1 and 1: its deviation is about half of that.
  const error = (axis: number) => 2 * VELOCITY_ERROR * drift(key ^ axis, t, ERROR_PERIOD)
  const [east, north] = [speed * Math.sin(course) + error(21), speed * Math.cos(course) + error(22)]
  return { speed: Math.hypot(east, north), courseDeg: normalDegrees(radiansToDegrees(Math.atan2(east, north))) }
}

/** Where an echo should be one turn later, as the radar will see it. */
function moved(echo: Echo, rotation: Timestamp, own: Motion): Echo {
  const bearing = degreesToRadians(echo.azimuthDeg)
  const [there, here] = [estimate(echo), own].map(({ speed, courseDeg }) => {
    const way = (speed * rotation) / 1000
    return { east: way * Math.sin(degreesToRadians(courseDeg)), north: way * Math.cos(degreesToRadians(courseDeg)) }
  }) as [Way, Way] // One for each.
  const east = echo.slantRange * Math.sin(bearing) + there.east - here.east
  const north = echo.slantRange * Math.cos(bearing) + there.north - here.north
  const azimuthDeg = normalDegrees(radiansToDegrees(Math.atan2(east, north)))
  return { ...echo, t: echo.t + rotation, slantRange: Math.hypot(east, north), azimuthDeg }
}
