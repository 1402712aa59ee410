import type { Plot, Statement, Timestamp } from '@csii/model'
import { readBatch } from '../../pipeline/record/batch-reader.ts'
import type { InfoRecord } from '../../pipeline/record/records.ts'
import type { JournalRow } from '../journal/journal-row.ts'
import type { KnownTrack, LatestTracks, TrackEnd } from './latest-tracks.ts'
import { OpenStates } from './open-states.ts'

export const HOUR_MS = 3_600_000
export const hourOf = (time: Timestamp): number => Math.floor(time / HOUR_MS)

/** When a part of the journal is put into chunks, though the hour is not over. */
export interface PeriodLimits {
  readonly plots: number
  readonly bytes: number
}

export const PERIOD_LIMITS: PeriodLimits = { plots: 1_500_000, bytes: 256 * 1024 * 1024 }

export interface TrackInfo {
  readonly run: number
  readonly info: InfoRecord
}

/** A stretch of the journal in memory: within one hour of receipt, and not in chunks yet. */
export class Period {
  /** Of every kind, all of them durable. */
  readonly rows: JournalRow[] = []
  readonly states = new OpenStates()
  readonly infos: TrackInfo[] = []
  readonly ends: TrackEnd[] = []
  readonly #statements: Statement[] = []
  /** When its plots were true, row by row: first and last. */
  readonly #spans: { from: Timestamp; to: Timestamp }[] = []
  /** All tracks at its end. */
  keyframe: readonly KnownTrack[] = []
  firstAt = Infinity
  lastAt = -Infinity
  plots = 0
  bytes = 0
  lastSeq = 0

  get isEmpty(): boolean {
    return this.rows.length === 0
  }

  hasRoomFor(row: JournalRow, limits: PeriodLimits): boolean {
    if (this.isEmpty) return true
    return hourOf(row.firstAt) === hourOf(this.firstAt) && this.plots + row.plots <= limits.plots && this.bytes + row.body.length <= limits.bytes
  }

  add(row: JournalRow, latest: LatestTracks): void {
    this.lastSeq = row.seq
    const batch = row.kind === 'batch' ? readBatch(row.body) : undefined
    this.rows.push(row)
    this.#spans.push(spanOf(batch?.plots ?? []))
    if (!batch) return
    this.plots += row.plots
    this.bytes += row.body.length
    this.firstAt = Math.min(this.firstAt, row.firstAt)
    this.lastAt = Math.max(this.lastAt, row.lastAt)
    for (const state of batch.states) this.states.add(batch.run, state)
    this.#statements.push(...batch.statements)
    for (const info of batch.infos) this.infos.push({ run: batch.run, info })
    this.ends.push(...latest.apply(batch))
  }

  /** What a source saw in a span of validity, both ends included, in order of receipt. */
  plotsOf(source: string, from: Timestamp, to: Timestamp): Plot[] {
    const isWanted = ({ sensorId, time }: Plot) => sensorId === source && time >= from && time <= to
    return this.rows.flatMap(({ body }, at) => {
      const span = this.#spans[at]!
      return span.from > to || span.to < from ? [] : readBatch(body).plots.filter(isWanted)
    })
  }

  statementsOf(source: string, from: Timestamp, to: Timestamp): Statement[] {
    const isWanted = ({ sensorId, time }: Statement) => sensorId === source && time >= from && time <= to
    return this.#statements.filter(isWanted)
  }
}

function spanOf(plots: readonly Plot[]): { from: Timestamp; to: Timestamp } {
  let [from, to] = [Infinity, -Infinity]
  for (const { time } of plots) {
    if (time < from) from = time
    if (time > to) to = time
  }
  return { from, to }
}
