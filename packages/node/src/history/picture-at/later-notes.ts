import type { Timestamp } from '@csii/model'
import type { TrackRef } from '../../pipeline/record/records.ts'
import { refText, type HistoryReader, type TrackEnd, type TrackInfo } from '../history-reader.ts'

/** What is known today of who tracks are, and of what became of them. */
export interface LaterNotes {
  /** Learns of these tracks, and of whatever they went into. */
  learn(tracks: readonly TrackRef[]): Promise<void>
  infoOf(track: TrackRef): TrackInfo | undefined
  endOf(track: TrackRef): TrackEnd | undefined
  /** The track that one went into, or itself. */
  survivorOf(track: TrackRef): TrackRef
}

/** Then all is forgotten and read again. */
const MOST_TRACKS = 50_000
/** What is written at one moment may be read a little later. */
const OVERLAP = 60_000

interface Noted {
  info: TrackInfo | undefined
  end: TrackEnd | undefined
}

export function noteLater(reader: HistoryReader, exercise: boolean): LaterNotes {
  const notes = new Map<string, Noted>()
  let upTo: Timestamp = -Infinity

  function noteInfo(info: TrackInfo): void {
    const noted = notes.get(refText(info.track))
    if (noted && info.knownAt >= (noted.info?.knownAt ?? -Infinity)) noted.info = info
  }
  async function read(query: { readonly known?: { from: Timestamp; until: Timestamp }; readonly tracks?: readonly TrackRef[] }): Promise<void> {
    for await (const infos of reader.infos({ exercise, ...query })) infos.forEach(noteInfo)
    for await (const ends of reader.ends({ exercise, ...query })) {
      for (const end of ends) {
        const noted = notes.get(refText(end.track))
        if (noted) noted.end = end
      }
    }
  }
  const endOf = (track: TrackRef) => notes.get(refText(track))?.end

  return {
    async learn(tracks) {
      if (notes.size > MOST_TRACKS) notes.clear()
      const until = (await reader.span())?.until ?? -Infinity
      if (notes.size > 0 && until > upTo) await read({ known: { from: upTo - OVERLAP, until: Infinity } })
      upTo = Math.max(upTo, until)
      let wanted = tracks.filter((track) => !notes.has(refText(track)))
      while (wanted.length > 0) {
        for (const track of wanted) notes.set(refText(track), { info: undefined, end: undefined })
        await read({ tracks: wanted })
        wanted = wanted.flatMap((track) => endOf(track)?.into ?? []).filter((track) => !notes.has(refText(track)))
      }
    },
    infoOf: (track) => notes.get(refText(track))?.info,
    endOf,
    survivorOf(track) {
      let survivor = track
      for (const passed = new Set<string>(); !passed.has(refText(survivor)); survivor = endOf(survivor)?.into ?? survivor) passed.add(refText(survivor))
      return survivor
    },
  }
}
