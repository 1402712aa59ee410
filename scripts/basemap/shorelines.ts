import type { Polygon, Position } from 'geojson'
import { boxOf, inBox, pointIn, signedArea, type Box } from './rings.ts'

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
  const segments = readSegments(dump, box)
  const ringsOf = (level: number) => ringsFrom(segments.filter((segment) => segment.level === level), box)
  return [1, 3].flatMap((level) => withHoles(ringsOf(level), ringsOf(level + 1)))
}

function readSegments(dump: string, [, , east]: Box): Segment[] {
  // GMT writes the antimeridian as 180 on either side of it.
  const within = (lon: number) => (lon > east ? lon - 360 : lon)
  const rounded = (text: string) => Math.round(Number(text) * 1e6) / 1e6

  return dump
    .split('>')
    .slice(1)
    .map((block) => {
      const [heading, ...lines] = block.trim().split('\n')
      const points = lines.map((line) => {
        const [lon = NaN, lat = NaN] = line.split(/\s+/).map(rounded)
        return [within(lon), lat]
      })
      const level = Number(/Level (\d)/.exec(heading ?? '')?.[1])
      // A lake's water lies to the right of its shore; turned round, its ring closes as a land ring does.
      return { level, points: level % 2 === 0 ? points.reverse() : points }
    })
    // At the corner of a bin GMT can write a piece of no length.
    .filter(({ points }) => points.some((point) => key(point) !== key(points[0]!)))
}

function ringsFrom(segments: readonly Segment[], box: Box): Position[][] {
  const open = Map.groupBy(segments.map(({ points }) => points), (points) => key(points[0]!))
  const entries = segments.map(({ points }) => points[0]!)
  const alongEdge = new Map(entries.filter((point) => onEdge(point, box)).map((point) => [edgePosition(point, box), point]))
  const positions = [...alongEdge.keys()].sort((a, b) => a - b)
  const hasNext = (point: Position) => (open.get(key(point))?.length ?? 0) > 0

  const rings: Position[][] = []
  for (const first of entries) {
    const ring: Position[] = []
    for (let next = open.get(key(first))?.shift(); next; next = open.get(key(ring.at(-1)!))?.shift()) {
      for (const point of next) if (ring.length === 0 || key(point) !== key(ring.at(-1)!)) ring.push(point)
      const end = ring.at(-1)!
      if (key(end) === key(first)) break
      if (hasNext(end)) continue
      if (!onEdge(end, box)) throw new Error(`A shoreline ends at ${key(end)}, inside the box`)
      const from = edgePosition(end, box)
      const entry = positions.find((position) => position >= from) ?? positions[0]!
      ring.push(...cornersBetween(from, entry, box), alongEdge.get(entry)!)
      if (key(ring.at(-1)!) === key(first)) break
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
