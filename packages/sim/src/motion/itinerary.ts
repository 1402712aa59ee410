import type { LatLon } from '@csii/model'
import { durationOf, onVoyage, planVoyage, type Kinematics, type Voyage } from './voyage.ts'
import type { Handling, Waypoint } from './path.ts'

/** Where a vessel is between two voyages. `away`: out of the scenario, seen and heard by nobody. */
export type Rest = 'moored' | 'anchored' | 'away'

/** One voyage of a timetable. Times in milliseconds from the beginning of the period. */
export interface Sailing {
  readonly waypoints: readonly Waypoint[]
  /** When to leave. If the vessel is late she leaves as soon as she can. */
  readonly leaveAt?: number
  /** Or how long to stay after the last arrival. */
  readonly stay?: number
  readonly restBefore: Rest
  readonly restAfter: Rest
  readonly bound: string
}

interface Leg {
  readonly start: number
  readonly end: number
  readonly voyage: Voyage
  readonly destination: LatLon
  readonly restBefore: Rest
  readonly restAfter: Rest
  readonly bound: string
}

/** What a vessel does, over and over: the same in every period, for ever. */
export interface Itinerary {
  readonly period: number
  readonly legs: readonly Leg[]
}

export interface Situation extends Kinematics {
  readonly activity: 'under-way' | Rest
  /** What came before the last departure, and what comes after the last or next arrival. */
  readonly before: Rest
  readonly after: Rest
  /** Milliseconds since the present activity began, and until it ends. */
  readonly since: number
  readonly until: number
  /** Where she is going, or lies. */
  readonly bound: string
}

/** The least time between an arrival and the next departure. */
const TURNAROUND = 120_000

/** Throws when the timetable does not fit its period: whoever wrote it has a mistake to mend. */
export function planItinerary(sailings: readonly Sailing[], handling: Handling, period: number): Itinerary {
  let free = 0
  const legs = sailings.map((sailing, index): Leg => {
    const voyage = planVoyage(sailing.waypoints, handling, {
      startsAtSpeed: sailing.restBefore === 'away',
      endsAtSpeed: sailing.restAfter === 'away',
    })
    const earliest = index === 0 ? 0 : free + (sailing.stay ?? TURNAROUND)
    const start = Math.max(earliest, sailing.leaveAt ?? 0)
    free = start + durationOf(voyage) * 1000
    const destination = sailing.waypoints.at(-1)!
    const { restBefore, restAfter, bound } = sailing
    return { start, end: free, voyage, destination, restBefore, restAfter, bound }
  })
  const first = legs[0]
  if (!first || free > first.start + period - TURNAROUND) {
    throw new Error(
      `a timetable of ${period / 3_600_000} h that needs ${free / 3_600_000} h, bound for ${first?.bound}`
    )
  }
  return { period, legs }
}

/** Where the vessel is at a time, counted from the beginning of any period. */
export function situationAt({ period, legs }: Itinerary, time: number): Situation {
  const clock = ((time % period) + period) % period
  const next = legs.findIndex(({ start }) => start > clock)
  const index = (next === -1 ? legs.length : next) - 1
  const leg = index < 0 ? legs.at(-1)! : legs[index]!
  const elapsed = index < 0 ? clock + period - leg.start : clock - leg.start
  const length = leg.end - leg.start
  const rests = { before: leg.restBefore, after: leg.restAfter }
  if (elapsed < length) {
    const kinematics = onVoyage(leg.voyage, elapsed / 1000)
    return { ...kinematics, ...rests, activity: 'under-way', since: elapsed, until: length - elapsed, bound: leg.bound }
  }
  const nextStart = next === -1 ? legs[0]!.start + period : legs[next]!.start
  const { lat, lon } = leg.destination
  const { courseDeg } = onVoyage(leg.voyage, length / 1000)
  return {
    lat, lon, speed: 0, courseDeg, turnDegMin: 0, ...rests,
    activity: leg.restAfter, since: elapsed - length, until: nextStart - clock, bound: leg.bound,
  }
}
