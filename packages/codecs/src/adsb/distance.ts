import { degreesToRadians, type LatLon } from '@csii/model'

/** Metres between two places on a sphere of the Earth's mean radius: right to half a per cent. */
export function metresBetween(a: LatLon, b: LatLon): number {
  const [north, east] = [degreesToRadians(b.lat - a.lat), degreesToRadians(b.lon - a.lon)]
  const across = Math.cos(degreesToRadians(a.lat)) * Math.cos(degreesToRadians(b.lat)) * Math.sin(east / 2) ** 2
  return 2 * 6_371_009 * Math.asin(Math.min(1, Math.sqrt(Math.sin(north / 2) ** 2 + across)))
}
