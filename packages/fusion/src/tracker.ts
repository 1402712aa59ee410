import type { Track } from '@csii/model'
import { identityKey } from './key.ts'
import type { SensorFacts } from './sensing/scanner.ts'
import { soundPlot } from './sound.ts'
import type { Tracker, TrackerOptions, TrackSink } from './tracking.ts'
import { World, type WorldSink } from './world.ts'

const UNKNOWN: SensorFacts = { means: 'unknown' }

/** One track for each real object. Live and simulated objects live in worlds of their own and never meet. */
export function createTracker(options: TrackerOptions, sink: TrackSink): Tracker {
  const { maxTracks, factsOf = () => UNKNOWN } = options
  let serial = 0
  const tracks = new Map<string, Track>()
  const views: WorldSink = {
    shown: (track) => void tracks.set(track.id, track),
    changed: (track) => sink.changed(track),
    forgotten(track, into) {
      tracks.delete(track.id)
      sink.forgotten(track, into)
    },
    took: sink.took && ((plot, trackId) => sink.took!(plot, trackId)),
  }
  const worldOf = (simulated: boolean): World =>
    new World(simulated, () => ++serial, factsOf, maxTracks, options, views)
  const live = worldOf(false)
  const exercise = worldOf(true)
  live.other = exercise
  exercise.other = live
  const of = (simulated: boolean): World => (simulated ? exercise : live)
  const both = [live, exercise]
  const unsound = new Map<string, number>()

  return {
    tracks,
    plot(plot) {
      const sound = soundPlot(plot)
      if (sound) of(plot.simulated).plot(sound)
      else unsound.set(plot.sensorId, (unsound.get(plot.sensorId) ?? 0) + 1)
    },
    statement(statement) {
      const key = identityKey(statement.claim)
      if (key !== undefined) of(statement.simulated).statement(statement, key)
    },
    advance: (now) => both.forEach((world) => world.advance(now)),
    restore(saved) {
      const key = identityKey(saved.claim)
      if (key !== undefined) of(saved.simulated).restore(saved, key)
    },
    forget: (now) => both.forEach((world) => world.forget(now)),
    foresee: (id, time) => live.foresee(id, time) ?? exercise.foresee(id, time),
    past: (id, since) => [...live.past(id, since), ...exercise.past(id, since)],
    explain: (id) => live.explain(id) ?? exercise.explain(id),
    refused: (sensorId) => both.reduce((sum, world) => sum + world.unheard(sensorId), unsound.get(sensorId) ?? 0),
    registrations: () => both.flatMap((world) => world.registrations()),
    decide: (judgement) => of(judgement.decision.trackId.startsWith('SIM')).decide(judgement),
    undo: (id) => both.some((world) => world.undo(id)),
  }
}

