import type { MessagePort } from 'node:worker_threads'
import type { Plot, Timestamp } from '@csii/model'
import type { StateRecord, TrackRef } from '../pipeline/record/records.ts'
import type { Damage } from './damage.ts'
import type { HistorianLimits, HistoryStatus } from './historian.ts'
import type { JournalTrouble } from './journal/journal.ts'

export interface HistorySetup {
  /** A data directory, or the address of a PostgreSQL database. */
  readonly location: string
  /** Whence the pipeline's batches come. */
  readonly port: MessagePort
  readonly limits: HistorianLimits
}

export type ToHistory =
  | { readonly type: 'act'; readonly request: number; readonly at: Timestamp; readonly action: unknown }
  | { readonly type: 'ask'; readonly request: number; readonly question: Question }
  | { readonly type: 'stop' }

export type FromHistory =
  | { readonly type: 'ready' }
  /** It cannot begin. */
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'answer'; readonly request: number; readonly answer: Answer }
  | { readonly type: 'failed'; readonly request: number; readonly message: string }
  | { readonly type: 'acknowledged'; readonly seq: number }
  | { readonly type: 'troubled'; readonly trouble: JournalTrouble | undefined }
  | { readonly type: 'damaged'; readonly damage: Damage }
  /** It has ended; so many plots and actions could not be kept. */
  | { readonly type: 'stopped'; readonly lost: { readonly rows: number; readonly plots: number } }

export type Question =
  | { readonly of: 'status' }
  | { readonly of: 'next-run'; readonly startedAt: Timestamp }
  /** Everything so far goes into chunks. */
  | { readonly of: 'flush' }
  | { readonly of: 'states'; readonly track: TrackRef; readonly from: Timestamp; readonly to: Timestamp }
  | { readonly of: 'plots'; readonly source: string; readonly from: Timestamp; readonly to: Timestamp }

export type Answer =
  | { readonly of: 'act'; readonly seq: number }
  | { readonly of: 'status'; readonly status: HistoryStatus }
  | { readonly of: 'next-run'; readonly run: number }
  | { readonly of: 'flush' }
  | { readonly of: 'states'; readonly states: readonly StateRecord[] }
  | { readonly of: 'plots'; readonly plots: readonly Plot[] }

export type AnswerTo<Q extends Question> = Extract<Answer, { of: Q['of'] }>
