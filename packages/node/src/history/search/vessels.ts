import type { TrackRef } from '../../pipeline/record/records.ts'
import { refText, type HistoryReader, type StatePack, type TrackEntry } from '../history-reader.ts'
import { noteLater } from '../picture-at/later-notes.ts'

/** One vessel: the last of its tracks, and all that were found of it. */
export interface Vessel {
  readonly entry: TrackEntry
  readonly tracks: readonly TrackRef[]
}

/** Puts tracks together that are of one vessel: those that were joined, and those that state one identity. */
export async function vesselsOf(reader: HistoryReader, tracks: readonly TrackRef[], exercise: boolean): Promise<Vessel[]> {
  const notes = noteLater(reader, exercise)
  await notes.learn(tracks)
  const survivors = new Map(tracks.map((track) => [refText(track), notes.survivorOf(track)]))
  const found = await reader.identify({ exercise, tracks: [...survivors.values()], limit: tracks.length })
  const entries = new Map(found.map((entry) => [refText(entry.track), entry]))
  const vessels = new Map<string, { entry: TrackEntry; tracks: TrackRef[] }>()
  for (const track of tracks) {
    const survivor = survivors.get(refText(track)) ?? track
    const entry = entries.get(refText(survivor)) ?? { track: survivor, firstAt: 0, lastAt: 0 }
    const vessel = vessels.get(keyOf(entry))
    if (!vessel) vessels.set(keyOf(entry), { entry, tracks: [track] })
    else {
      vessel.tracks.push(track)
      if (entry.lastAt > vessel.entry.lastAt) vessel.entry = entry
    }
  }
  return [...vessels.values()]
}

/** The strongest identity that a track states, or its own name where it states none. */
export function keyOf({ mmsi, icaoAddress, uid, track }: TrackEntry): string {
  if (mmsi !== undefined) return `mmsi ${mmsi}`
  if (icaoAddress !== undefined) return `icao ${icaoAddress}`
  return uid === undefined ? refText(track) : `uid ${uid}`
}

/** Packs by their tracks. */
export function byTrack(packs: Iterable<StatePack>): Map<string, StatePack[]> {
  const tracks = new Map<string, StatePack[]>()
  for (const pack of packs) {
    const ref = refText(pack.track)
    const known = tracks.get(ref)
    if (known) known.push(pack)
    else tracks.set(ref, [pack])
  }
  return tracks
}
