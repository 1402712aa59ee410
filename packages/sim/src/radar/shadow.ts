import { degreesToRadians, type LatLon } from '@csii/model'
import { ISLANDS } from '../islands.ts'

/** The hill that an antenna stands on does not shade it. Metres. */
const OWN_HILL = 2_500
/** Steps in which the horizon is looked over. */
const STEPS = 720

/** By azimuth, how far a radar sees before an island is in its way. */
export interface Skyline {
  /** Metres; infinite over the open sea. */
  reach(azimuthDeg: number): number
}

/** Every island is higher than the beam: a radar sees its near shore and nothing behind it. */
export function skylineOf(site: LatLon): Skyline {
  const shores = ISLANDS.map(([, ring]) => ring.map((point) => offset(site, point)))
  const reaches = Array.from({ length: STEPS }, (_, step) => {
    const azimuth = degreesToRadians((step * 360) / STEPS)
    return Math.min(...shores.map((shore) => firstLand(shore, Math.sin(azimuth), Math.cos(azimuth))))
  })
  return { reach: (azimuthDeg) => reaches[Math.round((azimuthDeg * STEPS) / 360) % STEPS]! }
}

interface Offset {
  readonly x: number
  readonly y: number
}

/** Metres east and north: for a shore drawn to a kilometre, a plane will do. */
function offset(site: LatLon, { lat, lon }: LatLon): Offset {
  const metres = 111_195
  return { x: (lon - site.lon) * metres * Math.cos(degreesToRadians(site.lat)), y: (lat - site.lat) * metres }
}

/** Where a ray from the origin first meets the land of one island beyond the own hill. */
function firstLand(shore: readonly Offset[], dx: number, dy: number): number {
  const crossings = shore.flatMap((a, i) => {
    const b = shore[(i + 1) % shore.length]!
    // The side of the ray on which each end lies, and how far along the ray their line crosses it.
    const [sideA, sideB] = [a.x * dy - a.y * dx, b.x * dy - b.y * dx]
    if (sideA > 0 === sideB > 0) return []
    const part = sideA / (sideA - sideB)
    const along = (a.x + (b.x - a.x) * part) * dx + (a.y + (b.y - a.y) * part) * dy
    return along > 0 ? [along] : []
  }).sort((a, b) => a - b)
  const isInside = crossings.length % 2 === 1
  const edges = isInside ? [0, ...crossings] : crossings
  for (let i = 1; i < edges.length; i += 2) if (edges[i]! > OWN_HILL) return Math.max(edges[i - 1]!, OWN_HILL)
  return Infinity
}
