import {
  degreesToRadians, OCCASIONAL, type Dimensions, type Plot, type RejectedPlot, type Timestamp,
} from '@csii/model'
import { dropClaims } from '../claims.ts'
import { METRES_PER_DEGREE } from '../frame.ts'
import type { Key } from '../key.ts'
import { measureReport, newMeasure } from '../measure.ts'
import { LATE, type Measure, type Whereabouts } from '../motion/body.ts'
import { Foresight } from '../motion/foresight.ts'
import { AIRBORNE, SURFACE } from '../motion/imm.ts'
import { MIXED_COVARIANCE, MIXED_MEAN, TIME, UU, VV, YY } from '../motion/layout.ts'
import type { Scene } from '../scene.ts'
import { keepRejection } from '../tracks/rejected.ts'
import { worthOf } from '../tracks/worth.ts'
import { expectedInterval } from './expected.ts'
import { isNamedAlike } from './named-alike.ts'
import { isAircraft, isFixed } from './station.ts'
import { hearReport } from './identity.ts'
import type { Followed, Identity } from '../tracks/followed.ts'

/** Squared distance up to which a report is of the track that states its identity: GNSS errors have long tails. */
const STAYS = 36
/** Up to which two tracks that state one identity are one. */
const SAME = 12
/** Up to which a track that states no identity may be the one that a report is of, 4 degrees of freedom: 1 in 500. */
const ADOPTS = 17
/** A report's position is off by more than it says: the antenna is not where the echo is, GNSS wanders. m². */
const ANTENNA_VARIANCE = 15 ** 2
/** Tracks that state one identity at a time. */
const MOST_PLACES = 4
/** Of each sensor, the newest. */
const CONFLICTS_KEPT = 8

/** What the tracker does with a track that took a report. */
export interface ReportListener {
  taken(track: Followed, plot: Plot, measure: Measure): void
  /** Two accounts turned out to be of one object: the second is gone into the first. */
  joined(kept: Followed, gone: Followed, identity: Identity | undefined): void
}

/**
 * Plots that state an identity. The identity is evidence: a report goes to the track that states it already, as long as
 * that can be where the report says; else to a track without an identity that is there; else it is of an object of its
 * own.
 */
export class Reports {
  readonly #scene: Scene
  readonly #listener: ReportListener
  readonly #measure = newMeasure()
  readonly #foresight = new Foresight()
  readonly #past: Whereabouts = { x: 0, y: 0, vx: 0, vy: 0, pxx: 0, pxy: 0, pyy: 0 }

  constructor(scene: Scene, listener: ReportListener) {
    this.#scene = scene
    this.#listener = listener
  }

  take(plot: Plot, key: Key): void {
    const scene = this.#scene
    const isAirborne = isOfAircraft(plot)
    const measure = this.#measure
    measureReport(plot, scene.sensorIndex(plot.sensorId), isAirborne, measure)
    if (isFixed(plot.claim!)) standStill(measure)
    if (typeof key === 'string' && !scene.aliases.has(key)) this.#recognise(key, plot, measure)
    const identity = scene.identityOf(key)
    if (this.#isSameMessage(identity, plot, measure.time)) return this.#hearAgain(identity, plot)
    const track = this.#trackFor(identity, plot, measure, isAirborne)
    if (!track.body) track.isAirborne = isAirborne
    identity.lastPosition = plot.position
    if (track.antenna > 0) awayFromEcho(measure, track.antenna)
    const { lastReportAt, lastReport } = track
    this.#listener.taken(track, plot, measure)
    if (identity.key === key) {
      hearReport(identity, measure.time, plot.receivedAt, plot.claim!)
      if (!identity.isHeardNear && !OCCASIONAL.has(scene.meansOf(plot.sensorId))) identity.isHeardNear = true
    } else {
      // Who is heard under another name may yet be silent under this one.
      track.lastReportAt = lastReportAt
      track.lastReport = lastReport
    }
    this.#join(track, measure)
  }

  /**
   * An object may have a name in each of two systems, as a fishing vessel has in AIS and in VMS. Who states the same
   * call sign or name in both, and is in one place by both, is one object.
   */
  #recognise(key: Key, plot: Plot, measure: Measure): void {
    const scene = this.#scene
    const age = (plot.receivedAt - measure.time) / 1000
    const before = scene.identities.get(key)?.tracks.slice() ?? []
    if (before.some(({ isPinned }) => isPinned)) return
    const same = this.#nearest(measure, age, ({ identity, claim, isPinned, apartFrom }) =>
      typeof identity?.key === 'number' && !isPinned && isNamedAlike(claim, plot.claim!)
      && !before.some(({ serial }) => apartFrom?.has(serial)))
    if (!same) return
    scene.bind(key, same.identity!.key)
    for (const track of before) {
      if (track.body && this.#distance(track, measure) < STAYS) this.#listener.joined(same, track, same.identity)
      else scene.disown(track)
    }
  }

  /** One transmission that two receivers heard is one measurement. */
  #isSameMessage({ lastPosition, lastAt }: Identity, { position }: Plot, time: Timestamp): boolean {
    return lastPosition !== undefined && Math.abs(time - lastAt) < SAME_MESSAGE
      && lastPosition.lat === position.lat && lastPosition.lon === position.lon
  }

  #hearAgain(identity: Identity, plot: Plot): void {
    const able = identity.tracks.filter((track) => !isRefused(track, plot))
    const track = (able.length > 0 ? able : identity.tracks).reduce((a, b) => (b.lastReportAt > a.lastReportAt ? b : a))
    this.#listener.taken(track, plot, { ...this.#measure, sensor: -1 })
  }

  #trackFor(identity: Identity, plot: Plot, measure: Measure, isAirborne: boolean): Followed {
    let best: Followed | undefined
    let twin: Followed | undefined
    let least = Infinity
    let nearest = Infinity
    for (const track of identity.tracks) {
      if (isRefused(track, plot)) {
        this.#keepRejection(track, plot, measure, 'held-apart')
        continue
      }
      if (!track.body) {
        best = track
        break
      }
      const distance = this.#distance(track, measure)
      if (distance >= STAYS) continue
      // Whatever else states it, within reach it is of the track that a person gave it to.
      const ranked = track.isPinned ? -Infinity : distance + 2 * (track.reluctance?.get(plot.sensorId) ?? 0)
      if (distance < SAME && nearest < SAME && best) twin = ranked < least ? best : track
      if (ranked < least) [best, least, nearest] = [track, ranked, distance]
    }
    if (best && twin && !best.apartFrom?.has(twin.serial)) return this.#unite(best, twin)
    if (best) return best
    const pinned = identity.tracks.find((track) => track.isPinned)
    const previous = identity.tracks[0]
    const track = this.#elsewhere(identity, plot, measure, isAirborne)
    if (previous && previous !== track && identity.tracks.includes(previous)) {
      identity.movedAt = measure.time
      this.#keepConflict(pinned ?? previous, plot, measure)
    }
    return track
  }

  /** Both state the identity and both are where the report says: they are one. */
  #unite(a: Followed, b: Followed): Followed {
    const [kept, gone] = a.serial < b.serial ? [a, b] : [b, a]
    this.#listener.joined(kept, gone, a.identity)
    return kept
  }

  /** The report is of none of the tracks that state its identity. */
  #elsewhere(identity: Identity, plot: Plot, measure: Measure, isAirborne: boolean): Followed {
    const scene = this.#scene
    const age = (plot.receivedAt - measure.time) / 1000
    const isFree = (track: Followed): boolean => !isRefused(track, plot) && this.#isFreeFor(track, identity, measure)
    // What moves past a fixed mark is not the mark.
    const there = isFixed(plot.claim!) ? undefined : this.#nearest(measure, age, isFree)
    if (identity.tracks.length >= MOST_PLACES) {
      const least = identity.tracks.reduce((a, b) =>
        ((worthOf(b) - worthOf(a) || b.lastReportAt - a.lastReportAt) < 0 ? b : a))
      if (least.lastEchoAt > least.lastReportAt) scene.disown(least)
      else scene.drop(least)
    }
    const track = there ?? scene.start(plot.receivedAt)
    track.isAirborne = isAirborne
    if (track.body) track.body.agility = isAirborne ? AIRBORNE : SURFACE
    track.isFixed = isFixed(plot.claim!)
    scene.own(track, identity)
    if (there && there.echoes >= LEAST_ECHOES) this.#takeBack(identity, there, measure)
    return track
  }

  /**
   * Among neighbours an echo can go astray to another vessel and take the identity along. Where the report finds an echo
   * of its own a stone's throw away, the other is not of this identity.
   */
  #takeBack(identity: Identity, found: Followed, measure: Measure): void {
    // Those that are let go leave the list.
    for (const other of identity.tracks.slice()) {
      if (other === found || other.isPinned || other.echoes === 0 || !other.body) continue
      if (this.#apart(other, measure) > ASTRAY ** 2) continue
      this.#scene.disown(other)
      dropClaims(other, () => true)
      other.lastReportAt = -Infinity
      other.lastReport = undefined
      other.antenna = 0
      this.#scene.touch(other)
    }
  }

  /** A track can take a new identity when it states none, or when its own has fallen silent just now. */
  #isFreeFor(track: Followed, identity: Identity, measure: Measure): boolean {
    if (track.apartFrom?.size && identity.tracks.some((other) => track.apartFrom!.has(other.serial))) return false
    const own = track.identity
    if (!own) return true
    if (own === identity || track.isPinned || own.tracks.length > 1) return false
    const silence = (measure.time - own.lastAt) / 1000
    return track.echoes > 0 && own.reports > 1 && silence > CHANGES_AFTER * expectedInterval(track, own)
  }

  /** The best of the tracks that a report may be of: by position and velocity, the more so the surer it is. */
  #nearest(measure: Measure, age: number, isFree: (track: Followed) => boolean): Followed | undefined {
    let best: Followed | undefined
    let least = ADOPTS
    // Tracks are found by where they are now, and this may tell of minutes ago.
    const gone = age > 5 ? age / METRES_PER_DEGREE : 0
    const lat = measure.lat + gone * measure.vy
    const lon = measure.lon + (gone * measure.vx) / Math.cos(degreesToRadians(measure.lat))
    this.#scene.grid.near(lat, lon, (track) => {
      if (track.body!.time - measure.time > LONGEST_PAST || !isFree(track)) return
      const distance = this.#distance(track, measure) + this.#velocityDistance(track, measure)
      if (distance >= ADOPTS) return
      const ranked = distance - 2 * Math.log(Math.max(LEAST_LIKELY, track.existence)) + (track.identity ? 2 : 0)
      if (ranked < least) [best, least] = [track, ranked]
    })
    return best
  }

  /** Squared Mahalanobis distance of the position, at the time of the measure. */
  #distance(track: Followed, measure: Measure): number {
    const body = track.body!
    const x = body.frame.x(measure.lat, measure.lon)
    const y = body.frame.y(measure.lat, x)
    if (body.time - measure.time > LATE) {
      if (!body.pastAt(measure.time, this.#past)) body.guessAt(measure.time, this.#past)
      this.#foresight.remember(this.#past)
    } else {
      const near = quickDistance(body.s, x, y, measure)
      if (near < CERTAIN) return near
      this.#foresight.look(body.s, measure.time, body.agility)
    }
    const more = ANTENNA_VARIANCE + track.antenna + (track.claim.dimensions ? hullVariance(track.claim.dimensions) : 0)
    this.#foresight.logLikelihood(x, y, measure.rxx + more, measure.rxy, measure.ryy + more)
    return this.#foresight.distanceSquared
  }

  #velocityDistance(track: Followed, { time, vx, vy, velocityVariance }: Measure): number {
    const { s } = track.body!
    if (velocityVariance === 0 || Math.abs(time - s[TIME]!) > VELOCITY_HOLDS) return 0
    const du = vx - s[MIXED_MEAN + 2]!
    const dv = vy - s[MIXED_MEAN + 3]!
    return (du * du) / (s[MIXED_COVARIANCE + UU]! + velocityVariance + SWAY)
      + (dv * dv) / (s[MIXED_COVARIANCE + VV]! + velocityVariance + SWAY)
  }

  /**
   * A track that only its own reports keep alive, though a sensor looks there, and one beside it that only an echo
   * keeps alive: after enough reports that fit, both are one. What was seen once from space, and can be miles away by
   * now, is no echo.
   */
  #join(track: Followed, measure: Measure): void {
    if (track.looks.length === 0) return
    const isSeen = track.looks.some(({ scanner, seenAt, misses }) =>
      seenAt > -Infinity && misses < 3 && measure.time - seenAt < 10 * scanner.period)
    if (isSeen || !track.looks.some(({ misses }) => misses >= 2)) return
    const isEchoOf = (other: Followed): boolean =>
      other !== track && Math.abs(other.body!.time - measure.time) < LONGEST_PAST && !other.identity && other.isConfirmed
      && !other.isOccasional && !track.apartFrom?.has(other.serial)
    const echo = this.#nearest(measure, 0, isEchoOf) ?? this.#alongside(track, measure, isEchoOf)
    if (!echo) return
    const [kept, gone] = track.serial < echo.serial ? [track, echo] : [echo, track]
    this.#listener.joined(kept, gone, track.identity)
  }

  /** An echo within a hull's length that moves as the object does: a large ship's antenna is far from its echo. */
  #alongside(track: Followed, measure: Measure, isFree: (track: Followed) => boolean): Followed | undefined {
    if (measure.velocityVariance === 0) return undefined
    const own = this.#apart(track, measure)
    let best: Followed | undefined
    let least = HULL_REACH ** 2
    this.#scene.grid.near(measure.lat, measure.lon, (other) => {
      if (own > HULL_REACH ** 2 || !isFree(other) || other.fixes < LEAST_ECHOES) return
      if (this.#velocityDistance(other, measure) > SAME_VELOCITY) return
      const apart = this.#apart(other, measure)
      if (apart < least) [best, least] = [other, apart]
    })
    return best
  }

  #keepConflict(track: Followed, plot: Plot, measure: Measure): void {
    const { sensorId, position } = plot
    const distance = Math.sqrt(Math.max(0, this.#apart(track, measure)))
    const elapsed = Math.max(1, Math.abs(measure.time - track.lastReportAt) / 1000)
    const own = track.conflicts.filter((conflict) => conflict.sensorId === sensorId)
    const oldest = own.length >= CONFLICTS_KEPT ? own[0] : undefined
    track.conflicts = [
      ...track.conflicts.filter((conflict) => conflict !== oldest),
      { sensorId, time: measure.time, position, impliedSpeed: distance / elapsed },
    ]
    this.#keepRejection(track, plot, measure, 'impossible-move')
    this.#scene.touch(track)
  }

  #keepRejection(
    track: Followed, { sensorId, position }: Plot, measure: Measure, because: RejectedPlot['because'],
  ): void {
    if (!track.body) return
    const distanceSquared = this.#distance(track, measure)
    keepRejection(track, { sensorId, time: measure.time, position, distanceSquared, because })
  }

  #apart(track: Followed, measure: Measure): number {
    if (!track.body) return 0
    const { frame, s } = track.body
    const x = frame.x(measure.lat, measure.lon)
    return (x - s[MIXED_MEAN]!) ** 2 + (frame.y(measure.lat, x) - s[MIXED_MEAN + 1]!) ** 2
  }
}

/** A person has said that what this sensor shows is another object. */
const isRefused = ({ reluctance }: Followed, { sensorId }: Plot): boolean => reluctance?.get(sensorId) === Infinity

/** Where a track was longer ago, ms, nobody remembers: it could have been anywhere, so that a report of then says nothing of it. */
const LONGEST_PAST = 600_000
/** Metres from an antenna to the farthest echo of the same hull. */
const HULL_REACH = 200
/** How far an echo goes astray among neighbours, metres. */
const ASTRAY = 400
/** Echoes that an object must have shown; how alike its velocity must be: squared distance, 2 degrees of freedom. */
const LEAST_ECHOES = 8
const SAME_VELOCITY = 4
/** A track is not held to be less likely than this, when the best of several is chosen. */
const LEAST_LIKELY = 1e-4

/** The report is right about the antenna, and the track follows the echo. */
function awayFromEcho(measure: Measure, squared: number): void {
  measure.lasting = (measure.lasting * measure.rxx + squared) / (measure.rxx + squared)
  measure.rxx += squared
  measure.ryy += squared
}

/** Nearer than this by the rough measure, a report needs no closer look. */
const CERTAIN = 9

/** The distance as if nothing manoeuvred and both axes were one: never less than the true one by much. */
function quickDistance(s: Float64Array, x: number, y: number, { time, rxx, ryy }: Measure): number {
  const dt = (time - s[TIME]!) / 1000
  const dx = x - s[MIXED_MEAN]! - dt * s[MIXED_MEAN + 2]!
  const dy = y - s[MIXED_MEAN + 1]! - dt * s[MIXED_MEAN + 3]!
  return (dx * dx) / (s[MIXED_COVARIANCE]! + rxx) + (dy * dy) / (s[MIXED_COVARIANCE + YY]! + ryy)
}

function standStill(measure: Measure): void {
  measure.vx = 0
  measure.vy = 0
  measure.velocityVariance = STILL
}

/** (m/s)². */
const STILL = 1e-4
/** Two receivers date one message within this, ms. */
const SAME_MESSAGE = 2_500
/** By waves and between two reports a velocity varies so, (m/s)². */
const SWAY = 0.25
/** A velocity says nothing of one so much earlier or later, ms. */
const VELOCITY_HOLDS = 30_000
/** An identity has fallen silent when its next report is due: so many intervals. */
const CHANGES_AFTER = 0.75

/** Where on the hull a radar sees the ship, m²: anywhere. */
const hullVariance = ({ bow, stern }: Dimensions): number => ((bow + stern) / 4) ** 2

/** No antenna afloat is as high, m. */
const HIGHEST_AFLOAT = 300

function isOfAircraft({ claim, altitude }: Plot): boolean {
  return isAircraft(claim!) || (altitude ?? 0) > HIGHEST_AFLOAT
}
