import type { LatLon, Timestamp } from '@csii/model'
import { Frame } from '../frame.ts'
import type { Innovation } from './correct.ts'
import { begin, beginMoving, keepUncertain, predict, shift, update, type Agility } from './imm.ts'
import { COVARIANCES, MIXED_COVARIANCE, MIXED_MEAN, STATE_LENGTH, STEADY, TIME, UU, VV, XX, XY, YY } from './layout.ts'
import type { PastEstimate } from '../tracking.ts'
import type { Pool } from './pool.ts'

/** What a plot says of motion, ready for the filter. Reused: nobody keeps one. */
export interface Measure {
  time: Timestamp
  lat: number
  lon: number
  /** Noise covariance, m². */
  rxx: number
  rxy: number
  ryy: number
  /** m/s to the east and to the north. */
  vx: number
  vy: number
  /** (m/s)²; 0 where the plot states no velocity. */
  velocityVariance: number
  /** Index of the sensor. */
  sensor: number
  /** The share of the noise that does not average out from one plot to the next, 0 to 1. */
  lasting: number
  /** How far off the radar may be besides, the same way for all its plots: for the gate, not for the filter, m². */
  exx: number
  exy: number
  eyy: number
}

/** Where a body was or will be: position in its frame with covariance, and velocity. */
export interface Whereabouts {
  x: number
  y: number
  vx: number
  vy: number
  pxx: number
  pxy: number
  pyy: number
}

/** Plots that a body remembers, so that a late one finds its place among them. */
const REMEMBERED = 24
const HALF = REMEMBERED / 2
/** One remembered plot: what it said, how it fitted, and where the body was after it. */
const ENTRY = 20
const AT = {
  x: 1, y: 2, rxx: 3, rxy: 4, ryy: 5, vx: 6, vy: 7, speedVar: 8, sensor: 9,
  distance: 10, gain: 11, after: 12, lasting: 19,
}
/** Where it was every 10 seconds, for 5 minutes: time, x, y, vx, vy, variance. */
const TRAIL = 30
const STEP = 6
const TRAIL_EVERY = 10_000

/** When the newest step of the trail was, beside the state: the trail itself is far away in memory. */
const TRAIL_AT = STATE_LENGTH
const BASE = STATE_LENGTH + 2
const MIDDLE = BASE + STATE_LENGTH
const RING = MIDDLE + STATE_LENGTH
const PAST = RING + REMEMBERED * ENTRY
/** Numbers that one body takes: its state, two states before it, the last plots and the trail. */
export const BODY_LENGTH = PAST + TRAIL * STEP

/** A plot no later than this is moved to the present along the track; an older one is filtered in its place, ms. */
export const LATE = 1000
/** The frame moves along once the body is so far from its origin, metres. */
const FRAME_REACH = 5_000

/** How the last plot that any body took fitted. */
const FIT: Innovation = { distanceSquared: 0, logLikelihood: 0, gain: 0 }
/** What is measured, for the filter: two numbers and their noise covariance. Arrays, since numbers are boxed in calls. */
const PLACE = new Float64Array(16)
const VELOCITY = new Float64Array(16)

function velocityOf(vx: number, vy: number, variance: number): Float64Array {
  VELOCITY[0] = vx
  VELOCITY[1] = vy
  VELOCITY[2] = variance
  VELOCITY[4] = variance
  return VELOCITY
}

/**
 * The motion of one object: the filter's state in a tangent frame that moves with it, the last plots with the state
 * before them (fixed-lag filtering: a late plot is put in its place and what came after is filtered again), and where
 * it was in the last minutes.
 */
export class Body {
  readonly s: Float64Array
  frame: Frame
  agility: Agility
  #entries = 0
  /** How many of the remembered plots came before the middle state. */
  #middle = 0
  #trail = 0

  constructor(pool: Pool, first: Measure, agility: Agility) {
    this.s = pool.take()
    this.agility = agility
    this.frame = new Frame(first)
    begin(this.s, agility, first.time, 0, 0, first.rxx, first.rxy, first.ryy)
    if (first.velocityVariance > 0) beginMoving(this.s, velocityOf(first.vx, first.vy, first.velocityVariance))
    this.s.copyWithin(BASE, 0, STATE_LENGTH)
    this.s.copyWithin(MIDDLE, 0, STATE_LENGTH)
    this.#leaveTrail()
  }

  get time(): Timestamp {
    return this.s[TIME]!
  }

  /** Takes a plot, and tells until the next how it fitted. Undefined when it is older than all that is remembered: then it can change nothing. */
  take(measure: Measure): Innovation | undefined {
    const { s, frame } = this
    const x = frame.x(measure.lat, measure.lon)
    const y = frame.y(measure.lat, x)
    const late = s[TIME]! - measure.time
    if (late > LATE) return this.#takeLate(measure, x, y)
    if (this.#entries === REMEMBERED) this.#forgetHalf()
    const at = RING + this.#entries * ENTRY
    write(s, at, measure, x, y)
    this.#filter(at)
    this.#entries++
    if (this.#middle === 0 && this.#entries === HALF) this.#keepMiddle(HALF)
    this.#leaveTrail()
    if (Math.abs(s[MIXED_MEAN]!) > FRAME_REACH || Math.abs(s[MIXED_MEAN + 1]!) > FRAME_REACH) this.#moveFrame()
    return FIT
  }

  #takeLate(measure: Measure, x: number, y: number): Innovation | undefined {
    const { s } = this
    if (measure.time < s[BASE + TIME]!) return undefined
    if (this.#entries === REMEMBERED) {
      if (measure.time < s[MIDDLE + TIME]!) return undefined
      this.#forgetHalf()
    }
    let place = this.#entries
    while (place > 0 && s[RING + (place - 1) * ENTRY]! > measure.time) place--
    const at = RING + place * ENTRY
    s.copyWithin(at + ENTRY, at, RING + this.#entries * ENTRY)
    write(s, at, measure, x, y)
    this.#entries++
    const fromMiddle = place >= this.#middle && this.#middle > 0
    let entry = fromMiddle ? this.#middle : 0
    if (!fromMiddle) this.#middle = 0
    s.copyWithin(0, fromMiddle ? MIDDLE : BASE, (fromMiddle ? MIDDLE : BASE) + STATE_LENGTH)
    let gain = 0
    let distance = 0
    for (; entry < this.#entries; entry++) {
      if (!fromMiddle && entry === HALF) this.#keepMiddle(HALF)
      this.#filter(RING + entry * ENTRY)
      if (entry === place) {
        gain = FIT.gain
        distance = FIT.distanceSquared
      }
    }
    if (this.#middle === 0 && this.#entries >= HALF) this.#keepMiddle(this.#entries)
    FIT.gain = gain
    FIT.distanceSquared = distance
    return FIT
  }

  #filter(at: number): void {
    const { s } = this
    const time = s[at]!
    const behind = (s[TIME]! - time) / 1000
    predict(s, time, this.agility)
    const beforeXx = s[COVARIANCES[STEADY]!]!
    const beforeYy = s[COVARIANCES[STEADY]! + YY]!
    let x = s[at + AT.x]!
    let y = s[at + AT.y]!
    let more = 0
    if (behind > 0) {
      x += behind * s[MIXED_MEAN + 2]!
      y += behind * s[MIXED_MEAN + 3]!
      more = (behind * behind * (s[MIXED_COVARIANCE + UU]! + s[MIXED_COVARIANCE + VV]!)) / 2
    }
    PLACE[0] = x
    PLACE[1] = y
    PLACE[2] = s[at + AT.rxx]! + more
    PLACE[3] = s[at + AT.rxy]!
    PLACE[4] = s[at + AT.ryy]! + more
    const speedVar = s[at + AT.speedVar]!
    update(s, PLACE, speedVar > 0 ? velocityOf(s[at + AT.vx]!, s[at + AT.vy]!, speedVar) : undefined, FIT)
    // What was known better already stays so.
    const lasting = s[at + AT.lasting]!
    if (lasting > 0) {
      keepUncertain(s, Math.min(beforeXx, lasting * s[at + AT.rxx]!), Math.min(beforeYy, lasting * s[at + AT.ryy]!))
    }
    s[at + AT.distance] = FIT.distanceSquared
    s[at + AT.gain] = FIT.gain
    for (let i = 0; i < 4; i++) s[at + AT.after + i] = s[MIXED_MEAN + i]!
    s[at + AT.after + 4] = s[MIXED_COVARIANCE + XX]!
    s[at + AT.after + 5] = s[MIXED_COVARIANCE + XY]!
    s[at + AT.after + 6] = s[MIXED_COVARIANCE + YY]!
  }

  #keepMiddle(entries: number): void {
    this.s.copyWithin(MIDDLE, 0, STATE_LENGTH)
    this.#middle = entries
  }

  #forgetHalf(): void {
    const { s } = this
    s.copyWithin(BASE, MIDDLE, MIDDLE + STATE_LENGTH)
    s.copyWithin(RING, RING + this.#middle * ENTRY, RING + this.#entries * ENTRY)
    this.#entries -= this.#middle
    this.#keepMiddle(this.#entries)
  }

  #leaveTrail(): void {
    const { s } = this
    if (this.#trail > 0 && s[TIME]! - s[TRAIL_AT]! < TRAIL_EVERY) return
    const at = PAST + (this.#trail % TRAIL) * STEP
    s[TRAIL_AT] = s[TIME]!
    s[at] = s[TIME]!
    for (let i = 0; i < 4; i++) s[at + 1 + i] = s[MIXED_MEAN + i]!
    s[at + 5] = (s[MIXED_COVARIANCE + XX]! + s[MIXED_COVARIANCE + YY]!) / 2
    this.#trail++
  }

  #moveFrame(): void {
    const { s } = this
    const dx = -s[MIXED_MEAN]!
    const dy = -s[MIXED_MEAN + 1]!
    this.frame = new Frame(this.frame.point(-dx, -dy))
    for (const state of [0, BASE, MIDDLE]) shift(state === 0 ? s : s.subarray(state, state + STATE_LENGTH), dx, dy)
    for (let entry = 0; entry < this.#entries; entry++) {
      const at = RING + entry * ENTRY
      for (const place of [AT.x, AT.after]) {
        s[at + place]! += dx
        s[at + place + 1]! += dy
      }
    }
    for (let step = 0; step < Math.min(TRAIL, this.#trail); step++) {
      s[PAST + step * STEP + 1]! += dx
      s[PAST + step * STEP + 2]! += dy
    }
  }

  /** All of it, the past too, lies so much further to the east and north, metres. */
  moveBy(dx: number, dy: number): void {
    this.frame = new Frame(this.frame.point(dx, dy))
  }

  /** Where it was, as far as is remembered; false before that. */
  pastAt(time: Timestamp, out: Whereabouts): boolean {
    const { s } = this
    for (let entry = this.#entries - 1; entry >= 0; entry--) {
      const at = RING + entry * ENTRY
      if (s[at]! <= time) return carry(s, at + AT.after, (time - s[at]!) / 1000, out)
    }
    if (time >= s[BASE + TIME]!) {
      const dt = (time - s[BASE + TIME]!) / 1000
      const cov = BASE + MIXED_COVARIANCE
      const pxx = s[cov + XX]! + dt * dt * s[cov + UU]!
      const pyy = s[cov + YY]! + dt * dt * s[cov + VV]!
      return spread(s, BASE + MIXED_MEAN, dt, pxx, s[cov + XY]!, pyy, out)
    }
    let best = -1
    for (let step = 0; step < Math.min(TRAIL, this.#trail); step++) {
      const at = PAST + step * STEP
      if (s[at]! <= time + TRAIL_EVERY && (best < 0 || Math.abs(s[at]! - time) < Math.abs(s[best]! - time))) best = at
    }
    if (best < 0 || Math.abs(s[best]! - time) > 2 * TRAIL_EVERY) return false
    return spread(s, best + 1, (time - s[best]!) / 1000, s[best + 5]!, 0, s[best + 5]!, out)
  }

  /** Where it may have been when nothing is remembered: from the nearest time of which something is. */
  guessAt(time: Timestamp, out: Whereabouts): void {
    const { s } = this
    let best = PAST
    for (let step = 1; step < Math.min(TRAIL, this.#trail); step++) {
      const at = PAST + step * STEP
      if (Math.abs(s[at]! - time) < Math.abs(s[best]! - time)) best = at
    }
    const dt = (time - s[best]!) / 1000
    const variance = s[best + 5]! + (ANY_SPEED_SIGMA * dt) ** 2
    spread(s, best + 1, 0, variance, 0, variance, out)
  }

  /** Our clock was ahead and has been set: the newest that it knows is of now. */
  setBack(now: Timestamp): void {
    const { s } = this
    const ahead = s[TIME]! - now
    if (ahead <= 0) return
    for (const time of [TIME, TRAIL_AT, BASE + TIME, MIDDLE + TIME]) s[time]! -= ahead
    for (let entry = 0; entry < this.#entries; entry++) s[RING + entry * ENTRY]! -= ahead
    for (let step = 0; step < Math.min(TRAIL, this.#trail); step++) s[PAST + step * STEP]! -= ahead
  }

  /** Visits the plots that it remembers, newest first. */
  eachTaken(
    visit: (time: Timestamp, position: LatLon, sensor: number, distanceSquared: number, gain: number) => void,
  ): void {
    const { s } = this
    for (let entry = this.#entries - 1; entry >= 0; entry--) {
      const at = RING + entry * ENTRY
      const position = this.frame.point(s[at + AT.x]!, s[at + AT.y]!)
      visit(s[at]!, position, s[at + AT.sensor]!, s[at + AT.distance]!, s[at + AT.gain]!)
    }
  }

  /** Where it was after each plot that it remembers, from a time on, oldest first. */
  eachStateSince(since: Timestamp, visit: (estimate: PastEstimate) => void): void {
    const { s, frame } = this
    for (let entry = 0; entry < this.#entries; entry++) {
      const at = RING + entry * ENTRY + AT.after
      const time = s[RING + entry * ENTRY]!
      if (time < since) continue
      visit({
        time, position: frame.point(s[at]!, s[at + 1]!), velocity: { east: s[at + 2]!, north: s[at + 3]! },
        covariance: { ee: s[at + 4]!, en: s[at + 5]!, nn: s[at + 6]! },
      })
    }
  }

  /** The plots of one sensor that it remembers, as they were, oldest first. */
  measuresOf(sensor: number): Measure[] {
    const { s } = this
    const measures: Measure[] = []
    for (let entry = 0; entry < this.#entries; entry++) {
      const at = RING + entry * ENTRY
      if (s[at + AT.sensor] !== sensor) continue
      measures.push({
        time: s[at]!, ...this.frame.point(s[at + AT.x]!, s[at + AT.y]!),
        rxx: s[at + AT.rxx]!, rxy: s[at + AT.rxy]!, ryy: s[at + AT.ryy]!,
        vx: s[at + AT.vx]!, vy: s[at + AT.vy]!, velocityVariance: s[at + AT.speedVar]!,
        sensor, lasting: s[at + AT.lasting]!, exx: 0, exy: 0, eyy: 0,
      })
    }
    return measures
  }

  /** Whether a plot of this sensor, so near in time, is among those remembered. */
  hasOf(sensor: number, time: Timestamp, within: number): boolean {
    const { s } = this
    for (let entry = this.#entries - 1; entry >= 0; entry--) {
      const at = RING + entry * ENTRY
      if (s[at + AT.sensor] === sensor && Math.abs(s[at]! - time) < within) return true
      if (s[at]! < time - 4 * within) return false
    }
    return false
  }
}

function write(s: Float64Array, at: number, measure: Measure, x: number, y: number): void {
  s[at] = measure.time
  s[at + AT.x] = x
  s[at + AT.y] = y
  s[at + AT.rxx] = measure.rxx
  s[at + AT.rxy] = measure.rxy
  s[at + AT.ryy] = measure.ryy
  s[at + AT.vx] = measure.vx
  s[at + AT.vy] = measure.vy
  s[at + AT.speedVar] = measure.velocityVariance
  s[at + AT.sensor] = measure.sensor
  s[at + AT.lasting] = measure.lasting
}

const carry = (s: Float64Array, at: number, dt: number, out: Whereabouts): true =>
  spread(s, at, dt, s[at + 4]!, s[at + 5]!, s[at + 6]!, out)

/** Uncertainty of the velocity that grows a past position's, m/s, one standard deviation. */
const PAST_SPEED_SIGMA = 1.5
/** Where nothing is known of how it moved, m/s: most vessels go up to 16 kn. */
const ANY_SPEED_SIGMA = 8

function spread(
  s: Float64Array, at: number, dt: number, pxx: number, pxy: number, pyy: number, out: Whereabouts,
): true {
  const more = (PAST_SPEED_SIGMA * dt) ** 2
  out.x = s[at]! + dt * s[at + 2]!
  out.y = s[at + 1]! + dt * s[at + 3]!
  out.vx = s[at + 2]!
  out.vy = s[at + 3]!
  out.pxx = pxx + more
  out.pxy = pxy
  out.pyy = pyy + more
  return true
}
