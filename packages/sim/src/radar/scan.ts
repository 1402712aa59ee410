import { geodesicBetween } from '@csii/geo'
import { degreesToRadians, normalDegrees, radiansToDegrees, type Timestamp } from '@csii/model'
import { chance, keyOf, normal, poisson } from '../chance.ts'
import { metresBetween, shifted } from '../motion/mercator.ts'
import type { Scenario } from '../scenario.ts'
import { conductOf } from '../truth.ts'
import type { Vessel } from '../vessel.ts'
import type { CoastalRadar } from './coastal-radar.ts'
import { probabilityDetected, reflectorOf, signalToNoise, visiblePart } from './echo.ts'
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
  /** The vessel's key. */
  readonly key: number
  /** m/s over ground. */
  readonly speed: number
  readonly courseDeg: number
}

/** Milliseconds after which the radar's surroundings are searched again for vessels in reach. */
const LOOK_AROUND = 60_000
/** What may come into reach meanwhile, metres: an aeroplane does 70 m/s. */
const MARGIN = 5_000

/** Turns an antenna over the sea of a scenario. */
export class Scanner {
  readonly #scenario: Scenario
  readonly #radar: CoastalRadar
  readonly #key: number
  readonly #skyline: Skyline
  #near: readonly Vessel[] = []
  #lookedAt = -Infinity

  constructor(scenario: Scenario, radar: CoastalRadar) {
    this.#scenario = scenario
    this.#radar = radar
    this.#key = keyOf(radar.id) ^ scenario.seed
    this.#skyline = skylineOf(radar.position)
  }

  /** The scans of a radar are numbered from 1970 on, so that they depend on nothing but the time. */
  scanAt(t: Timestamp): number {
    return Math.floor(t / this.#radar.rotation)
  }

  /** When the beam passes north. */
  northOf(scan: number): Timestamp {
    return scan * this.#radar.rotation
  }

  /** The plots of one turn, in the order in which the beam met them. */
  scan(scan: number): Echo[] {
    const north = this.northOf(scan)
    if (Math.abs(north - this.#lookedAt) >= LOOK_AROUND) this.#lookAround(north)
    const seen = this.#near.flatMap((vessel) => this.#look(vessel, scan, north) ?? [])
    return [...seen, ...this.#clutter(scan, north)].sort((a, b) => a.t - b.t)
  }

  #lookAround(t: Timestamp): void {
    const { position, reach } = this.#radar
    this.#lookedAt = t
    this.#near = this.#scenario.vessels.filter((vessel) =>
      metresBetween(conductOf(this.#scenario, vessel, t), position) < reach + MARGIN)
  }

  #look(vessel: Vessel, scan: number, north: Timestamp): Echo | undefined {
    const { position, antennaHeight, rotation, reach, reference, sigma } = this.#radar
    const { activity, speed, courseDeg, ...start } = conductOf(this.#scenario, vessel, north)
    // A moored hull is one echo with the land behind it.
    if (activity === 'away' || activity === 'moored') return undefined
    const { bearingDeg } = geodesicBetween(position, start)
    const t = north + (bearingDeg / 360) * rotation
    const way = (speed * (t - north)) / 1000
    const course = degreesToRadians(courseDeg)
    const path = geodesicBetween(position, shifted(start, way * Math.sin(course), way * Math.cos(course)))
    if (path.distance > reach || path.distance > this.#skyline.reach(path.bearingDeg)) return undefined
    const reflector = reflectorOf(vessel)
    const part = visiblePart(antennaHeight, reflector.height, path.distance)
    const ratio = signalToNoise(reference, reflector, part, path.distance)
    const key = this.#key ^ vessel.key
    if (chance(key, scan) >= probabilityDetected(ratio)) return undefined
    // The echo wanders over the hull: a sixth of its length to either side.
    const hull = (vessel.dimensions.bow + vessel.dimensions.stern) / 6
    const range = Math.hypot(path.distance, antennaHeight)
    return {
      t: Math.round(t),
      slantRange: range + Math.hypot(sigma.range, hull) * normal(key, scan, 1),
      azimuthDeg: normalDegrees(
        path.bearingDeg + Math.hypot(sigma.azimuthDeg, radiansToDegrees(hull / range)) * normal(key, scan, 2),
      ),
      strength: 10 * Math.log10(ratio),
      cause: { key: vessel.key, speed, courseDeg },
    }
  }

  #clutter(scan: number, north: Timestamp): Echo[] {
    const { clutter, reach, rotation } = this.#radar
    const waves = Array.from({ length: poisson(clutter.waves, this.#key, scan, 3) }, (_, i) =>
      NEAREST - WAVES * Math.log(1 - chance(this.#key, scan, 4, i)))
    const noise = Array.from({ length: poisson(clutter.anywhere, this.#key, scan, 5) }, (_, i) =>
      reach * Math.sqrt(chance(this.#key, scan, 6, i)))
    return [...waves, ...noise].flatMap((slantRange, i) => {
      const azimuthDeg = 360 * chance(this.#key, scan, 7, i)
      if (slantRange > Math.min(reach, this.#skyline.reach(azimuthDeg))) return []
      const strength = 13 + 3 * chance(this.#key, scan, 8, i)
      return [{ t: Math.round(north + (azimuthDeg / 360) * rotation), slantRange, azimuthDeg, strength }]
    })
  }
}

/** Waves return echoes from below the antenna outwards, fewer by a factor of e every so many metres. */
const NEAREST = 400
const WAVES = 3_000
