import type { Position } from 'geojson'

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Twice the signed area of a closed ring, in square degrees: positive when it runs counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  let area = 0
  ring.forEach(([x = NaN, y = NaN], index) => {
    const [nextX = NaN, nextY = NaN] = ring[(index + 1) % ring.length]!
    area += x * nextY - nextX * y
  })
  return area
}

/** Whether a ray to the east crosses the ring an odd number of times. */
export function pointIn([x = NaN, y = NaN]: Position, ring: readonly Position[]): boolean {
  let isInside = false
  ring.forEach(([ax = NaN, ay = NaN], index) => {
    const [bx = NaN, by = NaN] = ring[(index + 1) % ring.length]!
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isInside = !isInside
  })
  return isInside
}

export function boxOf(ring: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon = NaN, lat = NaN] of ring) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

export const inBox = ([lon = NaN, lat = NaN]: Position, [west, south, east, north]: Box): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north
