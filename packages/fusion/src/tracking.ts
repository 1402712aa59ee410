import type {
  Explanation, Judgement, LatLon, Plot, PositionCovariance, Registration, Statement, Timestamp, Track,
} from '@csii/model'
import type { SensorFacts } from './sensing/scanner.ts'

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
  /** Where a track was after each plot that it remembers, from a time on, by all that is known now; oldest first. */
  past(trackId: string, since: Timestamp): PastEstimate[]
  /** Why a track is as it is; none when there is no such track. */
  explain(trackId: string): Explanation | undefined
  /** How many plots of a sensor were in no track because their numbers cannot be, or because it told more than can be heard. */
  refused(sensorId: string): number
  /** What is known of how each radar is set up. */
  registrations(): Registration[]
  /** Carries out what a person decided; a sentence that says why when it cannot. */
  decide(judgement: Judgement): string | undefined
  /** Takes a decision back; false when there is none of this name. */
  undo(judgementId: string): boolean
}

/** Where a track was believed to be at one time in the past. */
export interface PastEstimate extends Estimate {
  readonly time: Timestamp
}

/** Told of every track that is new or no longer the same, and of every one that is gone. */
export interface TrackSink {
  changed(track: Track): void
  /** `into` is the track that was taken for the same object, where there is one. */
  forgotten(track: Track, into?: Track): void
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

/** What a tracker is told of the place where it runs. */
export interface TrackerOptions {
  /** When so many are held, those that were seen only once give way first, and those heard longest ago. */
  readonly maxTracks: number
  /** What is known of a sensor beforehand; nothing where this is absent. */
  readonly factsOf?: (sensorId: string) => SensorFacts
  /** Probability that a report sent from there would be received: 0 to 1. Without it, what was heard there counts. */
  readonly receptionAt?: (lat: number, lon: number) => number
  /** Share of the vessels that only satellites hear: 0 to 1. */
  readonly farShare?: number
}
