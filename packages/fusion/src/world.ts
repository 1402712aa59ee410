import {
  OCCASIONAL,
  type Claim,
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
import { inOrderOfArrival } from './association/batch.ts'
import { CONFIRMS, Echoes } from './association/echoes.ts'
import { holdClaim } from './claims.ts'
import { Decisions } from './decisions/decisions.ts'
import { explanationOf } from './explain.ts'
import type { Hearing } from './identity/darkness.ts'
import { speakerOf } from './identity/identity.ts'
import { HearingMap } from './identity/hearing-map.ts'
import { Reports } from './identity/reports.ts'
import { identityKey, withoutForeignKeys, type Key } from './key.ts'
import { isForgotten, isOverConflict } from './lifetime.ts'
import { LATE, type Measure } from './motion/body.ts'
import { predict } from './motion/imm.ts'
import { MIXED_COVARIANCE, MIXED_MEAN, STATE_LENGTH } from './motion/layout.ts'
import { mixture } from './motion/mix.ts'
import { createRegistrar } from './registration/registrar.ts'
import { restoreTrack } from './restore.ts'
import { Scene } from './scene.ts'
import { passTurns } from './association/looking.ts'
import type { SensorFacts } from './sensing/scanner.ts'
import { setBack, setSceneBack } from './set-back.ts'
import type { Estimate, PastEstimate, TrackerOptions, TrackSink } from './tracking.ts'
import { contribute } from './tracks/contribute.ts'
import { placeOf, type Followed } from './tracks/followed.ts'
import { joinTracks } from './tracks/join.ts'
import { cheapest } from './tracks/worth.ts'
import { dropTentative, keepUp } from './upkeep.ts'
import { viewOf } from './view.ts'

/** Tracks are looked through so often, ms. */
const SWEEP = 1000

/** Told besides of each track once, before it is told to have changed for the first time. */
export interface WorldSink extends TrackSink {
  shown(track: Track): void
}

/** The tracker of one world, live or simulated: what comes in goes step by step to the tracks. */
export class World {
  readonly #scene: Scene
  readonly #echoes: Echoes
  readonly #reports: Reports
  readonly #decisions: Decisions
  readonly #registrar = createRegistrar()
  readonly #heard = new HearingMap()
  readonly #hearing: Hearing
  readonly #sink: WorldSink
  other: World | undefined
  #arrived: Plot[] = []
  #sweptAt: Timestamp = -Infinity
  #regriddedAt: Timestamp = -Infinity
  readonly #held = new WeakMap<Followed, Plot[]>()
  readonly #byId = new Map<string, Followed>()
  readonly #foreseen = new Float64Array(STATE_LENGTH)

  constructor(
    simulated: boolean, nextSerial: () => number, factsOf: (sensorId: string) => SensorFacts, maxTracks: number,
    { receptionAt, farShare = 0 }: TrackerOptions, sink: WorldSink,
  ) {
    this.#sink = sink
    this.#scene = new Scene(simulated, nextSerial, factsOf, () => this.#makeRoom(maxTracks))
    this.#hearing = {
      farShare,
      receptionAt: (position, now) => receptionAt?.(position.lat, position.lon) ?? this.#heard.at(position, now),
      resumedAt: (position) => this.#heard.resumedAt(position),
    }
    this.#echoes = new Echoes(this.#scene, this.#registrar, {
      taken: (track, plot, measure) => this.#takeEcho(track, plot, measure),
      began: (track, plot) => {
        if (track.isConfirmed) this.#lookBeside(track)
        this.#note(track, plot, plot.time)
      },
      joined: (kept, gone) => this.#join(kept, gone),
    })
    this.#reports = new Reports(this.#scene, {
      taken: (track, plot, measure) => this.#takeReport(track, plot, measure),
      joined: (kept, gone, identity) => this.#join(kept, gone, identity),
    })
    this.#decisions = new Decisions({
      scene: this.#scene,
      numbers: this.#echoes.numbers,
      find: (id) => this.#find(id),
      join: (kept, gone, identity) => this.#join(kept, gone, identity),
    })
  }

  get size(): number {
    return this.#scene.tracks.size
  }

  /** Where both worlds together are full, the one that holds more gives way: an exercise cannot blind the watch. */
  #makeRoom(maxTracks: number): void {
    const others = this.other?.size ?? 0
    if (this.size + others < maxTracks) return
    if (this.other && others > this.size) this.other.giveWay()
    else this.giveWay()
  }

  giveWay(): void {
    for (const track of cheapest(this.#scene.tracks)) this.#scene.drop(track)
  }

  plot(plot: Plot): void {
    this.#arrived.push(plot)
  }

  /** What came together is taken in an order of its own: in which order it was handed over must not matter. */
  #takeArrived(): void {
    const arrived = this.#arrived
    if (arrived.length === 0) return
    this.#arrived = []
    if (arrived.length > 1) arrived.sort(inOrderOfArrival)
    for (const plot of arrived) {
      const key = plot.claim && identityKey(plot.claim)
      if (key === undefined) this.#scene.scannerOf(plot.sensorId).hear(plot)
      else this.#reports.take(plot, key)
    }
  }

  statement(statement: Statement, key: Key): void {
    const scene = this.#scene
    const identity = scene.identityOf(key)
    let track = speakerOf(identity, statement.sensorId)
    if (!track) {
      track = scene.start(statement.receivedAt)
      track.isConfirmed = true
      track.existence = 0.99
      scene.own(track, identity)
    }
    const time = hear(track, statement)
    contribute(track, statement.sensorId, 0, time)
    this.#holdWords(track, statement.claim, statement.sensorId, time)
    scene.touch(track)
  }

  #takeEcho(track: Followed, plot: Plot, measure: Measure): void {
    this.#fuse(track, measure)
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
      const isBeside = other !== track && other.isConfirmed && distanceBetween(here, placeOf(other)!) < BESIDE
      if (isBeside) (track.beside ??= new Map()).set(other, 0)
    })
  }

  #takeReport(track: Followed, plot: Plot, measure: Measure): void {
    const scene = this.#scene
    if (measure.sensor >= 0) {
      const isNew = !track.body || !track.isConfirmed
      if (!track.body) scene.place(track, measure)
      else this.#fuse(track, measure)
      if (isNew) this.#lookBeside(track)
      track.existence = Math.max(track.existence, MOST_REPORTED)
      track.isConfirmed = true
      if (measure.time >= track.lastReportAt) {
        track.lastReportAt = measure.time
        track.lastReport = noted(track.lastReport, measure)
      }
      if (!OCCASIONAL.has(scene.meansOf(plot.sensorId))) this.#heard.hear(plot.position, plot.receivedAt)
      else track.isOccasional = true
      track.headingDeg = plot.headingDeg ?? track.headingDeg
      track.statedCourseDeg = plot.courseDeg ?? track.statedCourseDeg
    }
    this.#note(track, plot, Math.min(plot.time, plot.receivedAt))
  }

  /** Lets a plot move a track. One that is too old to move it is of it nonetheless. */
  #fuse(track: Followed, measure: Measure): void {
    const body = track.body!
    const isLate = body.time - measure.time > LATE
    if (body.take(measure)) {
      track.fixes++
      if (isLate) {
        track.revision++
        track.revisedFrom = measure.time
      }
    }
    if (hasMoved(track, measure)) this.#scene.grid.put(track, body.time)
  }

  #note(track: Followed, plot: Plot, time: Timestamp): void {
    const { sensorId, claim, altitude } = plot
    if (this.#sink.took) this.#tell(track, plot)
    hear(track, plot)
    contribute(track, sensorId, 1, time)
    track.lastMeans = this.#scene.meansOf(sensorId)
    if (claim) this.#holdWords(track, claim, sensorId, time)
    if (altitude !== undefined) track.altitude = altitude
    if (track.isConfirmed) this.#scene.touch(track)
  }

  #holdWords(track: Followed, claim: Claim, sensorId: string, time: Timestamp): void {
    const isPlain = this.#scene.aliases.size === 0 || identityKey(claim) === track.identity?.key
    holdClaim(track, isPlain ? claim : withoutForeignKeys(claim, track.claim), sensorId, time)
  }

  /** What a tentative track took is told once it is confirmed: until then it is likely clutter. */
  #tell(track: Followed, plot: Plot): void {
    const held = this.#held.get(track) ?? []
    held.push(plot)
    if (!track.isConfirmed) return void this.#held.set(track, held)
    for (const each of held) this.#sink.took!(each, track.id)
    this.#held.delete(track)
  }

  /** Unless told, what is younger states who it is. */
  #join(kept: Followed, gone: Followed, identity = gone.identity ?? kept.identity): void {
    this.#echoes.numbers.pass(gone, kept)
    this.#decisions.joined(kept, gone)
    joinTracks(this.#scene, kept, gone, identity)
  }

  /** A track that is shown and still there. */
  #find(id: string): Followed | undefined {
    const track = this.#byId.get(id)
    return track && this.#scene.tracks.has(track) ? track : undefined
  }

  advance(now: Timestamp): void {
    this.#takeArrived()
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
    dropTentative(scene)
    if (Math.abs(now - this.#regriddedAt) < REGRID) return
    this.#regriddedAt = now
    keepUp(scene, now)
  }

  #show(now: Timestamp): void {
    const { changed, gone } = this.#scene
    for (const track of gone) {
      if (!track.isShown) continue
      this.#byId.delete(track.id)
      this.#sink.forgotten(track.view!, lastOf(track)?.view)
    }
    gone.length = 0
    for (const track of changed) {
      track.isDirty = false
      if (!this.#scene.tracks.has(track)) continue
      const view = viewOf(track, this.#hearing, now)
      if (!track.isShown) {
        track.isShown = true
        this.#byId.set(track.id, track)
        this.#sink.shown(view)
      }
      this.#sink.changed(view)
    }
    changed.length = 0
  }

  restore(saved: Track, key: Key): void {
    const track = restoreTrack(this.#scene, saved, key)
    if (!track) return
    this.#scene.touch(track)
    this.#show(saved.heardAt)
  }

  forget(now: Timestamp): void {
    const scene = this.#scene
    setSceneBack(scene, now)
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

  past(id: string, since: Timestamp): PastEstimate[] {
    const past: PastEstimate[] = []
    this.#find(id)?.body?.eachStateSince(since, (estimate) => past.push(estimate))
    return past
  }

  explain(id: string): Explanation | undefined {
    const track = this.#find(id)
    return track && explanationOf(track, this.#scene, this.#decisions.about(track))
  }

  /** Plots of a sensor that told more than can be heard. */
  unheard(sensorId: string): number {
    return this.#scene.scanners.get(sensorId)?.unheard ?? 0
  }

  registrations(): Registration[] {
    return this.#registrar.all()
  }

  decide(judgement: Judgement): string | undefined {
    return this.#decisions.decide(judgement)
  }

  undo(id: string): boolean {
    return this.#decisions.undo(id)
  }
}

/** The track that a joined one is part of in the end. */
function lastOf({ into }: Followed): Followed | undefined {
  let last = into
  while (last?.into) last = last.into
  return last
}

/** A track is looked for where it was put at most so long ago, ms. */
const REGRID = 10_000

function noted(before: Followed['lastReport'], { time, lat, lon, vx, vy }: Measure): Followed['lastReport'] {
  if (!before) return { time, lat, lon, vx, vy }
  before.time = time
  before.lat = lat
  before.lon = lon
  before.vx = vx
  before.vy = vy
  return before
}

/** Degrees from where the grid has a track within which it need not be put anew: a hundred metres. */
const NEAR_ENOUGH = 0.0009

const hasMoved = ({ cell, gridLat, gridLon }: Followed, { lat, lon }: Measure): boolean =>
  cell < 0 || Math.abs(lat - gridLat) > NEAR_ENOUGH || Math.abs(lon - gridLon) > NEAR_ENOUGH

/** What reports is there. */
const MOST_REPORTED = 0.9999
/** Metres within which a second account of one object begins. */
const BESIDE = 600

function hear(track: Followed, { time, receivedAt }: Heard): Timestamp {
  if (receivedAt > track.heardAt) track.heardAt = receivedAt
  return Math.min(time, receivedAt)
}
