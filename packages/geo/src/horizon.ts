import type { LatLon } from '@csii/model'
import { geodesicFrom } from './geodesic.ts'

/** Mean radius of the earth in metres (IUGG R1: (2a + b) / 3 of WGS 84). */
const EARTH_RADIUS = 6_371_008.8
/**
 * Radio waves bend with the air, as if the earth were a third larger and they were straight: the effective-radius
 * factor of an average atmosphere (ITU-R P.310, "effective radius of the Earth"; Skolnik, Introduction to Radar
 * Systems, § 8.2). Ducts, frequent over warm seas, carry further; a sub-refractive day less far.
 */
const EFFECTIVE_RADIUS_FACTOR = 4 / 3

/** Two heights above the sea, metres: of the antenna, and of what it is to hear or see. */
export interface Heights {
  readonly antenna: number
  readonly target: number
}

/** Metres to where a straight ray of radio touches the sea, from so many metres above it: d = √(2 k R h). */
export const radioHorizon = (height: number): number =>
  Math.sqrt(2 * EFFECTIVE_RADIUS_FACTOR * EARTH_RADIUS * Math.max(0, height))

/** Metres within which a target of this height can be heard or seen at all, were there no land between. */
export const lineOfSight = ({ antenna, target }: Heights): number => radioHorizon(antenna) + radioHorizon(target)

/** Points of a ring that nobody can tell from a circle on a screen. */
const RING_POINTS = 72

/**
 * The line of sight all around an antenna: a closed ring, clockwise from north, its first point repeated at the end.
 */
export function coverageRing(position: LatLon, heights: Heights): readonly LatLon[] {
  const radius = lineOfSight(heights)
  const ring = Array.from({ length: RING_POINTS }, (_, n) => geodesicFrom(position, (360 * n) / RING_POINTS, radius))
  return [...ring, ring[0]!]
}
