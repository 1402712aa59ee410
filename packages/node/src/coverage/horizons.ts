import type { Horizon } from '@csii/contract'
import { coverageRing, lineOfSight } from '@csii/geo'
import type { LatLon } from '@csii/model'

/** A sensor as far as its horizon is concerned. */
export interface Antenna {
  readonly id: string
  readonly kind: string
  readonly simulated: boolean
  readonly position?: LatLon | undefined
  /** Metres above the sea. */
  readonly antennaHeight?: number | undefined
}

/**
 * Metres above the sea of what a kind of sensor looks for: an AIS aerial on a ship's mast (15 m, a coaster's), an airliner
 * (10 km, flight level 330), and for a radar the wheelhouse of a boat (4 m).
 */
const TARGET_HEIGHTS: Readonly<Record<string, number>> = { ais: 15, adsb: 10_000 }
const BOAT = 4

/** How far a sensor can hear at all; nothing unless somebody said where its antenna stands and how high. */
export function horizonOf({ id, kind, simulated, position, antennaHeight }: Antenna): Horizon[] {
  if (!position || antennaHeight === undefined) return []
  const targetHeight = TARGET_HEIGHTS[kind] ?? BOAT
  const heights = { antenna: antennaHeight, target: targetHeight }
  const ring = coverageRing(position, heights).map(({ lat, lon }) => ({ lat, lon }))
  const { lat, lon } = position
  return [{ sourceId: id, simulated, position: { lat, lon }, radiusMetres: Math.round(lineOfSight(heights)), targetHeight, ring }]
}
