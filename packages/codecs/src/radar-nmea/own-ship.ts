import { KNOT, type LatLon, type Timestamp } from '@csii/model'
import type { FieldMessage, FieldsOf } from './message.ts'
import { Heading } from './heading.ts'
import { moved, vectorOf, type Vector } from './plane.ts'
import { perSecond } from './units.ts'

/** When something was heard, by one clock for the whole stream; and when it was true, where the sender is believed. */
export interface Moment {
  readonly heardAt: Timestamp
  readonly time: Timestamp
}

export interface KnownPlace {
  readonly position: LatLon
  /** Metres, in each direction. */
  readonly sigma: number
}

interface Fix extends Moment, KnownPlace {}
interface Motion extends Moment {
  readonly over: Vector
}

interface SpeedAndCourse {
  readonly speedKn?: number | undefined
  readonly course?: number | undefined
}

interface SpeedAndCourse {
  readonly speedKn?: number | undefined
  readonly course?: number | undefined
}

/** Receivers send every second or two; longer than this nobody knows where own ship is. */
export const MOST_FIX_AGE = 10_000

/**
 * Metres in each direction, for each unit of dilution: 8 m hold 95 % of positions (GPS SPS Performance Standard, 5th
 * ed., 2020, § 3.8), which is 2.45 deviations of two equal directions.
 */
const FIX_SIGMA = 8 / 2.45
/** Our assumption where a receiver does not state its dilution. */
const USUAL_HDOP = 1.5
/** Our assumption: from the antenna of the receiver to that of the radar. */
const LEVER_SIGMA = 5
/** Metres a second: how well a receiver knows own velocity, and what a boat may do when it is not known. */
const VELOCITY_SIGMA = 0.3
const UNKNOWN_VELOCITY_SIGMA = 8

/** What the sentences of own ship say of where the radar is, how it moves and where its bow points. */
export class OwnShip {
  readonly heading: Heading
  readonly #simulated: boolean
  #fix: Fix | undefined
  #motion: Motion | undefined
  #current: Motion | undefined
  #isWaterStabilised = false
  #hdop = USUAL_HDOP

  constructor(simulated: boolean) {
    this.#simulated = simulated
    this.heading = new Heading(simulated)
  }

  take(message: FieldMessage, moment: Moment): void {
    switch (message.sentence) {
      case 'GGA': {
        const { quality = 0 } = message
        if (message.hdop !== undefined) this.#hdop = message.hdop
        if (quality >= 1 && quality <= 5) this.#takeFix(message, moment)
        else if (quality === SIMULATED_FIX && this.#simulated) this.#takeFix(message, moment)
        return
      }
      case 'GLL':
        if (message.status === 'A' && this.#isMeasured(message.mode)) this.#takeFix(message, moment)
        return
      case 'RMC':
        if (message.status !== 'A' || !this.#isMeasured(message.mode)) return
        this.#takeFix(message, moment)
        this.#takeMotion(message, moment)
        return this.heading.take(message, moment.heardAt)
      case 'VTG':
        if (!this.#isMeasured(message.mode)) return
        return this.#takeMotion({ ...message, speedKn: message.speedKn ?? knots(message.speedKmh) }, moment)
      case 'OSD':
        this.#takeRadarData(message, moment)
        return this.heading.take(message, moment.heardAt)
      default:
        this.heading.take(message, moment.heardAt)
    }
  }

  /** Where own ship was at that time, `stale` when it is long that it said so, undefined when it never did. */
  placeAt({ heardAt, time }: Moment): KnownPlace | 'stale' | undefined {
    const fix = this.#fix
    if (!fix) return undefined
    const sinceHeard = heardAt - fix.heardAt
    if (Math.abs(sinceHeard) > MOST_FIX_AGE) return 'stale'
    // Two clocks that disagree by more are not compared.
    const age = Math.abs(time - fix.time) <= MOST_FIX_AGE ? time - fix.time : sinceHeard
    const seconds = age / 1000
    const velocity = this.velocityAt(heardAt)
    const drift = Math.abs(seconds) * (velocity ? VELOCITY_SIGMA : UNKNOWN_VELOCITY_SIGMA)
    const { east, north } = velocity ?? STILL
    return {
      position: moved(fix.position, { east: east * seconds, north: north * seconds }),
      sigma: Math.hypot(fix.sigma, drift),
    }
  }

  /** The last place that was stated, however long ago. */
  get lastPosition(): LatLon | undefined {
    return this.#fix?.position
  }

  /** Velocity over ground. */
  velocityAt(heardAt: Timestamp): Vector | undefined {
    return isFresh(this.#motion, heardAt) ? this.#motion.over : undefined
  }

  /** How the water moves over ground, where the radar says so. */
  waterAt(heardAt: Timestamp): Vector | undefined {
    return isFresh(this.#current, heardAt) ? this.#current.over : undefined
  }

  /** True when the radar said that its own speed, so its targets' too, is through the water. */
  get isWaterStabilised(): boolean {
    return this.#isWaterStabilised
  }

  #isMeasured(mode: FieldsOf<'RMC'>['mode']): boolean {
    if (mode === 'S') return this.#simulated
    return mode !== 'N' && mode !== 'E' && mode !== 'M'
  }

  #takeFix({ latitude: lat, longitude: lon }: FieldsOf<'GLL'>, moment: Moment): void {
    if (lat === undefined || lon === undefined) return
    this.#fix = {
      heardAt: moment.heardAt,
      time: moment.time,
      position: { lat, lon },
      sigma: Math.hypot(FIX_SIGMA * Math.max(1, this.#hdop), LEVER_SIGMA),
    }
  }

  /** A ship that lies still has no course. */
  #takeMotion({ speedKn, course }: SpeedAndCourse, moment: Moment): void {
    if (speedKn === undefined || (course === undefined && speedKn > 0)) return
    this.#motion = { ...moment, over: vectorOf(speedKn * KNOT, course ?? 0) }
  }

  #takeRadarData(osd: FieldsOf<'OSD'>, moment: Moment): void {
    const { vesselCourse, vesselSpeed, courseReference, speedReference, vesselSet, vesselDrift, speedUnits } = osd
    this.#isWaterStabilised = speedReference === 'W'
    const scale = perSecond(speedUnits)
    if (vesselSet !== undefined && vesselDrift !== undefined) {
      this.#current = { ...moment, over: vectorOf(vesselDrift * scale, vesselSet) }
    }
    if (vesselSpeed === undefined || !isOverGround(courseReference) || !isOverGround(speedReference)) return
    this.#takeMotion({ speedKn: (vesselSpeed * scale) / KNOT, course: vesselCourse }, moment)
  }
}

const STILL: Vector = { east: 0, north: 0 }

/** Quality 8 of GGA. */
const SIMULATED_FIX = 8

const isFresh = (motion: Motion | undefined, heardAt: Timestamp): motion is Motion =>
  motion !== undefined && Math.abs(heardAt - motion.heardAt) <= MOST_FIX_AGE

/** Of the bottom tracking log, a fixed target of the radar or a positioning system. */
const isOverGround = (reference: string | undefined): boolean =>
  reference === 'B' || reference === 'R' || reference === 'P'

const knots = (kmh: number | undefined): number | undefined => (kmh === undefined ? undefined : kmh / 1.852)
