import {
  type Explanation,
  type Judgement,
  type LatLon,
  type Plot,
  type PositionCovariance,
  type Registration,
  type Statement,
  type Timestamp,
  type Track,
} from '@csii/model'
import { identityKey } from './key.ts'
import type { SensorFacts } from './sensing/scanner.ts'
import { World } from './world.ts'

/** Turns what sensors say into tracks. Reads no clock: the same calls in the same order give the same tracks. */
export interface Tracker {
  plot(plot: Plot): void
  statement(statement: Statement): void
  /** Works on everything that has come so far, and tells the sink what changed. */
  advance(now: Timestamp): void
  /** Takes up a track of an earlier run, as a new one with all that was known of it. */
  restore(track: Track): void
  /** Lets time pass: tracks not heard for long are forgotten, and old conflicts with them. */
  forget(now: Timestamp): void
  readonly tracks: ReadonlyMap<string, Track>
  /** Where a track will be, by all that is known now; none when there is no such track or nobody said where it is. */
  foresee(trackId: string, time: Timestamp): Estimate | undefined
  /** Why a track is as it is; none when there is no such track. */
  explain(trackId: string): Explanation | undefined
  /** What is known of how each radar is set up. */
  registrations(): Registration[]
  /** Carries out what a person decided; a sentence that says why when it cannot. */
  decide(judgement: Judgement): string | undefined
  /** Takes a decision back; false when there is none of this name. */
  undo(judgementId: string): boolean
}

/** Told of every track that is new or no longer the same, and of every one that is gone. */
export interface TrackSink {
  changed(track: Track): void
  forgotten(track: Track): void
  /** A plot became part of a track. */
  readonly took?: ((plot: Plot, trackId: string) => void) | undefined
}

/** Where a track is believed to be at one time. */
export interface Estimate {
  readonly position: LatLon
  readonly covariance: PositionCovariance
  /** m/s. */
  readonly velocity: { readonly east: number; readonly north: number }
}

export interface TrackerOptions {
  /** When so many are held, those that were seen only once give way first, and those heard longest ago. */
  readonly maxTracks: number
  readonly factsOf?: (sensorId: string) => SensorFacts
  /** Probability that a report sent from there would be received: 0 to 1. Without it, what was heard near there counts. */
  readonly receptionAt?: (lat: number, lon: number) => number
  /** Share of the vessels that only satellites hear: 0 to 1. */
  readonly farShare?: number
}

const UNKNOWN: SensorFacts = { means: 'unknown' }

/** One track for each real object. Live and simulated objects live in worlds of their own and never meet. */
export function createTracker(options: TrackerOptions, sink: TrackSink): Tracker {
  const { maxTracks, factsOf = () => UNKNOWN } = options
  let serial = 0
  const tracks = new Map<string, Track>()
  const views: TrackSink = {
    changed(track) {
      tracks.set(track.id, track)
      sink.changed(track)
    },
    forgotten(track) {
      tracks.delete(track.id)
      sink.forgotten(track)
    },
    took: sink.took && ((plot, trackId) => sink.took!(plot, trackId)),
  }
  const worldOf = (simulated: boolean): World =>
    new World(simulated, () => ++serial, factsOf, maxTracks, options, views)
  const live = worldOf(false)
  const exercise = worldOf(true)
  live.other = exercise
  exercise.other = live
  const of = (simulated: boolean): World => (simulated ? exercise : live)
  const both = [live, exercise]

  return {
    tracks,
    plot: (plot) => of(plot.simulated).plot(plot, plot.claim && identityKey(plot.claim)),
    statement(statement) {
      const key = identityKey(statement.claim)
      if (key !== undefined) of(statement.simulated).statement(statement, key)
    },
    advance: (now) => both.forEach((world) => world.advance(now)),
    restore(saved) {
      const key = identityKey(saved.claim)
      if (key !== undefined) of(saved.simulated).restore(saved, key)
    },
    forget: (now) => both.forEach((world) => world.forget(now)),
    foresee: (id, time) => live.foresee(id, time) ?? exercise.foresee(id, time),
    explain: (id) => live.explain(id) ?? exercise.explain(id),
    registrations: () => both.flatMap((world) => world.registrations()),
    decide: (judgement) => of(judgement.decision.trackId.startsWith('SIM')).decide(judgement),
    undo: (id) => both.some((world) => world.undo(id)),
  }
}

