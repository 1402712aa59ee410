import { knotsToMps, type LatLon, type Timestamp } from '@csii/model'
import { planItinerary, situationAt, type Itinerary, type Rest } from '../motion/itinerary.ts'
import type { Kinematics } from '../motion/voyage.ts'

/** How aircraft of one kind fly. */
interface Performance {
  readonly speedKn: number
  /** Metres above the sea. */
  readonly cruise: number
  /** Upwards and downwards, m/s. */
  readonly climb: number
  readonly descent: number
  /** Square metres that a radar sees: our assumption. */
  readonly crossSection: number
  /** Emitter category, DO-260B § 2.2.3.2.5.2, set A. */
  readonly category: number
}

export const AIRCRAFT_KINDS = {
  commuter: { speedKn: 150, cruise: 1_200, climb: 5, descent: 4, crossSection: 6, category: 1 },
  turboprop: { speedKn: 260, cruise: 4_300, climb: 7, descent: 7, crossSection: 15, category: 2 },
  airliner: { speedKn: 450, cruise: 10_900, climb: 11, descent: 9, crossSection: 40, category: 3 },
  'patrol-aircraft': { speedKn: 190, cruise: 380, climb: 7, descent: 4, crossSection: 12, category: 2 },
} as const satisfies Record<string, Performance>
export type AircraftKind = keyof typeof AIRCRAFT_KINDS

/** One flight of a plan: where it begins and ends, what it passes, and when it leaves, in ms of the period. */
export interface Flight {
  readonly points: readonly LatLon[]
  readonly leaveAt?: number
  readonly stay?: number
  /** It comes from, or goes, beyond the edge of the scenario, at its full height. */
  readonly from?: 'away'
  readonly to?: 'away'
}

/** One simulated aircraft. All of it is invented. */
export interface Aircraft {
  /** Unique in the scenario, such as `turboprop-2`. */
  readonly id: string
  readonly kind: AircraftKind
  /** Its key for everything random about it. */
  readonly key: number
  readonly icaoAddress: number
  readonly callSign: string
  /** Four octal digits. */
  readonly squawk: string
  /** Metres above the sea at which it flies. */
  readonly cruise: number
  readonly itinerary: Itinerary
}

/** What an aircraft really does in the air. */
export interface Flying extends Kinematics {
  /** Metres above the sea. */
  readonly altitude: number
  /** m/s, upwards. */
  readonly climb: number
}

/** A timetable of flights. Throws when it does not fit its period. */
export function planFlights(kind: AircraftKind, flights: readonly Flight[], period: number): Itinerary {
  const limit = knotsToMps(AIRCRAFT_KINDS[kind].speedKn)
  const rest = (end: 'away' | undefined): Rest => end ?? 'moored'
  const sailings = flights.map(({ points, leaveAt, stay, from, to }) => ({
    waypoints: points.map((point) => ({ ...point, limit })),
    restBefore: rest(from),
    restAfter: rest(to),
    bound: '',
    ...(leaveAt === undefined ? {} : { leaveAt }),
    ...(stay === undefined ? {} : { stay }),
  }))
  return planItinerary(sailings, HANDLING, period)
}

/** A turn of three degrees a second is an aeroplane's usual one; half of it is a comfortable one. */
const HANDLING = { turnRate: (1.5 * Math.PI) / 180, acceleration: 1.5 }

/** Where it is in the air; nothing while it stands or is out of the scenario. */
export function flyingAt({ kind, cruise, itinerary }: Aircraft, local: Timestamp): Flying | undefined {
  const { activity, before, after, since, until, ...kinematics } = situationAt(itinerary, local)
  if (activity !== 'under-way') return undefined
  const { climb, descent } = AIRCRAFT_KINDS[kind]
  const rising = before === 'away' ? Infinity : (since / 1000) * climb
  const sinking = after === 'away' ? Infinity : (until / 1000) * descent
  const altitude = Math.min(cruise, rising, sinking)
  const rate = altitude === cruise ? 0 : altitude === rising ? climb : -descent
  const { lat, lon, speed, courseDeg, turnDegMin } = kinematics
  return { lat, lon, speed, courseDeg, turnDegMin, altitude, climb: rate }
}
