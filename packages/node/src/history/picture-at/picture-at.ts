import type { Timestamp, Track } from '@csii/model'
import type { HistoryReader, Knowledge } from '../history-reader.ts'
import { createPauses } from '../pauses.ts'
import { keepHours } from './kept-hours.ts'
import { knownNow } from './known-now.ts'
import { knownThen } from './known-then.ts'
import { noteLater } from './later-notes.ts'
import { trackOf } from './track-of.ts'

/** A moment of one world, and by whose knowledge: as it was known then, or as it is known now. */
export interface Moment {
  readonly at: Timestamp
  readonly known: Knowledge
  readonly exercise: boolean
}

/** The whole picture of a moment. The ids of its tracks are `run.serial`. */
export type PictureAt = (moment: Moment) => Promise<Track[]>

/** Remembers what it read: of moments near one another the second is cheap. */
export function createPictureAt(reader: HistoryReader): PictureAt {
  const hours = keepHours(reader)
  const notes = { live: noteLater(reader, false), exercise: noteLater(reader, true) }
  return async ({ at, known, exercise }) => {
    const sources = { reader, hours, pauses: createPauses() }
    const tracks = known === 'then'
      ? await knownThen(sources, at, exercise)
      : await knownNow(sources, exercise ? notes.exercise : notes.live, at, exercise)
    return [...tracks.values()].map(trackOf)
  }
}
