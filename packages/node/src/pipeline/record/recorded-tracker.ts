import { createTracker, type Tracker, type TrackerOptions } from '@csii/fusion'
import type { Timestamp } from '@csii/model'
import type { WorkerSetup } from '../messages.ts'
import type { TableWriter } from '../table-writer.ts'
import type { WrittenBatch } from './batch-writer.ts'
import { createRecorder, type Recorder } from './recorder.ts'

/** A tracker whose tracks stand in a table, and of which everything is noted where a record is kept. */
export interface RecordedTracker {
  readonly tracker: Tracker
  /** Whoever tells it what sensors say. */
  readonly observer: Pick<Tracker, 'plot' | 'statement'>
  advance(now: Timestamp): void
  forget(now: Timestamp): void
}

export function createRecordedTracker(
  { maxTracks, record }: Pick<WorkerSetup, 'maxTracks' | 'record'>, factsOf: TrackerOptions['factsOf'], writer: TableWriter,
  keep: (batch: WrittenBatch) => void,
): RecordedTracker {
  let knownAt = record?.startedAt ?? -Infinity
  const recorder = record && createRecorder(record.run, (id, since) => tracker.past(id, since), keep)
  const tracker: Tracker = createTracker({ maxTracks, ...(factsOf && { factsOf }) }, {
    changed(track) {
      writer.put(track)
      recorder?.changed(track, knownAt)
    },
    forgotten(track, into) {
      writer.remove(track)
      recorder?.forgotten(track, into, knownAt)
    },
  })
  return {
    tracker,
    observer: recorder ? noting(recorder, tracker) : tracker,
    advance(now) {
      knownAt = now
      tracker.advance(now)
      recorder?.flush()
    },
    forget(now) {
      knownAt = now
      tracker.forget(now)
      recorder?.flush()
    },
  }
}

/** What is told to the tracker is noted first. */
const noting = (recorder: Recorder, tracker: Tracker): Pick<Tracker, 'plot' | 'statement'> => ({
  plot(plot) {
    recorder.plot(plot)
    tracker.plot(plot)
  },
  statement(statement) {
    recorder.statement(statement)
    tracker.statement(statement)
  },
})
