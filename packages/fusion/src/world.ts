import {

  MEANS,
  OCCASIONAL,
  type Explanation,
  type Heard,
  type Judgement,
  type Plot,
  type Registration,
  type Statement,
  type Timestamp,
  type Track,
} from '@csii/model'
import { distanceBetween } from '@csii/geo'
import { CONFIRMS, Echoes } from './association/echoes.ts'
import { holdClaim } from './claims.ts'
import { speedOf } from './identity/expected.ts'
import type { Hearing } from './identity/darkness.ts'
import { HearingMap } from './identity/hearing-map.ts'
import { Reports } from './identity/reports.ts'
import type { Key } from './key.ts'
import { isForgotten, isGone, isOverConflict } from './lifetime.ts'
import type { Measure } from './motion/body.ts'
import { AIRBORNE, mixture, predict } from './motion/imm.ts'
import { MIXED_COVARIANCE, MIXED_MEAN, STATE_LENGTH, UU, VV } from './motion/layout.ts'
import { createRegistrar } from './registration/registrar.ts'
import { Scene } from './scene.ts'
import { passTurns } from './sensing/looking.ts'
import type { Scanner, SensorFacts } from './sensing/scanner.ts'
import { setBack } from './set-back.ts'
import type { Estimate, TrackerOptions, TrackSink } from './tracker.ts'
import { placeOf, type Followed } from './tracks/followed.ts'
import { viewOf } from './tracks/view.ts'

/** Tracks are looked through so often, ms. */
const SWEEP = 1000

/** The tracker of one world, live or simulated: what comes in goes step by step to the tracks. */
export class World {
  readonly #scene: Scene
  readonly #echoes: Echoes
  readonly #reports: Reports
  readonly #registrar = createRegistrar()
  readonly #heard = new HearingMap()
  readonly #hearing: Hearing
  readonly #sink: TrackSink
  other: World | undefined
  #sweptAt: Timestamp = -Infinity
  #regriddedAt: Timestamp = -Infinity
  readonly #held = new WeakMap<Followed, Plot[]>()
  readonly #byId = new Map<string, Followed>()
  readonly #foreseen = new Float64Array(STATE_LENGTH)

  constructor(
    simulated: boolean, nextSerial: () => number, factsOf: (sensorId: string) => SensorFacts, maxTracks: number,
    { receptionAt, farShare = 0 }: TrackerOptions, sink: TrackSink,
  ) {
    this.#sink = sink
    this.#scene = new Scene(simulated, nextSerial, factsOf, () => maxTracks - (this.other?.size ?? 0))
    this.#hearing = {
      farShare,
      receptionAt: (position, now) => receptionAt?.(position.lat, position.lon) ?? this.#heard.at(position, now),
    }
    this.#echoes = new Echoes(this.#scene, this.#registrar, {
      taken: (track, plot, measure, scanner) => this.#takeEcho(track, plot, measure, scanner),
      began: (track, plot) => this.#note(track, plot, plot.time),
      joined: (kept, gone) => this.#join(kept, gone),
    })
    this.#reports = new Reports(this.#scene, {
      taken: (track, plot, measure) => this.#takeReport(track, plot, measure),
      joined: (kept, gone) => this.#join(kept, gone),
    })
  }

  get size(): number {
    return this.#scene.tracks.size
  }

  plot(plot: Plot, key: Key | undefined): void {
    if (key === undefined) this.#scene.scannerOf(plot.sensorId).hear(plot)
    else this.#reports.take(plot, key)
  }

  statement(statement: Statement, key: Key): void {
    const scene = this.#scene
    const identity = scene.identityOf(key)
    let track = identity.tracks[0]
    if (!track) {
      track = scene.start(statement.receivedAt)
      track.isConfirmed = true
      track.existence = 0.99
      scene.own(track, identity)
    }
    const time = hear(track, statement)
    contribute(track, statement.sensorId, 0, time)
    holdClaim(track, statement.claim, statement.sensorId, time)
    scene.touch(track)
  }

  #takeEcho(track: Followed, plot: Plot, measure: Measure, _scanner: Scanner): void {
    if (!this.#fuse(track, measure)) return
    track.echoes++
    track.lastEchoAt = Math.max(track.lastEchoAt, measure.time)
    if (!track.isConfirmed && track.existence >= CONFIRMS && track.fixes > 1) {
      track.isConfirmed = true
      this.#lookBeside(track)
    }
    this.#note(track, plot, measure.time)
  }

  /** Remembers which tracks lie so near that a track just confirmed may be one of them. */
  #lookBeside(track: Followed): void {
    this.#scene.tentative.delete(track)
    const here = placeOf(track)!
    this.#scene.grid.near(here.lat, here.lon, (other) => {
      if (other !== track && other.isConfirmed && distanceBetween(here, placeOf(other)!) < BESIDE) (track.beside ??= new Map()).set(other, 0)
    })
  }

  #takeReport(track: Followed, plot: Plot, measure: Measure): void {
    const scene = this.#scene
    if (measure.sensor >= 0) {
      if (!track.body) scene.place(track, measure)
      else this.#fuse(track, measure)
      if (!track.isConfirmed) this.#lookBeside(track)
      track.existence = Math.max(track.existence, MOST_REPORTED)
      track.isConfirmed = true
      if (measure.time >= track.lastReportAt) {
        track.lastReportAt = measure.time
        const { time, lat, lon, vx, vy } = measure
        track.lastReport = { time, lat, lon, vx, vy }
      }
      if (!OCCASIONAL.has(scene.meansOf(plot.sensorId))) this.#heard.hear(plot.position, plot.receivedAt)
      else track.isOccasional = true
      track.headingDeg = plot.headingDeg ?? track.headingDeg
      track.statedCourseDeg = plot.courseDeg ?? track.statedCourseDeg
    }
    this.#note(track, plot, Math.min(plot.time, plot.receivedAt))
  }

  /** Lets a plot move a track. One that is too old to move it is of it nonetheless. */
  #fuse(track: Followed, measure: Measure): boolean {
    const body = track.body!
    const isLate = body.time - measure.time > LATE
    if (body.take(measure)) {
      track.fixes++
      if (isLate) {
        track.revision++
        track.revisedFrom = measure.time
      }
    }
    this.#scene.grid.put(track, body.time)
    return true
  }

  #note(track: Followed, plot: Plot, time: Timestamp): void {
    const { sensorId, claim, altitude } = plot
    if (this.#sink.took) this.#tell(track, plot)
    hear(track, plot)
    contribute(track, sensorId, 1, time)
    track.lastMeans = MEANS.indexOf(this.#scene.meansOf(sensorId))
    if (claim) holdClaim(track, claim, sensorId, time)
    if (altitude !== undefined) track.altitude = altitude
    if (track.isConfirmed) this.#scene.touch(track)
  }

  /** What a tentative track took is told once it is confirmed: until then it is likely clutter. */
  #tell(track: Followed, plot: Plot): void {
    const held = this.#held.get(track) ?? []
    held.push(plot)
    if (!track.isConfirmed) return void this.#held.set(track, held)
    for (const each of held) this.#sink.took!(each, track.id)
    this.#held.delete(track)
  }

  #join(kept: Followed, gone: Followed): void {
    const scene = this.#scene
    const identity = gone.identity ?? kept.identity
    if (variance(gone) < variance(kept)) {
      const { body } = kept
      kept.body = gone.body
      gone.body = body
    }
    for (const look of gone.looks) {
      const at = kept.looks.findIndex(({ scanner }) => scanner === look.scanner)
      if (at < 0) kept.looks.push(look)
      else if (look.seenAt > kept.looks[at]!.seenAt) kept.looks[at] = look
    }
    for (const { sensorId, plots, lastAt } of gone.contributors) contribute(kept, sensorId, plots, lastAt)
    for (const held of gone.claims) holdClaim(kept, { [held.field]: held.value }, held.sensorId, held.time)
    kept.existence = Math.max(kept.existence, gone.existence)
    kept.isConfirmed = true
    kept.echoes += gone.echoes
    kept.fixes += gone.fixes
    kept.lastEchoAt = Math.max(kept.lastEchoAt, gone.lastEchoAt)
    kept.lastReportAt = Math.max(kept.lastReportAt, gone.lastReportAt)
    kept.lastReport ??= gone.lastReport
    if (identity) scene.own(kept, identity)
    scene.drop(gone)
    scene.grid.remove(kept)
    scene.grid.put(kept, kept.body!.time)
    scene.touch(kept)
  }

  advance(now: Timestamp): void {
    const scene = this.#scene
    for (const scanner of scene.scanners.values()) {
      this.#echoes.settle(scanner, now)
      if (!OCCASIONAL.has(scanner.facts.means)) passTurns(scene, scanner)
    }
    if (Math.abs(now - this.#sweptAt) >= SWEEP) this.#sweep(now)
    this.#show(now)
  }

  #sweep(now: Timestamp): void {
    const scene = this.#scene
    this.#sweptAt = now
    for (const track of scene.tentative) {
      if (!isGone(track)) continue
      countClutter(track)
      scene.drop(track)
    }
    if (Math.abs(now - this.#regriddedAt) < REGRID) return
    this.#regriddedAt = now
    for (const track of scene.tracks) {
      if (track.isConfirmed && isGone(track)) {
        scene.drop(track)
        continue
      }
      if (isTooFast(track)) fly(track)
      if (now - track.gridAt > REGRID / 2) scene.grid.put(track, now)
    }
  }

  #show(now: Timestamp): void {
    const { changed, gone } = this.#scene
    for (const track of gone) {
      if (!track.isShown) continue
      this.#byId.delete(track.id)
      this.#sink.forgotten(track.view!)
    }
    gone.length = 0
    for (const track of changed) {
      track.isDirty = false
      if (!this.#scene.tracks.has(track)) continue
      if (!track.isShown) {
        track.isShown = true
        this.#byId.set(track.id, track)
      }
      this.#sink.changed(viewOf(track, this.#scene, this.#hearing, now))
    }
    changed.length = 0
  }

  restore(_saved: Track, _key: Key): void {}

  forget(now: Timestamp): void {
    const scene = this.#scene
    for (const track of scene.tracks) {
      if (isForgotten(track, now)) {
        scene.drop(track)
        continue
      }
      const isAhead = track.heardAt > now
      if (isAhead) setBack(track, now)
      const kept = track.conflicts.filter(({ time }) => !isOverConflict(time, now))
      if (!isAhead && kept.length === track.conflicts.length) continue
      track.conflicts = kept
      if (track.isShown) scene.touch(track)
    }
    this.#show(now)
  }

  foresee(id: string, time: Timestamp): Estimate | undefined {
    const track = this.#byId.get(id)
    if (!track?.body) return undefined
    const { s, frame, agility } = track.body
    const state = this.#foreseen
    state.set(s.subarray(0, STATE_LENGTH))
    predict(state, time, agility)
    mixture(state)
    return {
      position: frame.point(state[MIXED_MEAN]!, state[MIXED_MEAN + 1]!),
      covariance: { ee: state[MIXED_COVARIANCE]!, en: state[MIXED_COVARIANCE + 1]!, nn: state[MIXED_COVARIANCE + 4]! },
      velocity: { east: state[MIXED_MEAN + 2]!, north: state[MIXED_MEAN + 3]! },
    }
  }

  explain(_id: string): Explanation | undefined {
    return undefined
  }

  registrations(): Registration[] {
    return this.#registrar.all()
  }

  decide(_judgement: Judgement): string | undefined {
    return 'This tracker cannot carry out decisions.'
  }

  undo(_id: string): boolean {
    return false
  }
}

/** A track is looked for where it was put at most so long ago, ms. */
const REGRID = 3000
/** What reports is there. */
const MOST_REPORTED = 0.9999
const LATE = 1000
/** Metres. */
const BESIDE = 600

/** Nothing afloat goes so fast for long, m/s: 72 kn. */
const FASTEST_AFLOAT = 37

const isTooFast = (track: Followed): boolean =>
  track.isConfirmed && !track.isAirborne && !track.identity && track.fixes > 4
  && speedOf(track) - 3 * Math.sqrt(track.body!.s[MIXED_COVARIANCE + UU]! + track.body!.s[MIXED_COVARIANCE + VV]!) > FASTEST_AFLOAT

function fly(track: Followed): void {
  track.isAirborne = true
  track.body!.agility = AIRBORNE
}

/** A tentative track came to nothing: its plots were false. */
function countClutter(track: Followed): void {
  const position = placeOf(track)!
  const look = track.looks.find(({ seenAt }) => seenAt > -Infinity)
  for (let fix = 0; fix < track.fixes; fix++) look?.scanner.clutter.count(position, look.scanner.scans)
}

const variance = ({ body }: Followed): number => (body ? body.s[MIXED_COVARIANCE]! + body.s[MIXED_COVARIANCE + 4]! : Infinity)

function hear(track: Followed, { time, receivedAt }: Heard): Timestamp {
  if (receivedAt > track.heardAt) track.heardAt = receivedAt
  return Math.min(time, receivedAt)
}

function contribute(track: Followed, sensorId: string, plots: number, time: Timestamp): void {
  for (const own of track.contributors) {
    if (own.sensorId !== sensorId) continue
    own.plots += plots
    if (time > own.lastAt) own.lastAt = time
    return
  }
  track.contributors.push({ sensorId, plots, lastAt: time })
}

