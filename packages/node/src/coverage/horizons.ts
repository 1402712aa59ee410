import type { Horizon } from '@csii/contract'
import { coverageRing, lineOfSight } from '@csii/geo'
import type { LatLon, Means } from '@csii/model'

/** A sensor as far as its horizon is concerned. */
export interface Antenna {
  readonly id: string
  readonly means: Means
  readonly simulated: boolean
  readonly position?: LatLon | undefined
  /** Metres above the sea. */
  readonly antennaHeight?: number | undefined
}

/**
 * Metres above the sea of what each means of sensing looks for: an AIS aerial on the mast of a coaster, the wheelhouse
 * of a boat for a radar, an airliner at flight level 330. The others do not depend on a line of sight from an antenna
 * of ours.
 */
const TARGET_HEIGHTS: Readonly<Partial<Record<Means, number>>> = { ais: 15, radar: 4, adsb: 10_000 }

/** How far a sensor can hear at all; nothing unless somebody said where its antenna stands and how high. */
export function horizonOf({ id, means, simulated, position, antennaHeight }: Antenna): Horizon[] {
  const targetHeight = TARGET_HEIGHTS[means]
  if (!position || antennaHeight === undefined || targetHeight === undefined) return []
  const heights = { antenna: antennaHeight, target: targetHeight }
  const ring = coverageRing(position, heights).map(({ lat, lon }) => ({ lat, lon }))
  const { lat, lon } = position
  return [
    {
      sourceId: id,
      simulated,
      position: { lat, lon },
      radiusMetres: Math.round(lineOfSight(heights)),
      targetHeight,
      ring,
    },
  ]
}
