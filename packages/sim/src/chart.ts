import type { LatLon } from '@csii/model'
import places from './caribbean/chart.json' with { type: 'json' }
import { chance, keyOf } from './chance.ts'
import { metresBetween, shifted } from './motion/mercator.ts'

/** A named piece of sea. Everything inside its room is water, and so is every straight line along a lane. */
export interface Place extends LatLon {
  readonly name: string
  /** Radius in metres of the circle in which vessels may lie or pass. */
  readonly room: number
  /** Vessels stay here and do not pass through. */
  readonly haven: boolean
}

interface Mark extends Place {
  /** Metres to the neighbours. */
  readonly lanes: Map<string, number>
}

const marks = readMarks()

export function placeOf(name: string): Place {
  const mark = marks.get(name)
  if (!mark) throw new Error(`no place is called ${name}`)
  return mark
}

/** All lanes, each once: for a test against the coast. */
export function lanes(): readonly (readonly [Place, Place])[] {
  return [...marks.values()].flatMap((mark) =>
    [...mark.lanes.keys()].filter((name) => name > mark.name).map((name) => [mark, placeOf(name)] as const),
  )
}

/** The shortest way along the lanes, both ends included. */
export function routeBetween(from: string, to: string): readonly Place[] {
  const key = `${from}>${to}`
  const known = routes.get(key)
  if (known) return known
  const route = shortest(placeOf(from).name, placeOf(to).name)
  routes.set(key, route)
  return route
}

/** Where one vessel passes or lies within a place: everyone has her own spot and keeps it. */
export function spotIn(place: Place, vesselKey: number): LatLon {
  const key = keyOf(place.name)
  const distance = place.room * Math.sqrt(chance(vesselKey, key, 1))
  const bearing = 2 * Math.PI * chance(vesselKey, key, 2)
  return shifted(place, distance * Math.sin(bearing), distance * Math.cos(bearing))
}

const routes = new Map<string, readonly Place[]>()

/** Dijkstra's algorithm over a few hundred places. */
function shortest(from: string, to: string): Place[] {
  const best = new Map([[from, { metres: 0, last: '' }]])
  const open = new Set([from])
  while (open.size > 0) {
    const name = [...open].reduce((a, b) => (best.get(a)!.metres <= best.get(b)!.metres ? a : b))
    if (name === to) return trace(best, to)
    open.delete(name)
    const mark = marks.get(name)!
    if (mark.haven && name !== from) continue
    for (const [next, metres] of mark.lanes) {
      const total = best.get(name)!.metres + metres
      if (total >= (best.get(next)?.metres ?? Infinity)) continue
      best.set(next, { metres: total, last: name })
      open.add(next)
    }
  }
  throw new Error(`no lane leads from ${from} to ${to}`)
}

function trace(best: ReadonlyMap<string, { readonly last: string }>, to: string): Place[] {
  const names: string[] = []
  for (let name = to; name !== ''; name = best.get(name)!.last) names.unshift(name)
  return names.map(placeOf)
}

function readMarks(): Map<string, Mark> {
  const read = new Map(
    places.map(({ name, lat, lon, room, ...rest }): [string, Mark] => [
      name,
      { name, lat, lon, room, haven: 'haven' in rest, lanes: new Map() },
    ]),
  )
  for (const { name, lanes: neighbours } of places) {
    for (const neighbour of neighbours) {
      const [a, b] = [read.get(name)!, read.get(neighbour)!]
      const metres = metresBetween(a, b)
      a.lanes.set(neighbour, metres)
      b.lanes.set(name, metres)
    }
  }
  return read
}
