import type { HistoryHit } from '@csii/contract'
import { refText, type StatePack } from '../history-reader.ts'
import { FILLED_GAP } from '../picture-at/between.ts'
import { boxAround, widened } from './boxes.ts'
import { gatherOf, MOST_PACKS, packKey, type Gathered, type SearchSources } from './gather.ts'
import { hitsIn, nearest, type Found } from './hits.ts'
import { nearnessOf, type Nearness } from './nearness.ts'
import { firstFrom, pathOf, type Path } from './path.ts'
import { byTrack, type Vessel } from './vessels.ts'

export interface Meeting {
  /** Metres. */
  readonly within: number
  /** ms. */
  readonly forMs: number
}

const HOUR = 3_600_000

/** Which vessels were near this one for so long. */
export async function findMeetings(
  sources: SearchSources, vessel: Vessel, { within, forMs }: Meeting, limit: number,
): Promise<{ hits: HistoryHit[]; isTruncated: boolean }> {
  const own = await gatherOf(sources, vessel.tracks)
  const paths: Path[] = []
  for (const packs of byTrack(own.packs).values()) paths.push(await pathOf(packs, sources.window, sources.pauses))
  const others = await gatherBeside(sources, paths, within, new Set(vessel.tracks.map(refText)))
  const judge = (path: Path, window: SearchSources['window']): Found | undefined => {
    const parts = paths.flatMap((ours) => nearnessOf(ours, path, within, window) ?? [])
    return longEnough(parts, forMs)
  }
  const { hits, isTruncated } = await hitsIn(sources, others.packs, judge, nearest, limit)
  return { hits: hits.map((hit) => ({ ...hit, with: refText(vessel.entry.track) })), isTruncated: isTruncated || own.isTruncated || others.isTruncated }
}

function longEnough(parts: readonly Nearness[], forMs: number): Found | undefined {
  const visits = parts.flatMap((part) => part.visits).filter(({ from, to }) => to - from >= forMs)
  if (visits.length === 0) return undefined
  return { visits, closest: parts.map(({ closest }) => closest).reduce((a, b) => (b.distance < a.distance ? b : a)) }
}

/** The packs of whatever was near the way of a vessel in the same hour. */
async function gatherBeside(
  { reader, pauses, exercise, window }: SearchSources, paths: readonly Path[], within: number, own: ReadonlySet<string>,
): Promise<Gathered> {
  const packs = new Map<string, StatePack>()
  for (let from = window.from; from <= window.until; from += HOUR) {
    const until = Math.min(from + HOUR, window.until)
    const here = paths.flatMap((path) => path.slice(Math.max(0, firstFrom(path, from) - 1), firstFrom(path, until) + 1))
    const box = boxAround(here.filter(({ time }) => time >= from - FILLED_GAP && time <= until + FILLED_GAP))
    if (!box) continue
    for await (const some of reader.packs({ exercise, valid: { from, until }, box: widened(box, within) })) {
      for (const pack of some) if (!own.has(refText(pack.track))) packs.set(packKey(pack), pack)
      await pauses()
    }
    if (packs.size > MOST_PACKS) return { packs: [...packs.values()], isTruncated: true }
  }
  return { packs: [...packs.values()], isTruncated: false }
}
