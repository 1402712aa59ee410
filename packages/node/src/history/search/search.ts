import type { BeenSearch, ClosestSearch, HistoryHits, HistorySearch, MetSearch, PassedSearch } from '@csii/contract'
import type { Static } from 'typebox'
import type { HistoryReader } from '../history-reader.ts'
import { createPauses } from '../pauses.ts'
import { areaOfBox, areaOfPolygon } from './area.ts'
import { widened } from './boxes.ts'
import { gatherIn, gatherOf, type SearchSources } from './gather.ts'
import { earliest, hitsIn, nearest, type Judge } from './hits.ts'
import { findMeetings } from './met.ts'
import { nearnessTo } from './nearness.ts'
import { tracksNamed } from './one-vessel.ts'
import { passages } from './passed.ts'
import { keyOf } from './vessels.ts'
import { joinVisits } from './visits.ts'

export type Search = (request: HistorySearch) => Promise<HistoryHits>
type Answer = Omit<HistoryHits, 'tookMs'>

const USUAL_LIMIT = 100
/** A vessel that was silent for longer was not heard all the time, ms. */
const SILENT = 3_600_000

/** Answers who was where, by all that is known today. */
export function createSearch(reader: HistoryReader, now: () => number = () => performance.now()): Search {
  return async (request) => {
    const began = now()
    const { from, to, exercise = false, limit = USUAL_LIMIT } = request
    const sources = { reader, pauses: createPauses(), exercise, window: { from, until: to } }
    const answer = await answerTo(request, sources, limit)
    return { ...answer, tookMs: Math.round(now() - began) }
  }
}

function answerTo(request: HistorySearch, sources: SearchSources, limit: number): Promise<Answer> {
  if (request.kind === 'passed') return whoPassed(request, sources, limit)
  if (request.kind === 'closest') return whoCameClosest(request, sources, limit)
  if (request.kind === 'met') return whoMet(request, sources, limit)
  return whereItWas(request, sources, limit)
}

async function whoPassed({ area: wanted }: Static<typeof PassedSearch>, sources: SearchSources, limit: number): Promise<Answer> {
  const area = 'polygon' in wanted ? areaOfPolygon(wanted.polygon) : areaOfBox(wanted)
  const gathered = await gatherIn(sources, area.box)
  const judge: Judge = (path, window) => {
    const visits = passages(path, area, window)
    return visits.length > 0 ? { visits } : undefined
  }
  const { hits, isTruncated } = await hitsIn(sources, gathered.packs, judge, earliest, limit)
  return { hits, isTruncated: isTruncated || gathered.isTruncated }
}

async function whoCameClosest({ position, within }: Static<typeof ClosestSearch>, sources: SearchSources, limit: number): Promise<Answer> {
  const { lat, lon } = position
  const gathered = await gatherIn(sources, widened({ west: lon, east: lon, south: lat, north: lat }, within))
  const judge: Judge = (path, window) => nearnessTo(position, path, within, window)
  const { hits, isTruncated } = await hitsIn(sources, gathered.packs, judge, nearest, limit)
  return { hits, isTruncated: isTruncated || gathered.isTruncated }
}

async function whoMet(request: Static<typeof MetSearch>, sources: SearchSources, limit: number): Promise<Answer> {
  const tracks = await tracksNamed(sources.reader, request, sources.exercise)
  const [last] = tracks.toSorted((a, b) => b.lastAt - a.lastAt)
  if (!last) return { hits: [], isTruncated: false }
  // A part of a name may fit several; met is asked of one.
  const own = tracks.filter((entry) => keyOf(entry) === keyOf(last)).map(({ track }) => track)
  return findMeetings(sources, { entry: last, tracks: own }, request, limit)
}

async function whereItWas(request: Static<typeof BeenSearch>, sources: SearchSources, limit: number): Promise<Answer> {
  const { from, until } = sources.window
  const entries = await tracksNamed(sources.reader, request, sources.exercise)
  const tracks = entries.filter(({ firstAt, lastAt }) => firstAt <= until && lastAt >= from).map(({ track }) => track)
  if (tracks.length === 0) return { hits: [], isTruncated: false }
  const gathered = await gatherOf(sources, tracks)
  const judge: Judge = (path, window) => {
    const visits = joinVisits(path.map(({ time }) => ({ from: time, to: time })), window, SILENT)
    return visits.length > 0 ? { visits } : undefined
  }
  const { hits, isTruncated } = await hitsIn(sources, gathered.packs, judge, earliest, limit)
  return { hits, isTruncated: isTruncated || gathered.isTruncated }
}

