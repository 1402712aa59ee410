import type { Timestamp } from '@csii/model'
import { refText, type HistoryReader, type KnownTrack, type Run } from '../history-reader.ts'
import type { Pauses } from '../pauses.ts'
import { hourOf, type KeptHours } from './kept-hours.ts'

/** No track of a live picture is silent for longer, ms. */
export const KEPT_SILENT = 24 * 3_600_000

export interface Sources {
  readonly reader: HistoryReader
  readonly hours: KeptHours
  readonly pauses: Pauses
}

/** What the picture showed at a moment, by `run.serial`: a keyframe, and what became known between it and the moment. */
export async function knownThen({ reader, hours, pauses }: Sources, at: Timestamp, exercise: boolean): Promise<Map<string, KnownTrack>> {
  const run = runAt(await reader.runs(), at)
  const keyframe = await hours.keyframe(at, exercise)
  const tracks = new Map((keyframe?.tracks ?? []).map((known) => [refText(known.track), known]))
  const since = keyframe?.at ?? -Infinity

  for await (const infos of reader.infos({ exercise, known: { from: since, until: at } })) {
    for (const info of infos) {
      const ref = refText(info.track)
      tracks.set(ref, { ...tracks.get(ref), track: info.track, info })
    }
  }
  // A keyframe in the middle of its hour has what came before it in that hour.
  for (let hour = hourOf(Math.max(since, at - KEPT_SILENT)); hour <= hourOf(at); hour++) {
    for (const pack of await hours.packs(hour, exercise)) {
      if (pack.known.from > at || pack.known.until < since) continue
      const state = pack.lastKnown(at)
      const ref = refText(pack.track)
      const known = tracks.get(ref)
      if (state && state.knownAt >= (known?.state?.knownAt ?? -Infinity)) tracks.set(ref, { ...known, track: pack.track, state })
      await pauses()
    }
  }
  for await (const ends of reader.ends({ exercise, known: { from: since, until: at } })) {
    for (const { track } of ends) tracks.delete(refText(track))
  }
  for (const [ref, known] of tracks) {
    if ((run !== undefined && known.track.run !== run) || at - heardAt(known) > KEPT_SILENT) tracks.delete(ref)
  }
  return tracks
}

/** The run whose tracks the picture shows: with a start of the pipeline those of the run before are gone. */
export const runAt = (runs: readonly Run[], at: Timestamp): number | undefined =>
  runs.findLast(({ startedAt }) => startedAt <= at)?.run

const heardAt = ({ state, info }: KnownTrack): number => Math.max(state?.knownAt ?? -Infinity, info?.knownAt ?? -Infinity)
