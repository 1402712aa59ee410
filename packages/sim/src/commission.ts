import { degreesToRadians, knotsToMps } from '@csii/model'
import { routeBetween, placeOf, spotIn } from './chart.ts'
import { createDice, type Dice } from './chance.ts'
import { aircraftMmsi, callSignOf, imoOf, shipMmsi, type FlagName } from './identity.ts'
import { handlingOf, KINDS, type KindName } from './kinds.ts'
import { metresBetween, shifted } from './motion/mercator.ts'
import { planItinerary, type Rest, type Sailing } from './motion/itinerary.ts'
import type { Waypoint } from './motion/path.ts'
import { createNames } from './names.ts'
import type { Unit, Vessel } from './vessel.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** One passage of a plan, in places of the chart. Times from the beginning of the period, in ms of local time. */
export interface Passage {
  readonly from: string
  readonly to: string
  /** Places to go by, in between. */
  readonly by?: readonly string[]
  /** A place to work in before going on, and for how many legs at how many knots. */
  readonly work?: { readonly ground: string; readonly legs: number; readonly speedKn: number }
  readonly leaveAt?: number
  readonly stay?: number
  readonly speedKn?: number
  readonly rest?: Rest
  /** The destination as stated, when it is not the place's own name. */
  readonly bound?: string
}

/** What makes one vessel differ from others of her kind. */
export interface Plan {
  readonly kind: KindName
  readonly flag: FlagName
  readonly unit: Unit
  readonly period: number
  readonly passages: readonly Passage[]
  readonly name?: string
}

/** Builds the vessels: identities, hulls and timetables that fit. */
export function commission(plans: readonly Plan[], seed: number): Vessel[] {
  const nameFor = createNames(createDice(seed))
  const counts = new Map<string, number>()
  return plans.map((plan, index) => {
    const count = (counts.get(plan.kind) ?? 0) + 1
    counts.set(plan.kind, count)
    return build(plan, index, `${plan.kind}-${count}`, createDice(seed + 1 + index), plan.name ?? nameFor(plan.kind))
  })
}

function build(plan: Plan, serial: number, id: string, dice: Dice, name: string): Vessel {
  const kind = KINDS[plan.kind]
  const key = dice.key()
  const length = Math.round(dice.between(...kind.length))
  const beam = Math.max(2, Math.round(length / kind.slenderness))
  const bow = Math.round(length * dice.between(0.3, 0.75))
  const port = Math.round(beam / 2)
  const cruise = knotsToMps(dice.between(...kind.cruiseKn))
  const sailings = plan.passages.map((passage, index) => sail(passage, plan, index, cruise, key))
  return {
    id,
    kind: plan.kind,
    key,
    name,
    mmsi: plan.unit === 'aircraft' ? aircraftMmsi(plan.flag, 0) : shipMmsi(plan.flag, serial),
    callSign: callSignOf(plan.flag, serial),
    imo: kind.hasImo ? imoOf(serial) : 0,
    shipType: kind.shipType,
    dimensions: { bow, stern: length - bow, port, starboard: beam - port },
    draught: Math.round(dice.between(...kind.draught) * 10) / 10,
    unit: plan.unit,
    antennaHeight: dice.between(...kind.antennaHeight),
    fastest: Math.max(...sailings.flatMap(({ waypoints }) => waypoints.map(({ limit }) => limit))),
    itinerary: planItinerary(sailings, handlingOf(plan.kind), plan.period),
  }
}

function sail(passage: Passage, plan: Plan, index: number, cruise: number, key: number): Sailing {
  const speed = passage.speedKn === undefined ? cruise : knotsToMps(passage.speedKn)
  const rest = passage.rest ?? 'moored'
  const before = plan.passages.at(index - 1)!
  const isBack = before.to === passage.from
  const { leaveAt, stay } = passage
  return {
    waypoints: waypointsOf(passage, speed, key),
    restBefore: isBack ? (before.rest ?? 'moored') : 'away',
    restAfter: rest,
    bound: passage.bound ?? portName(passage.to),
    ...(leaveAt === undefined ? {} : { leaveAt }),
    ...(stay === undefined ? {} : { stay }),
  }
}

function waypointsOf({ from, to, by = [], work }: Passage, speed: number, key: number): Waypoint[] {
  const stops = [from, ...by, ...(work ? [work.ground] : []), to]
  const points: Waypoint[] = []
  for (let i = 1; i < stops.length; i++) {
    const way = routeBetween(stops[i - 1]!, stops[i]!).map((place) => ({ ...spotIn(place, key), limit: speed }))
    if (work && stops[i - 1] === work.ground) points.push(...working(work, key))
    points.push(...(i === 1 ? way : way.slice(1)))
  }
  return withHarbourSpeed(points, from.startsWith('edge'), to.startsWith('edge'))
}

/** A wandering course within the circle of a fishing ground or a patrol box. */
function working({ ground, legs, speedKn }: NonNullable<Passage['work']>, key: number): Waypoint[] {
  const place = placeOf(ground)
  const dice = createDice(key)
  let bearing = dice.between(0, 360)
  return Array.from({ length: legs }, () => {
    bearing += dice.between(60, 150)
    const distance = place.room * dice.between(0.4, 1)
    const angle = degreesToRadians(bearing)
    const point = shifted(place, distance * Math.sin(angle), distance * Math.cos(angle))
    return { ...point, limit: knotsToMps(speedKn) }
  })
}

/** Within this many metres of a berth one goes dead slow. */
const HARBOUR = 600
const HARBOUR_SPEED = knotsToMps(6)

function withHarbourSpeed(points: readonly Waypoint[], openStart: boolean, openEnd: boolean): Waypoint[] {
  const leaving = openStart ? points : slowFirst(points)
  if (openEnd) return [...leaving]
  const end = leaving.at(-1)!
  const [arrival, ...before] = splitNear(end, leaving.at(-2)!)
  const slow = { ...arrival!, limit: Math.min(leaving.at(-2)!.limit, HARBOUR_SPEED) }
  return [...leaving.slice(0, -2), ...before, slow, end]
}

function slowFirst([start, next, ...rest]: readonly Waypoint[]): Waypoint[] {
  const [first, ...after] = splitNear(start!, next!)
  const slow = { ...start!, limit: Math.min(start!.limit, HARBOUR_SPEED) }
  return after.length === 0 ? [slow, next!, ...rest] : [slow, { ...first!, limit: start!.limit }, next!, ...rest]
}

/** The point of the stretch where the harbour ends, and beyond it its far end; or that end alone, if it is near. */
function splitNear(berth: Waypoint, far: Waypoint): readonly Waypoint[] {
  const length = metresBetween(berth, far)
  if (length < 1.2 * HARBOUR) return [far]
  const part = HARBOUR / length
  const lat = berth.lat + (far.lat - berth.lat) * part
  return [{ lat, lon: berth.lon + (far.lon - berth.lon) * part, limit: far.limit }, far]
}

/** `kingstown-quay` is written KINGSTOWN in a destination. */
export const portName = (place: string): string =>
  place.replace(/-(quay|roads)$/, '').replaceAll('-', ' ').toUpperCase().slice(0, 20)
