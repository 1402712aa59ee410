import type { CoverageCell, CoverageView } from '@csii/contract'
import type { FeatureCollection, Position } from 'geojson'
import { unwrapped } from './unwrapped.ts'

type Places = readonly { readonly lat: number; readonly lon: number }[]

/**
 * One account of each cell: where live sensors hear or usually do, an exercise is left out; and a word of either is
 * more than none.
 */
export function drawnCells({ cells }: CoverageView): readonly CoverageCell[] {
  const drawn = new Map<string, CoverageCell>()
  const weight = ({ simulated, state }: CoverageCell) => (state === 'never' ? 0 : 2) + (simulated ? 0 : 1)
  for (const cell of cells) {
    const other = drawn.get(cell.cell)
    if (!other || weight(cell) > weight(other)) drawn.set(cell.cell, cell)
  }
  return [...drawn.values()]
}

/** Cells as polygons with their `state`, and horizons as lines. */
export function coverageFeatures(view: CoverageView): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...drawnCells(view).map(({ boundary, state }) => ({
        type: 'Feature' as const,
        properties: { state },
        geometry: { type: 'Polygon' as const, coordinates: [closed(boundary)] },
      })),
      ...view.horizons.map(({ ring }) => ({
        type: 'Feature' as const,
        properties: { state: 'horizon' },
        geometry: { type: 'LineString' as const, coordinates: unwrapped(ring) },
      })),
    ],
  }
}

const closed = (corners: Places): Position[] => unwrapped(corners[0] ? [...corners, corners[0]] : [])
