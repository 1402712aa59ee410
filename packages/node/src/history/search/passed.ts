import type { Window } from '../history-reader.ts'
import { sharesInside, type Area } from './area.ts'
import { areLinked, type Path } from './path.ts'
import { joinVisits, type Visit } from './visits.ts'

/** What is in an area before and after a silence of at most this, ms, is taken to have stayed there. */
const STAYED = 3_600_000

/** When a track was in an area. */
export function passages(path: Path, area: Area, window: Window): Visit[] {
  const visits: Visit[] = []
  let wasInside = false
  path.forEach((state, at) => {
    const next = path[at + 1]
    const isInside = wasInside || sharesInside(area, state, state).length > 0
    if (isInside) visits.push({ from: state.time, to: state.time })
    wasInside = false
    if (!next) return
    if (areLinked(state, next)) {
      for (const { from, to } of sharesInside(area, state, next)) {
        const length = next.time - state.time
        visits.push({ from: state.time + from * length, to: state.time + to * length })
        wasInside ||= to === 1
      }
    } else if (isInside && next.time - state.time <= STAYED && sharesInside(area, next, next).length > 0) {
      visits.push({ from: state.time, to: next.time })
      wasInside = true
    }
  })
  return joinVisits(visits, window)
}
