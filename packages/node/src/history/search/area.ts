import { normalLon, type Box } from '@csii/geo'
import type { LatLon } from '@csii/model'

/** An area on the chart, with its corners on a plane of degrees around `origin`, so that no edge crosses a border of it. */
export interface Area {
  readonly box: Box
  readonly origin: number
  readonly corners: readonly Corner[]
  readonly width: number
}

interface Corner {
  readonly x: number
  readonly y: number
}

/** Between 0 and 1 along a straight line from one point to another. */
export interface Share {
  readonly from: number
  readonly to: number
}

export function areaOfBox(box: Box): Area {
  const { west, south, east, north } = box
  const width = east - west + (west <= east ? 0 : 360)
  const corners = [{ x: 0, y: south }, { x: width, y: south }, { x: width, y: north }, { x: 0, y: north }]
  return { box, origin: west, corners, width }
}

/** Edges go the shorter way round the earth. */
export function areaOfPolygon(polygon: readonly LatLon[]): Area {
  let x = 0
  const unrolled = polygon.map(({ lat, lon }, at) => {
    x += at === 0 ? 0 : normalLon(lon - polygon[at - 1]!.lon)
    return { x, y: lat }
  })
  const least = (of: (corner: Corner) => number) => Math.min(...unrolled.map(of))
  const west = least((corner) => corner.x)
  const width = -least((corner) => -corner.x) - west
  const origin = normalLon((polygon[0]?.lon ?? 0) + west)
  const [south, north] = [least(({ y }) => y), -least(({ y }) => -y)]
  const box = width >= 360 ? { west: -180, east: 180, south, north } : { west: origin, east: normalLon(origin + width), south, north }
  return { box, origin, corners: unrolled.map((corner) => ({ x: corner.x - west, y: corner.y })), width }
}

/** Which parts of the straight way from one point to another lie in the area. Points on its edge count as inside. */
export function sharesInside(area: Area, a: LatLon, b: LatLon): Share[] {
  const { box, width } = area
  if (Math.max(a.lat, b.lat) < box.south || Math.min(a.lat, b.lat) > box.north) return []
  const ax = eastOf(area.origin, a.lon)
  const bx = ax + normalLon(b.lon - a.lon)
  const shares: Share[] = []
  // The same place lies once in every turn round the earth.
  for (const turn of [-360, 0, 360]) {
    if (Math.max(ax, bx) + turn < 0 || Math.min(ax, bx) + turn > width) continue
    shares.push(...partsInside(area.corners, { x: ax + turn, y: a.lat }, { x: bx + turn, y: b.lat }))
  }
  return shares
}

const eastOf = (origin: number, lon: number): number => (((lon - origin) % 360) + 360) % 360

function partsInside(corners: readonly Corner[], a: Corner, b: Corner): Share[] {
  const cuts = [0, 1]
  corners.forEach((corner, at) => {
    const cut = cutOf(a, b, corner, corners[(at + 1) % corners.length]!)
    if (cut !== undefined) cuts.push(cut)
  })
  cuts.sort((one, other) => one - other)
  const shares: { from: number; to: number }[] = []
  for (let at = 1; at < cuts.length; at++) {
    const [from, to] = [cuts[at - 1]!, cuts[at]!]
    const middle = { x: a.x + ((from + to) / 2) * (b.x - a.x), y: a.y + ((from + to) / 2) * (b.y - a.y) }
    if (!isInside(corners, middle)) continue
    const last = shares.at(-1)
    if (last && last.to === from) last.to = to
    else shares.push({ from, to })
  }
  return shares
}

/** Where the way from `a` to `b` meets the edge from `c` to `d`. */
function cutOf(a: Corner, b: Corner, c: Corner, d: Corner): number | undefined {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y]
  const across = ux * vy - uy * vx
  if (across === 0) return undefined
  const along = ((c.x - a.x) * vy - (c.y - a.y) * vx) / across
  const onEdge = ((c.x - a.x) * uy - (c.y - a.y) * ux) / across
  return along > 0 && along < 1 && onEdge >= 0 && onEdge <= 1 ? along : undefined
}

/** By the number of edges north of it (Shimrat 1962, Communications of the ACM 5(8), Algorithm 112), or on an edge. */
function isInside(corners: readonly Corner[], { x, y }: Corner): boolean {
  let inside = false
  for (let at = 0; at < corners.length; at++) {
    const [c, d] = [corners[at]!, corners[(at + 1) % corners.length]!]
    const across = (x - c.x) * (d.y - c.y) - (y - c.y) * (d.x - c.x)
    const isBeside = Math.min(c.x, d.x) <= x && x <= Math.max(c.x, d.x) && Math.min(c.y, d.y) <= y && y <= Math.max(c.y, d.y)
    if (across === 0 && isBeside) return true
    if (c.x > x !== d.x > x && y < ((d.y - c.y) * (x - c.x)) / (d.x - c.x) + c.y) inside = !inside
  }
  return inside
}
