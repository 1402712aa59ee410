import type { Tracker } from '@csii/fusion'
import type { Claim, Plot, Statement, Timestamp, Track } from '@csii/model'
import { BatchWriter, type WrittenBatch } from './batch-writer.ts'
import type { StateRecord } from './records.ts'
import { isPlaced, revisedState, stateOf } from './state-of.ts'

/** Takes note of everything that comes in and of everything that is believed. */
export interface Recorder {
  plot(plot: Plot): void
  statement(statement: Statement): void
  changed(track: Track, knownAt: Timestamp): void
  forgotten(track: Track, into: Track | undefined, knownAt: Timestamp): void
  /** Hands on what was noted since. */
  flush(): void
}

/** What was last written of a track. */
interface Written {
  state: StateRecord | undefined
  claim: Claim
  contributors: number
  isConflicting: boolean | undefined
  revision: number
}

/** Bytes from which a batch is handed on without waiting for more. */
const FULL = 256 * 1024

export function createRecorder(
  run: number, past: Tracker['past'], hand: (batch: WrittenBatch) => void,
): Recorder {
  const writer = new BatchWriter(run)
  const written = new Map<number, Written>()

  function flush(): void {
    const batch = writer.take()
    if (batch) hand(batch)
  }
  function flushWhenFull(): void {
    if (writer.size >= FULL) flush()
  }

  function writeInfo(track: Track, last: Written | undefined, knownAt: Timestamp): void {
    const { serial, simulated, claim, contributors, identity } = track
    const isSame =
      last?.claim === claim && last.contributors === contributors.length && last.isConflicting === identity?.isConflicting
    if (isSame) return
    writer.info({ serial, simulated, knownAt, claim, contributors, identity })
  }

  function writeState(track: Track, last: Written | undefined, knownAt: Timestamp): StateRecord | undefined {
    if (!isPlaced(track)) return last?.state
    const state = stateOf(track, knownAt)
    if (last && track.revision !== last.revision) {
      for (const each of past(track.id, track.revisedFrom ?? state.time)) {
        if (each.time !== state.time) writer.state(revisedState(track, each, knownAt, state.means))
      }
    }
    if (!last?.state || !isAlike(last.state, state)) writer.state(state)
    return state
  }

  return {
    plot(plot) {
      writer.plot(plot)
      flushWhenFull()
    },
    statement(statement) {
      writer.statement(statement)
      flushWhenFull()
    },
    changed(track, knownAt) {
      const last = written.get(track.serial)
      writeInfo(track, last, knownAt)
      const state = writeState(track, last, knownAt)
      const { claim, contributors, identity, revision } = track
      written.set(track.serial, {
        state, claim, contributors: contributors.length, isConflicting: identity?.isConflicting, revision,
      })
      flushWhenFull()
    },
    forgotten({ serial, simulated }, into, knownAt) {
      written.delete(serial)
      writer.end({ serial, simulated, knownAt, ...(into && { into: into.serial }) })
    },
    flush,
  }
}

/** Nothing of it has changed but when it was looked at. */
const isAlike = (a: StateRecord, b: StateRecord): boolean =>
  a.time === b.time && a.lat === b.lat && a.lon === b.lon && a.means === b.means && a.flags === b.flags && a.dark === b.dark &&
  a.suspect === b.suspect && a.headingDeg === b.headingDeg && a.existence === b.existence && a.altitude === b.altitude
