import type { Heard, Plot, Statement, Timestamp, Track } from '@csii/model'
import { holdClaim } from './claims.ts'
import { isForgotten, isOverConflict } from './lifetime.ts'
import type { LiveTrack } from './live-track.ts'
import { move } from './move.ts'
import { createRoster } from './roster.ts'
import { setBack } from './set-back.ts'

/** Turns what sensors say into tracks. Reads no clock: the same calls in the same order give the same tracks. */
export interface Tracker {
  plot(plot: Plot): void
  statement(statement: Statement): void
  /** Takes up a track of an earlier run, as a new one with all that was known of it. */
  restore(track: Track): void
  /** Lets time pass: tracks not heard for long are forgotten, and old conflicts with them. */
  forget(now: Timestamp): void
  readonly tracks: ReadonlyMap<string, Track>
}

/** Told of every track that is new or no longer the same, and of every one that is gone. */
export interface TrackSink {
  changed(track: Track): void
  forgotten(track: Track): void
}

export interface TrackerOptions {
  /** When so many are held, those that were seen only once give way first, and those heard longest ago. */
  readonly maxTracks: number
}

/** One track for each MMSI, live and simulated apart. A plot whose sensor heard no MMSI starts no track. */
export function createTracker({ maxTracks }: TrackerOptions, sink: TrackSink): Tracker {
  const roster = createRoster(maxTracks, sink.forgotten)
  const { tracks } = roster

  return {
    tracks,
    plot(plot) {
      const mmsi = plot.claim?.mmsi
      if (mmsi === undefined) return
      const track = roster.trackOf(mmsi, plot.simulated, plot.receivedAt)
      const time = hear(track, plot)
      if (move(track, plot, time)) {
        contribute(track, plot.sensorId, 1, time)
        holdClaim(track, plot.claim!, plot.sensorId, time)
      }
      sink.changed(track)
    },
    statement(statement) {
      const { mmsi } = statement.claim
      if (mmsi === undefined) return
      const track = roster.trackOf(mmsi, statement.simulated, statement.receivedAt)
      const time = hear(track, statement)
      contribute(track, statement.sensorId, 0, time)
      holdClaim(track, statement.claim, statement.sensorId, time)
      sink.changed(track)
    },
    restore(saved) {
      const { mmsi } = saved.claim
      if (mmsi === undefined || roster.has(mmsi, saved.simulated)) return
      const track = roster.trackOf(mmsi, saved.simulated, saved.heardAt)
      const { id, serial: ownSerial } = track
      Object.assign(track, saved, { id, serial: ownSerial, claims: [...saved.claims], fixes: saved.fix ? 1 : 0 })
      sink.changed(track)
    },
    forget(now) {
      for (const track of tracks.values()) {
        if (isForgotten(track, now)) {
          roster.drop(track)
          continue
        }
        const isAhead = track.heardAt > now
        if (isAhead) setBack(track, now)
        const kept = track.conflicts.filter(({ time }) => !isOverConflict(time, now))
        if (!isAhead && kept.length === track.conflicts.length) continue
        track.conflicts = kept
        sink.changed(track)
      }
    },
  }
}

function hear(track: LiveTrack, { time, receivedAt }: Heard): Timestamp {
  if (receivedAt > track.heardAt) track.heardAt = receivedAt
  // Nobody knows the future: a sensor whose clock is ahead is heard when we heard it.
  return Math.min(time, receivedAt)
}

function contribute(track: LiveTrack, sensorId: string, plots: number, time: Timestamp): void {
  const own = track.contributors.find((contributor) => contributor.sensorId === sensorId)
  const next = { sensorId, plots: (own?.plots ?? 0) + plots, lastAt: Math.max(own?.lastAt ?? 0, time) }
  track.contributors = own
    ? track.contributors.map((contributor) => (contributor === own ? next : contributor))
    : [...track.contributors, next]
}
