import type { View } from '../link/picture-link.ts'

/** What the view needs of MapLibre's bounds. Their longitudes run on beyond 180 where the map does. */
export interface Bounds {
  getWest(): number
  getSouth(): number
  getEast(): number
  getNorth(): number
}

/** The view to ask the node for: within the poles, each side brought into -180 to 180. */
export function viewWithin(bounds: Bounds): View {
  const south = Math.max(-90, bounds.getSouth())
  const north = Math.min(90, bounds.getNorth())
  if (bounds.getEast() - bounds.getWest() >= 360) return { west: -180, south, east: 180, north }
  return { west: wrapped(bounds.getWest()), south, east: wrapped(bounds.getEast()), north }
}

/** A longitude brought into -180 to 180. */
export const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180
