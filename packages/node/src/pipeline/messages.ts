import type { Raster } from '@csii/geo'
import type {
  DecodeProblem, Explanation, Judgement, LatLon, Measurement, Registration, SensorCounts, SensorOptions, Timestamp, Track,
} from '@csii/model'
import type { MessagePort } from 'node:worker_threads'
import type { WrittenBatch } from './record/batch-writer.ts'
import type { Delay } from './delay-gauge.ts'
import type { HearingReport, SavedHearing } from './hearing.ts'
import type { TableMemory } from './track-table.ts'

/** One installed sensor as the worker needs it. */
export interface WorkerSensor {
  readonly id: string
  readonly kind: string
  readonly position?: LatLon | undefined
  /** Metres above the sea. */
  readonly antennaHeight?: number | undefined
  readonly options?: SensorOptions | undefined
  readonly simulated: boolean
}

/** Puts a sensor in a place, with fresh readers, or leaves the place empty. */
export interface Installation {
  readonly place: number
  /** Tells what is said of this sensor from what is said of one that had the place before. */
  readonly opening: number
  readonly sensor: WorkerSensor | undefined
}

export interface WorkerSetup {
  /** Installed in the first places, as their opening 0. */
  readonly sensors: readonly WorkerSensor[]
  readonly table: TableMemory
  readonly maxTracks: number
  /** Tracks of an earlier run. */
  readonly restored: readonly Track[]
  /** What sensors were learned to hear in an earlier run. */
  readonly hearings?: readonly SavedHearing[]
  /** Whoever keeps what was taken in and believed. */
  readonly record?: { readonly run: number; readonly startedAt: Timestamp; readonly port: MessagePort }
}

/** What goes to the keeper of the record, and what comes back: it has too much to write, or has room again. */
export type ToRecord = WrittenBatch
export type FromRecord = { readonly type: 'hold' } | { readonly type: 'release' }

/** Bytes of one stream of a sensor, or the end of that stream when there are none. */
export interface Chunk {
  /** Its place. */
  readonly sensor: number
  /** Each connection is a stream of its own; datagrams are all of stream 0. */
  readonly stream: number
  readonly bytes: Uint8Array | undefined
  readonly receivedAt: number
  readonly datagram: boolean
}

export type ToWorker =
  | { readonly type: 'bytes'; readonly chunks: readonly Chunk[] }
  | { readonly type: 'install'; readonly installation: Installation }
  /** What was read last shall show. */
  | { readonly type: 'settle'; readonly now: number }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'ask'; readonly request: number; readonly question: Question }
  | { readonly type: 'stop' }

export type Question =
  | { readonly of: 'rejected'; readonly sensor: number }
  | { readonly of: 'measurements'; readonly sensor: number }
  | { readonly of: 'radar-picture'; readonly sensor: number; readonly now: number }
  | { readonly of: 'track'; readonly id: string }
  | { readonly of: 'explanation'; readonly id: string }
  | { readonly of: 'registrations' }
  | { readonly of: 'decision'; readonly judgement: Judgement }
  | { readonly of: 'undoing'; readonly id: string }
  | { readonly of: 'live-tracks'; readonly heardAfter: number }
  | { readonly of: 'hearings' }

/** How the sensor in one place does. */
export interface Reading {
  readonly place: number
  readonly opening: number
  readonly counts: SensorCounts
  readonly lastHeardAt: number | undefined
  readonly delay: Delay | undefined
  /** It sends the picture of a radar. */
  readonly hasVideo?: boolean
  /** Plots that became part of no track: their numbers cannot be, or they were more than can be heard of one sensor. */
  readonly refused?: number
  readonly hearing?: HearingReport
}

/** What a radar saw in its last turns, and when its last beam was received. */
export interface RadarPicture {
  readonly time: number
  readonly raster: Raster
}

/** One refused input, as it came. */
export interface Rejected {
  readonly problem: DecodeProblem
  readonly receivedAt: number
  readonly bytes: Uint8Array
}

/** `taken` answers each `bytes` in its order. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'taken' }
  | { readonly type: 'readings'; readonly readings: readonly Reading[] }
  | { readonly type: 'answer'; readonly request: number; readonly answer: Answer }

export type Answer =
  | { readonly of: 'rejected'; readonly rejected: readonly Rejected[] }
  | { readonly of: 'measurements'; readonly measurements: readonly Measurement[] }
  | { readonly of: 'radar-picture'; readonly picture: RadarPicture | undefined }
  | { readonly of: 'track'; readonly track: Track | undefined }
  | { readonly of: 'explanation'; readonly explanation: Explanation | undefined }
  | { readonly of: 'registrations'; readonly registrations: readonly Registration[] }
  /** Why it could not be carried out, where it could not. */
  | { readonly of: 'decision'; readonly refused: string | undefined }
  | { readonly of: 'undoing'; readonly undone: boolean }
  | { readonly of: 'live-tracks'; readonly tracks: readonly Track[] }
  | { readonly of: 'hearings'; readonly hearings: readonly SavedHearing[] }

export type AnswerTo<Q extends Question> = Extract<Answer, { of: Q['of'] }>
