import { geodesicBetween, type GeodesicPath } from '@csii/geo'
import { degreesToRadians, normalDegrees, radiansToDegrees, type LatLon, type Timestamp } from '@csii/model'
import { chance, keyOf, normal, poisson } from '../chance.ts'
import { metresBetween, shifted } from '../motion/mercator.ts'
import type { Antenna } from './antenna.ts'
import type { Body, Presence } from './body.ts'
import { probabilityDetected, signalToNoise, visiblePart } from './echo.ts'
import { skylineOf, type Skyline } from './shadow.ts'

/** One plot of one scan. */
export interface Echo {
  /** When the beam passed. */
  readonly t: Timestamp
  /** Metres from the antenna. */
  readonly slantRange: number
  readonly azimuthDeg: number
  /** Above the noise, decibels. */
  readonly strength: number
  /** Of what is truly there; clutter has none. */
  readonly cause?: Cause
}

export interface Cause {
  /** Its key. */
  readonly key: number
  /** m/s over ground. */
  readonly speed: number
  readonly courseDeg: number
}

/** Milliseconds after which the radar's surroundings are searched again for what may be in reach. */
const LOOK_AROUND = 60_000
/** What may come into reach meanwhile, metres: a small aeroplane does 80 m/s. */
const MARGIN = 6_000
/** The steepest that the beam looks upwards: the tangent of ten degrees. */
const STEEPEST = 0.18

/** Turns an antenna over the sea of a scenario. */
export class Scanner {
  readonly #antenna: Antenna
  readonly #placeAt: (t: Timestamp) => LatLon
  readonly #bodies: readonly Body[]
  readonly #key: number
  #skyline: Skyline | undefined
  #near: readonly Body[] = []
  #lookedAt: number | undefined

  /** Of what there is to be seen the radar's own ship is no part. */
  constructor(antenna: Antenna, placeAt: (t: Timestamp) => LatLon, bodies: readonly Body[], seed: number) {
    this.#antenna = antenna
    this.#placeAt = placeAt
    this.#bodies = bodies
    this.#key = keyOf(antenna.id) ^ seed
  }

  /** The turns of a radar are numbered from 1970 on, so that they depend on nothing but the time. */
  scanAt(t: Timestamp): number {
    return Math.floor(t / this.#antenna.rotation)
  }

  /** When the beam passes north. */
  northOf(scan: number): Timestamp {
    return scan * this.#antenna.rotation
  }

  /** The plots of one turn, in the order in which the beam met them. */
  scan(scan: number): Echo[] {
    const north = this.northOf(scan)
    const lookAt = Math.floor(north / LOOK_AROUND) * LOOK_AROUND
    if (lookAt !== this.#lookedAt) this.#lookAround(lookAt)
    const seen = this.#near.flatMap((body) => this.#look(body, scan, north) ?? [])
    return resolved([...seen, ...this.#clutter(scan, north)], this.#antenna).sort((a, b) => a.t - b.t)
  }

  #lookAround(t: Timestamp): void {
    const place = this.#placeAt(t)
    this.#lookedAt = t
    this.#skyline = skylineOf(place)
    this.#near = this.#bodies.filter((body) => {
      const presence = body.at(t)
      return presence && metresBetween(presence, place) < this.#antenna.reach + MARGIN
    })
  }

  #look(body: Body, scan: number, north: Timestamp): Echo | undefined {
    const { rotation } = this.#antenna
    const start = body.at(north)
    if (!start) return undefined
    const t = Math.round(north + (geodesicBetween(this.#placeAt(north), start).bearingDeg / 360) * rotation)
    const { speed, courseDeg } = start
    const way = (speed * (t - north)) / 1000
    const course = degreesToRadians(courseDeg)
    const there = shifted(start, way * Math.sin(course), way * Math.cos(course))
    const path = geodesicBetween(this.#placeAt(t), there)
    const ratio = this.#ratioOf(body, start, path)
    const key = this.#key ^ body.key
    if (ratio === 0 || chance(key, scan) >= probabilityDetected(ratio)) return undefined
    return {
      t,
      ...this.#measured(body, start, path, key, scan),
      strength: 10 * Math.log10(ratio),
      cause: { key: body.key, speed, courseDeg },
    }
  }

  /** Signal to noise. None beyond reach, behind an island, below the horizon or above the beam. */
  #ratioOf({ crossSection }: Body, { altitude, top }: Presence, { distance, bearingDeg }: GeodesicPath): number {
    const { height, reach, reference } = this.#antenna
    const isHidden = distance > Math.min(reach, this.#skyline!.reach(bearingDeg))
    const isAboveBeam = altitude > height + STEEPEST * distance
    if (isHidden || isAboveBeam) return 0
    return signalToNoise(reference, crossSection * visiblePart(height, top, distance), distance)
  }

  #measured(
    { length }: Body, { altitude }: Presence, { distance, bearingDeg }: GeodesicPath, key: number, scan: number,
  ): Pick<Echo, 'slantRange' | 'azimuthDeg'> {
    const { height, sigma } = this.#antenna
    // The echo wanders over the hull: a sixth of its length to either side.
    const hull = length / 6
    const range = Math.hypot(distance, height - altitude)
    const across = Math.hypot(sigma.azimuthDeg, radiansToDegrees(hull / range))
    return {
      slantRange: Math.max(1, range + Math.hypot(sigma.range, hull) * normal(key, scan, 1)),
      azimuthDeg: normalDegrees(bearingDeg + across * normal(key, scan, 2)),
    }
  }

  #clutter(scan: number, north: Timestamp): Echo[] {
    const { clutter, reach, rotation } = this.#antenna
    const waves = Array.from({ length: poisson(clutter.waves, this.#key, scan, 3) }, (_, i) =>
      NEAREST - WAVES * Math.log(1 - chance(this.#key, scan, 4, i)))
    const noise = Array.from({ length: poisson(clutter.anywhere, this.#key, scan, 5) }, (_, i) =>
      reach * Math.sqrt(chance(this.#key, scan, 6, i)))
    return [...waves, ...noise].flatMap((slantRange, i) => {
      const azimuthDeg = 360 * chance(this.#key, scan, 7, i)
      if (slantRange > Math.min(reach, this.#skyline!.reach(azimuthDeg))) return []
      const strength = 13 + 3 * chance(this.#key, scan, 8, i)
      return [{ t: Math.round(north + (azimuthDeg / 360) * rotation), slantRange, azimuthDeg, strength }]
    })
  }
}

/** Waves return echoes from below the antenna outwards, fewer by a factor of e every so many metres. */
const NEAREST = 400
const WAVES = 3_000

/** Without those that a stronger one outshines. */
function resolved(echoes: readonly Echo[], { resolution }: Antenna): Echo[] {
  const isNear = (a: Echo, b: Echo) =>
    Math.abs(a.slantRange - b.slantRange) < resolution.range && turnBetween(a, b) < resolution.azimuthDeg
  const seen: Echo[] = []
  for (const echo of echoes.toSorted((a, b) => b.strength - a.strength))
    if (!seen.some((stronger) => isNear(stronger, echo))) seen.push(echo)
  return seen
}

const turnBetween = (a: Echo, b: Echo): number => Math.abs(((a.azimuthDeg - b.azimuthDeg + 540) % 360) - 180)
