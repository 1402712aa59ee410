import {
  OCCASIONAL,
  type Explanation,
  type Heard,
  type Judgement,
  type Means,
  type Plot,
  type Registration,
  type Statement,
  type Timestamp,
  type Track,
} from '@csii/model'
import { trackFor } from './associate.ts'
import { holdClaim } from './claims.ts'
import { identityKey } from './key.ts'
import { isForgotten, isOverConflict } from './lifetime.ts'
import type { LiveTrack } from './live-track.ts'
import { move } from './move.ts'
import { createRoster } from './roster.ts'
import { setBack } from './set-back.ts'
import { Unnumbered } from './unnumbered.ts'

/** Turns what sensors say into tracks. Reads no clock: the same calls in the same order give the same tracks. */
export interface Tracker {
  plot(plot: Plot): void
  statement(statement: Statement): void
  /** Takes up a track of an earlier run, as a new one with all that was known of it. */
  restore(track: Track): void
  /** Lets time pass: tracks not heard for long are forgotten, and old conflicts with them. */
  forget(now: Timestamp): void
  readonly tracks: ReadonlyMap<string, Track>
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
}

export interface TrackerOptions {
  /** When so many are held, those that were seen only once give way first, and those heard longest ago. */
  readonly maxTracks: number
  readonly meansOf?: (sensorId: string) => Means
}

/** A scanning sensor must have seen an object that it does not number so often before it is shown. */
const PLOTS_TO_SHOW = 3

/**
 * One track for each identity that an object states, live and simulated apart; else for each number by which a sensor
 * follows it; else for plots of one sensor that lie where one object can have gone.
 */
export function createTracker({ maxTracks, meansOf = () => 'unknown' }: TrackerOptions, sink: TrackSink): Tracker {
  const unnumbered = new Unnumbered()
  const roster = createRoster(maxTracks, (track) => {
    unnumbered.remove(track)
    if (track.isShown) sink.forgotten(track)
  })
  const { tracks } = roster

  function show(track: LiveTrack): void {
    track.isShown ||= track.tie !== 'place' || track.isOccasional || track.fixes >= PLOTS_TO_SHOW
    if (track.isShown) sink.changed(track)
  }

  return {
    tracks,
    plot(plot) {
      const track = trackFor(plot, roster, unnumbered)
      const time = hear(track, plot)
      const means = meansOf(plot.sensorId)
      if (move(track, plot, means, time)) {
        track.isOccasional ||= OCCASIONAL.has(means)
        contribute(track, plot.sensorId, 1, time)
        if (plot.claim) holdClaim(track, plot.claim, plot.sensorId, time)
        if (track.tie === 'place') unnumbered.place(track, plot)
      }
      show(track)
    },
    statement(statement) {
      const key = identityKey(statement.claim)
      if (key === undefined) return
      const track = roster.trackOf(key, 'identity', statement.simulated, statement.receivedAt)
      const time = hear(track, statement)
      contribute(track, statement.sensorId, 0, time)
      holdClaim(track, statement.claim, statement.sensorId, time)
      show(track)
    },
    restore(saved) {
      const key = identityKey(saved.claim)
      if (key === undefined || roster.find(key, saved.simulated)) return
      const track = roster.trackOf(key, 'identity', saved.simulated, saved.heardAt)
      const own = { id: track.id, serial: track.serial, key, tie: track.tie, isShown: false, elsewhere: undefined }
      Object.assign(track, saved, { ...own, claims: [...saved.claims], fixes: saved.fix ? 1 : 0 })
      show(track)
    },
    explain: () => undefined,
    registrations: () => [],
    decide: () => 'This tracker cannot carry out decisions.',
    undo: () => false,
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
        if (track.isShown) sink.changed(track)
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
