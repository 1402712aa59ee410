import type { Timestamp } from '@csii/model'
import type { Window } from '../history-reader.ts'

/** One stay: in an area, near a place, near a vessel. */
export interface Visit {
  readonly from: Timestamp
  readonly to: Timestamp
}

/** Puts stays together that follow one another without a pause longer than so many ms, and cuts them to the window. */
export function joinVisits(visits: readonly Visit[], { from, until }: Window, pause = 0): Visit[] {
  const joined: { from: Timestamp; to: Timestamp }[] = []
  for (const visit of visits.toSorted((a, b) => a.from - b.from)) {
    if (visit.to < from || visit.from > until) continue
    const last = joined.at(-1)
    if (last && visit.from - last.to <= pause) last.to = Math.max(last.to, Math.min(visit.to, until))
    else joined.push({ from: Math.max(visit.from, from), to: Math.min(visit.to, until) })
  }
  return joined
}
