import type { Feature, LineString, Position } from 'geojson'
import { inBox, type Box } from './rings.ts'

/** What `@osm_borders/maritime_10m` holds of one country: its land and its territorial sea together, as polygons. */
export interface Country {
  readonly properties: { readonly isoA2?: string }
  readonly geometry: { readonly geometries: readonly { readonly type: string; readonly coordinates: unknown }[] }
}

/** Parts of a state that are mapped beside it: a line between the two is no boundary. */
const STATE_OF: Readonly<Record<string, string>> = { AW: 'NL', CW: 'NL', SX: 'NL', BQ: 'NL', BL: 'FR', MF: 'FR', PR: 'US', VI: 'US' }
/** Mapped by their coast, not by their sea; the sea is France's. */
const LAND_ONLY = new Set(['GP', 'MQ'])

/**
 * Lines between the territorial seas of two states (`maritime`), and the outer limits of each towards the high sea
 * (`territorial`, 12 nautical miles where nothing narrower was agreed). A line that two states share is one both draw.
 */
export function boundaryLines(countries: readonly Country[], box: Box): Feature<LineString>[] {
  const rings = countries.flatMap(ringsOf).filter(({ ring }) => ring.some((point) => inBox(point, box)))
  const drawnBy = new Map<string, Set<string>>()
  for (const { state, ring } of rings) {
    for (const edge of edgesOf(ring)) drawnBy.set(edge, (drawnBy.get(edge) ?? new Set()).add(state))
  }
  const done = new Set<string>()
  return rings.flatMap(({ ring }) => linesOf(ring, drawnBy, done, box))
}

interface StateRing {
  readonly state: string
  readonly ring: readonly Position[]
}

function ringsOf({ properties, geometry }: Country): StateRing[] {
  const code = properties.isoA2 ?? 'NL'
  if (LAND_ONLY.has(code)) return []
  const polygons = geometry.geometries.flatMap(({ type, coordinates }) =>
    // The package's file is GeoJSON: the type names the form of the coordinates.
    type === 'Polygon' ? [coordinates as Position[][]] : (coordinates as Position[][][]),
  )
  return polygons.flat().map((ring) => ({ state: STATE_OF[code] ?? code, ring }))
}

const edgeBetween = (a: Position, b: Position): string => [a.join(), b.join()].sort().join(' ')
const edgesOf = (ring: readonly Position[]): string[] => ring.slice(1).map((point, index) => edgeBetween(ring[index]!, point))

function linesOf(
  ring: readonly Position[],
  drawnBy: ReadonlyMap<string, ReadonlySet<string>>,
  done: Set<string>,
  box: Box,
): Feature<LineString>[] {
  const lines: { readonly kind: string; readonly points: Position[] }[] = []
  let current: (typeof lines)[number] | undefined
  for (const [index, point] of ring.slice(1).entries()) {
    const before = ring[index]!
    const edge = edgeBetween(before, point)
    if (done.has(edge) || !inBox(point, box) || !inBox(before, box)) {
      current = undefined
      continue
    }
    done.add(edge)
    const kind = drawnBy.get(edge)!.size > 1 ? 'maritime' : 'territorial'
    if (current?.kind !== kind) lines.push((current = { kind, points: [before] }))
    current.points.push(point)
  }
  return lines.map(({ kind, points }) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'LineString', coordinates: points },
  }))
}
