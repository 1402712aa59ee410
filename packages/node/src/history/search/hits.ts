import type { HistoryHit } from '@csii/contract'
import { refText, type StatePack, type Window } from '../history-reader.ts'
import type { Approach } from './nearness.ts'
import { pathOf, type Path } from './path.ts'
import { gatherOf, type SearchSources } from './gather.ts'
import { thinned } from './thinned.ts'
import { byTrack, vesselsOf, type Vessel } from './vessels.ts'
import { joinVisits, type Visit } from './visits.ts'

/** What a search finds in one track. */
export interface Found {
  readonly visits: readonly Visit[]
  readonly closest?: Approach | undefined
}

/** Looks for it in the path of a track. */
export type Judge = (path: Path, window: Window) => Found | undefined

interface Candidate {
  readonly vessel: Vessel
  readonly found: Found
  readonly paths: readonly Path[]
}

const MOST_VISITS = 100

/** Which vessels of these packs have what is looked for; those that come first in an order, at most so many. */
export async function hitsIn(
  sources: SearchSources, packs: readonly StatePack[], judge: Judge, order: (a: Found, b: Found) => number, limit: number,
): Promise<{ hits: HistoryHit[]; isTruncated: boolean }> {
  const tracks = byTrack(packs)
  const found = new Map<string, Found>()
  for (const [ref, some] of tracks) {
    const judged = judge(await pathOf(some, sources.window, sources.pauses), sources.window)
    if (judged) found.set(ref, judged)
  }
  const refs = [...found.keys()].map((ref) => tracks.get(ref)![0]!.track)
  const vessels = await vesselsOf(sources.reader, refs, sources.exercise)
  const candidates = vessels.map((vessel) => ({ vessel, found: together(vessel, found, sources.window)! }))
  candidates.sort((a, b) => order(a.found, b.found))
  const hits: HistoryHit[] = []
  for (const { vessel, found: judged } of candidates.slice(0, limit)) {
    const sure = await confirmed(sources, vessel, judged, judge)
    if (sure) hits.push(hitOf(sure))
  }
  return { hits, isTruncated: candidates.length > limit }
}

/** Looks once more, at all that is known of the vessel around: a later report may have put it elsewhere. */
async function confirmed(sources: SearchSources, vessel: Vessel, { visits }: Found, judge: Judge): Promise<Candidate | undefined> {
  const window = { from: visits[0]!.from, until: visits.at(-1)!.to }
  const { packs } = await gatherOf(sources, vessel.tracks, window)
  const paths = new Map<string, Path>()
  const found = new Map<string, Found>()
  for (const [ref, some] of byTrack(packs)) {
    const path = await pathOf(some, window, sources.pauses)
    const judged = judge(path, sources.window)
    paths.set(ref, path)
    if (judged) found.set(ref, judged)
  }
  const all = together(vessel, found, sources.window)
  return all && { vessel, found: all, paths: [...paths.values()] }
}

/** What was found in all tracks of a vessel. */
function together({ tracks }: Vessel, found: ReadonlyMap<string, Found>, window: Window): Found | undefined {
  const parts = tracks.flatMap((track) => found.get(refText(track)) ?? [])
  const [first, ...others] = parts
  if (!first || others.length === 0) return first
  const closest = parts.map((part) => part.closest).reduce((a, b) => (a && b && b.distance < a.distance ? b : a))
  return { visits: joinVisits(parts.flatMap(({ visits }) => visits), window), closest }
}

export function hitOf({ vessel: { entry }, found: { visits, closest }, paths }: Candidate): HistoryHit {
  const [from, to] = [visits[0]!.from, visits.reduce((last, visit) => Math.max(last, visit.to), -Infinity)]
  const path = paths.flat().toSorted((a, b) => a.time - b.time)
  return {
    track: refText(entry.track),
    ...(entry.name !== undefined && { name: entry.name }),
    ...(entry.mmsi !== undefined && { mmsi: entry.mmsi }),
    from, to,
    visits: visits.slice(0, MOST_VISITS).map((visit) => ({ from: visit.from, to: visit.to })),
    ...(closest && { closest: { time: closest.time, distance: closest.distance, position: { ...closest.position } } }),
    path: thinned(path).map(({ time, lat, lon }) => ({ time, lat, lon })),
  }
}

export const earliest = (a: Found, b: Found): number => a.visits[0]!.from - b.visits[0]!.from
export const nearest = (a: Found, b: Found): number => (a.closest?.distance ?? Infinity) - (b.closest?.distance ?? Infinity)
