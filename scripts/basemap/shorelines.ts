import type { Polygon, Position } from 'geojson'
import { pointIn, signedArea } from './rings.ts'

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

interface Segment {
  /** 1 land, 2 lake, 3 island in a lake, 4 pond on such an island (GSHHG). */
  readonly level: number
  readonly points: readonly Position[]
}

/**
 * Land polygons, lakes as holes, from the text of `gmt coast -M -W`. GMT cuts every shoreline at the edges of its bins
 * and of the box asked for, and keeps the land on the left; so pieces meet end to start, and what leaves the box
 * continues along its edge, counter-clockwise, to the next piece that comes in.
 */
export function landPolygons(dump: string, box: Box): Polygon[] {
  const segments = readSegments(dump)
  const ringsOf = (level: number) => ringsFrom(segments.filter((segment) => segment.level === level), box)
  return [1, 3].flatMap((level) => withHoles(ringsOf(level), ringsOf(level + 1)))
}

function readSegments(dump: string): Segment[] {
  return dump
    .split('>')
    .slice(1)
    .map((block) => {
      const [heading, ...lines] = block.trim().split('\n')
      const points = lines.map((line) => line.split(/\s+/).map((text) => Math.round(Number(text) * 1e6) / 1e6))
      const level = Number(/Level (\d)/.exec(heading ?? '')?.[1])
      // A lake's water lies to the right of its shore; turned round, its ring closes as a land ring does.
      return { level, points: level % 2 === 0 ? points.reverse() : points }
    })
    .filter(({ points }) => points.length > 1)
}

function ringsFrom(segments: readonly Segment[], box: Box): Position[][] {
  const open = new Map(segments.map(({ points }) => [key(points[0]!), points]))
  const entries = [...open.values()].map((points) => points[0]!)
  const alongEdge = new Map(entries.filter((point) => onEdge(point, box)).map((point) => [edgePosition(point, box), point]))
  const positions = [...alongEdge.keys()].sort((a, b) => a - b)

  const rings: Position[][] = []
  for (const first of entries) {
    const ring: Position[] = []
    for (let next = open.get(key(first)); next; next = open.get(key(ring.at(-1)!))) {
      open.delete(key(next[0]!))
      for (const point of next) if (ring.length === 0 || key(point) !== key(ring.at(-1)!)) ring.push(point)
      const end = ring.at(-1)!
      if (open.has(key(end)) || key(end) === key(first)) continue
      if (!onEdge(end, box)) throw new Error(`A shoreline ends at ${key(end)}, inside the box`)
      const from = edgePosition(end, box)
      const entry = positions.find((position) => position >= from) ?? positions[0]!
      ring.push(...cornersBetween(from, entry, box), alongEdge.get(entry)!)
    }
    if (ring.length > 3) rings.push(ring)
  }
  return rings
}

const key = (point: Position): string => `${point[0]},${point[1]}`

const onEdge = ([lon = NaN, lat = NaN]: Position, [west, south, east, north]: Box): boolean =>
  lon === west || lon === east || lat === south || lat === north

/** How far along the box's edge a point lies, counter-clockwise from the south-west corner, one unit a side. */
function edgePosition([lon = NaN, lat = NaN]: Position, [west, south, east, north]: Box): number {
  if (lat === south && lon < east) return (lon - west) / (east - west)
  if (lon === east && lat < north) return 1 + (lat - south) / (north - south)
  if (lat === north && lon > west) return 2 + (east - lon) / (east - west)
  return 3 + (north - lat) / (north - south)
}

function cornersBetween(from: number, to: number, [west, south, east, north]: Box): Position[] {
  const corners = [[west, south], [east, south], [east, north], [west, north]]
  const end = to >= from ? to : to + 4
  const passed = Array.from({ length: Math.ceil(end) }, (_, side) => side).filter((side) => side > from && side < end)
  return passed.map((side) => [...corners[side % 4]!])
}

function withHoles(outers: readonly Position[][], holes: readonly Position[][]): Polygon[] {
  const bySize = outers
    .map((outer) => ({ outer, area: Math.abs(signedArea(outer)), holes: Array<Position[]>() }))
    .sort((a, b) => a.area - b.area)
  const indexed = bySize.map((polygon) => ({ polygon, box: boxOf(polygon.outer) }))
  for (const hole of holes) {
    const around = indexed.find(({ polygon, box }) => inBox(hole[0]!, box) && pointIn(hole[0]!, polygon.outer))
    around?.polygon.holes.push(hole.toReversed())
  }
  return bySize.reverse().map(({ outer, holes }) => ({ type: 'Polygon', coordinates: [outer, ...holes] }))
}
