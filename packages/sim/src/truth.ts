import { normalDegrees, radiansToDegrees, type Timestamp } from '@csii/model'
import { flyingAt, type Aircraft, type Flying } from './air/aircraft.ts'
import { drift } from './chance.ts'
import { metresBetween, shifted } from './motion/mercator.ts'
import { situationAt, type Situation } from './motion/itinerary.ts'
import type { Scenario } from './scenario.ts'
import type { Vessel } from './vessel.ts'

/** What a vessel really does, which no sensor knows exactly. */
export interface Conduct extends Situation {
  readonly headingDeg: number
}

/** One line of the truth file. SI units; `mmsi` is absent when she carries no AIS; an aircraft has an altitude. */
export interface TruthState {
  readonly t: Timestamp
  readonly id: string
  readonly kind: string
  readonly lat: number
  readonly lon: number
  readonly speed: number
  readonly courseDeg: number
  readonly mmsi?: number
  readonly ais: 'on' | 'off'
  readonly altitude?: number
  readonly icaoAddress?: number
}

/** Every vessel that is in the scenario's sea at this instant, and every aircraft above it. */
export function truthAt(scenario: Scenario, t: Timestamp): TruthState[] {
  return [...vesselsAt(scenario, t), ...aircraftAt(scenario, t)]
}

function vesselsAt(scenario: Scenario, t: Timestamp): TruthState[] {
  return scenario.vessels.flatMap((vessel): TruthState[] => {
    const { activity, lat, lon, speed, courseDeg } = conductOf(scenario, vessel, t)
    if (activity === 'away') return []
    const { id, kind, mmsi, unit } = vessel
    const state = { t, id, kind, lat: rounded(lat, 1e7), lon: rounded(lon, 1e7), speed: rounded(speed, 1e3) }
    const course = { courseDeg: rounded(courseDeg, 1e2) % 360 }
    return [{ ...state, ...course, ...(unit === 'none' ? { ais: 'off' } : { mmsi, ais: 'on' }) }]
  })
}

const aircraftAt = (scenario: Scenario, t: Timestamp): TruthState[] =>
  scenario.aircraft.flatMap((aircraft): TruthState[] => {
    const flying = flightOf(scenario, aircraft, t)
    if (!flying) return []
    const { id, kind, icaoAddress } = aircraft
    const { lat, lon, speed, courseDeg, altitude } = flying
    return [{
      t, id, kind, lat: rounded(lat, 1e7), lon: rounded(lon, 1e7), speed: rounded(speed, 1e3),
      courseDeg: rounded(courseDeg, 1e2) % 360, ais: 'off', altitude: rounded(altitude, 10), icaoAddress,
    }]
  })

/** What an aircraft does in the air; nothing while it stands or is out of the scenario. */
export const flightOf = (scenario: Scenario, aircraft: Aircraft, t: Timestamp): Flying | undefined =>
  flyingAt(aircraft, t - scenario.behindUtc)

export function conductOf(scenario: Scenario, vessel: Vessel, t: Timestamp): Conduct {
  const situation = situationAt(vessel.itinerary, t - scenario.behindUtc)
  switch (situation.activity) {
    case 'under-way':
      // Wind and current: the bow points a few degrees beside the course.
      return { ...situation, headingDeg: normalDegrees(situation.courseDeg + 4 * drift(vessel.key, t, 900_000)) }
    case 'anchored':
      return swing(vessel, situation, t)
    default:
      return { ...situation, headingDeg: situation.courseDeg }
  }
}

/** The trade wind blows from here, degrees. */
const WIND = 75
/** Getting the anchor down or up: meanwhile she comes to lie behind it, and back. */
const ANCHORING = 600_000

/** At anchor a hull lies downwind of the place where the anchor went down, and swings. */
function swing(vessel: Vessel, situation: Situation, t: Timestamp): Conduct {
  const half = 5_000
  const before = behindAnchor(vessel, situation, t, -half)
  const after = behindAnchor(vessel, situation, t, half)
  const now = behindAnchor(vessel, situation, t, 0)
  const speed = metresBetween(before, after) / ((2 * half) / 1000)
  const east = (after.lon - before.lon) * Math.cos((now.lat * Math.PI) / 180)
  const courseDeg = normalDegrees(radiansToDegrees(Math.atan2(east, after.lat - before.lat)))
  return { ...situation, lat: now.lat, lon: now.lon, speed, courseDeg, headingDeg: now.headingDeg }
}

function behindAnchor(vessel: Vessel, { lat, lon, since, until }: Situation, t: Timestamp, shift: number) {
  const headingDeg = normalDegrees(
    WIND + 35 * drift(vessel.key, t + shift, 240_000) + 20 * drift(7, t + shift, 7_200_000),
  )
  const settled = smooth(Math.min(1, Math.max(0, Math.min(since + shift, until - shift) / ANCHORING)))
  const { bow, stern } = vessel.dimensions
  const chain = settled * Math.min(35, 0.6 * (bow + stern) + 8)
  const angle = (headingDeg * Math.PI) / 180
  return { ...shifted({ lat, lon }, -chain * Math.sin(angle), -chain * Math.cos(angle)), headingDeg }
}

const rounded = (value: number, parts: number): number => Math.round(value * parts) / parts

const smooth = (part: number): number => part * part * (3 - 2 * part)
