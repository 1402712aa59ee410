import type { DecodeProblem, SensorCounts, Track } from '@csii/model'
import type { TableMemory } from './track-table.ts'

/** One installed sensor as the worker needs it. Sensors travel by their place in the list. */
export interface WorkerSensor {
  readonly id: string
  readonly kind: string
  readonly position?: { readonly lat: number; readonly lon: number } | undefined
  readonly simulated: boolean
}

export interface WorkerSetup {
  readonly sensors: readonly WorkerSensor[]
  readonly table: TableMemory
  readonly maxTracks: number
  /** Tracks of an earlier run. */
  readonly restored: readonly Track[]
}

/** Bytes of one sensor, or the end of its stream when there are none. */
export interface Chunk {
  readonly sensor: number
  readonly bytes: Uint8Array | undefined
  readonly receivedAt: number
  readonly datagram: boolean
}

export type ToWorker =
  | { readonly type: 'bytes'; readonly chunks: readonly Chunk[] }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'ask'; readonly request: number; readonly question: Question }
  | { readonly type: 'stop' }

export type Question =
  | { readonly of: 'rejected'; readonly sensor: number }
  | { readonly of: 'track'; readonly id: string }
  | { readonly of: 'live-tracks'; readonly heardAfter: number }

export interface Reading {
  readonly counts: SensorCounts
  readonly lastHeardAt: number | undefined
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
  | { readonly of: 'track'; readonly track: Track | undefined }
  | { readonly of: 'live-tracks'; readonly tracks: readonly Track[] }

export type AnswerTo<Q extends Question> = Extract<Answer, { of: Q['of'] }>
