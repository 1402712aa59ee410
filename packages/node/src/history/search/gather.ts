import type { Box } from '@csii/geo'
import type { TrackRef } from '../../pipeline/record/records.ts'
import { refText, type HistoryReader, type PackQuery, type StatePack, type Window } from '../history-reader.ts'
import type { Pauses } from '../pauses.ts'
import { FILLED_GAP } from '../picture-at/between.ts'
import { widened } from './boxes.ts'

/** What every search is given. */
export interface SearchSources {
  readonly reader: HistoryReader
  readonly pauses: Pauses
  readonly exercise: boolean
  readonly window: Window
}

/** Held at once at most: some 150 MB. A search of more is cut short, and says so. */
export const MOST_PACKS = 250_000
/**
 * Between two packs of a track nothing is known for at most ten minutes: whoever crosses an area in them unseen goes
 * faster than 80 knots, or was within this of it, metres.
 */
const UNSEEN = 41 * (FILLED_GAP / 1000)

export interface Gathered {
  readonly packs: readonly StatePack[]
  readonly isTruncated: boolean
}

/** The packs of whatever may have been in a box. */
export async function gatherIn(sources: SearchSources, box: Box, most = MOST_PACKS): Promise<Gathered> {
  return gather(sources, { box: widened(box, UNSEEN) }, sources.window, most)
}

/** The packs of these tracks. */
export const gatherOf = (sources: SearchSources, tracks: readonly TrackRef[], window = sources.window): Promise<Gathered> =>
  gather(sources, { tracks }, window, MOST_PACKS)

async function gather(
  { reader, exercise, pauses }: SearchSources, wanted: Pick<PackQuery, 'box' | 'tracks'>, window: Window, most: number,
): Promise<Gathered> {
  const valid = { from: window.from - FILLED_GAP, until: window.until + FILLED_GAP }
  const packs: StatePack[] = []
  for await (const some of reader.packs({ exercise, valid, ...wanted })) {
    for (const pack of some) packs.push(pack)
    if (packs.length > most) return { packs: packs.slice(0, most), isTruncated: true }
    await pauses()
  }
  return { packs, isTruncated: false }
}

/** Names a pack, when the same is read twice. */
export const packKey = ({ track, known, valid, count }: StatePack): string => `${refText(track)} ${known.from} ${valid.from} ${count}`
