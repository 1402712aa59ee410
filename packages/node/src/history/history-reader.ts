import type { Box } from '@csii/geo'
import type { Timestamp } from '@csii/model'
import type { EndRecord, InfoRecord, StateRecord, TrackRef } from '../pipeline/record/records.ts'

/** As was known at that moment, or as the world was by all that is known today. */
export type Knowledge = 'then' | 'now'

/** Both ends are included. */
export interface Window {
  readonly from: Timestamp
  readonly until: Timestamp
}

/** Which states of a pack are wanted: known by then, and valid from and until. All times are included. */
export interface StateWindow {
  readonly knownUntil?: Timestamp | undefined
  readonly from?: Timestamp | undefined
  readonly until?: Timestamp | undefined
}

/** Some states of one track, in the order in which they became known. What it says of them holds for all of them. */
export interface StatePack {
  readonly track: TrackRef
  readonly known: Window
  /** Times of validity. */
  readonly valid: Window
  /** Holds every position. */
  readonly box: Box
  readonly count: number
  /** Bytes that it takes in memory. */
  readonly size: number
  states(wanted?: StateWindow): readonly StateRecord[]
  /** The last that was known by a time and revised no past: what the picture showed then. */
  lastKnown(until: Timestamp): StateRecord | undefined
}

export interface PackQuery {
  /** Of the exercise, or of the live world. */
  readonly exercise: boolean
  readonly known?: Window | undefined
  readonly valid?: Window | undefined
  readonly tracks?: readonly TrackRef[] | undefined
  /** Only packs whose box touches this one. */
  readonly box?: Box | undefined
}

/** Notes about tracks; in the order in which they became known. */
export interface NoteQuery {
  readonly exercise: boolean
  readonly known?: Window | undefined
  readonly tracks?: readonly TrackRef[] | undefined
}

export type TrackInfo = InfoRecord & { readonly track: TrackRef }
export type TrackEnd = Omit<EndRecord, 'into'> & { readonly track: TrackRef; readonly into?: TrackRef | undefined }

/** A track as it was known at one moment. */
export interface KnownTrack {
  readonly track: TrackRef
  /** Absent while nobody had said where it was. */
  readonly state?: StateRecord | undefined
  readonly info?: InfoRecord | undefined
}

/** All tracks that were known at a moment. */
export interface Keyframe {
  readonly at: Timestamp
  readonly tracks: readonly KnownTrack[]
}

/** What identifies tracks: one of them, itself or what it states. Texts are compared without regard to case. */
export interface IdentityQuery {
  readonly exercise: boolean
  readonly tracks?: readonly TrackRef[] | undefined
  readonly mmsi?: number | undefined
  readonly imo?: number | undefined
  readonly icaoAddress?: number | undefined
  readonly uid?: string | undefined
  readonly callSign?: string | undefined
  /** A part of the name. */
  readonly name?: string | undefined
  /** So many at most, those heard last. */
  readonly limit: number
}

/** A track and what was last known of who it is. */
export interface TrackEntry {
  readonly track: TrackRef
  readonly firstAt: Timestamp
  readonly lastAt: Timestamp
  readonly mmsi?: number | undefined
  readonly imo?: number | undefined
  readonly icaoAddress?: number | undefined
  readonly name?: string | undefined
  readonly callSign?: string | undefined
  readonly uid?: string | undefined
}

/** So many plots of a source, or states of a track, came between two times of receipt. */
export interface Tally {
  readonly of: string
  readonly from: Timestamp
  readonly to: Timestamp
  readonly count: number
}

/** What a person did, or what the node alarmed about: a mark on the bar of time. */
export interface Mark {
  readonly time: Timestamp
  readonly kind: string
  readonly text: string
  readonly trackId?: string | undefined
}

/** A start of the pipeline. */
export interface Run {
  readonly run: number
  readonly startedAt: Timestamp
}

/**
 * What the history store is asked. Lists come in parts, so that whoever reads can let others work in between; what is
 * damaged is not among them.
 */
export interface HistoryReader {
  /** From when to when anything is kept, by receipt. */
  span(): Promise<Window | undefined>
  runs(): Promise<readonly Run[]>
  /** The last one made at a time or before it. */
  keyframe(at: Timestamp, exercise: boolean): Promise<Keyframe | undefined>
  packs(query: PackQuery): AsyncIterable<readonly StatePack[]>
  infos(query: NoteQuery): AsyncIterable<readonly TrackInfo[]>
  ends(query: NoteQuery): AsyncIterable<readonly TrackEnd[]>
  identify(query: IdentityQuery): Promise<readonly TrackEntry[]>
  tallies(kind: 'plots' | 'states', window: Window, exercise: boolean): AsyncIterable<readonly Tally[]>
  /** What people did. */
  marks(window: Window): Promise<readonly Mark[]>
}

export const refText = ({ run, serial }: TrackRef): string => `${run}.${serial}`

/** Reads `run.serial`. */
export function refOf(text: string): TrackRef | undefined {
  const [, run, serial] = /^(\d{1,9})\.(\d{1,10})$/.exec(text) ?? []
  return run === undefined || serial === undefined ? undefined : { run: Number(run), serial: Number(serial) }
}
