import type { LatLon } from '@csii/model'
import { project, scaleAt, type ChartPoint } from './mercator.ts'

/** A point to steer for, and the speed to keep on the way to the next one, m/s. */
export interface Waypoint extends LatLon {
  readonly limit: number
}

/** A stretch of constant course, or of constant rudder. Lengths in metres on the earth, points on the chart. */
export interface Piece {
  readonly length: number
  /** Highest speed, m/s. */
  readonly limit: number
  readonly from: ChartPoint
  readonly to: ChartPoint
  readonly arc?: Arc
}

export interface Arc {
  readonly centre: ChartPoint
  /** On the chart. */
  readonly radius: number
  /** Direction of the start seen from the centre, radians clockwise from north. */
  readonly start: number
  /** Radians; positive to starboard. */
  readonly sweep: number
}

export interface Handling {
  /** Highest rate of turn, radians a second. */
  readonly turnRate: number
  /** m/s². */
  readonly acceleration: number
}

/** A corner is cut by at most this many metres; who turns too wide for that slows down. */
const CUT = 250
/** Within one piece the chart's scale changes by less than 0.2 %. */
const LONGEST = 25_000

/** Rounds the corners of a route as far as the vessel's rate of turn demands. */
export function layPath(waypoints: readonly Waypoint[], { turnRate }: Handling): Piece[] {
  const stops = waypoints.map((waypoint) => ({ limit: waypoint.limit, ...project(waypoint) })).filter(isApart)
  const pieces: Piece[] = []
  let at: ChartPoint = stops[0]!
  for (let i = 1; i < stops.length; i++) {
    const limit = stops[i - 1]!.limit
    const next = stops[i + 1]
    const turn = next && roundCorner(stops[i - 1]!, stops[i]!, next, Math.min(limit, stops[i]!.limit), turnRate)
    pieces.push(...straight(at, turn ? turn.from : stops[i]!, limit))
    if (turn) pieces.push(turn)
    at = turn ? turn.to : stops[i]!
  }
  return pieces
}

function isApart(stop: ChartPoint, index: number, stops: readonly ChartPoint[]): boolean {
  const last = stops[index - 1]
  return !last || Math.hypot(stop.x - last.x, stop.y - last.y) > 2
}

function straight(from: ChartPoint, to: ChartPoint, limit: number): Piece[] {
  const onEarth = Math.hypot(to.x - from.x, to.y - from.y) * scaleAt((from.y + to.y) / 2)
  if (onEarth < 0.01) return []
  const parts = Math.ceil(onEarth / LONGEST)
  const point = (k: number) => ({
    x: from.x + ((to.x - from.x) * k) / parts, y: from.y + ((to.y - from.y) * k) / parts,
  })
  return Array.from({ length: parts }, (_, k) => {
    const [start, end] = [point(k), point(k + 1)]
    const length = Math.hypot(end.x - start.x, end.y - start.y) * scaleAt((start.y + end.y) / 2)
    return { length, limit, from: start, to: end }
  })
}

function roundCorner(a: ChartPoint, b: ChartPoint, c: ChartPoint, limit: number, turnRate: number): Piece | undefined {
  const inbound = Math.atan2(b.x - a.x, b.y - a.y)
  const outbound = Math.atan2(c.x - b.x, c.y - b.y)
  const sweep = Math.atan2(Math.sin(outbound - inbound), Math.cos(outbound - inbound))
  if (Math.abs(sweep) < 0.005) return undefined

  const scale = scaleAt(b.y)
  const half = Math.min(Math.abs(sweep) / 2, 1.55)
  const room = 0.45 * scale * Math.min(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - b.x, c.y - b.y))
  const radius = Math.min(limit / turnRate, CUT / (1 / Math.cos(half) - 1), room / Math.tan(half))
  const tangent = (radius * Math.tan(half)) / scale
  const from = { x: b.x - tangent * Math.sin(inbound), y: b.y - tangent * Math.cos(inbound) }
  const to = { x: b.x + tangent * Math.sin(outbound), y: b.y + tangent * Math.cos(outbound) }
  const side = Math.sign(sweep) * (Math.PI / 2)
  const onChart = radius / scale
  const centre = { x: from.x + onChart * Math.sin(inbound + side), y: from.y + onChart * Math.cos(inbound + side) }
  return {
    length: radius * Math.abs(sweep),
    limit: Math.min(limit, Math.max(0.5, radius * turnRate)),
    from,
    to,
    arc: { centre, radius: onChart, start: inbound - side, sweep },
  }
}
