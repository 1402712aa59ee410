import type { LatLon } from '@csii/model'
import type { Wire } from '../sensor.ts'

/** An AIS receiver ashore. */
export interface Receiver {
  readonly id: string
  readonly title: string
  /** ISO 3166-1 alpha-3. */
  readonly nation: string
  readonly position: LatLon
  /** Metres above the sea. */
  readonly antennaHeight: number
  /** How many messages of a hundred are lost to fading and garbling even near by. */
  readonly lossPercent: number
  /** Milliseconds from the air to the wire. */
  readonly delay: number
  readonly wire: Wire
}

/** Hilltop antennas, as coast radio has them. */
export const RECEIVERS: readonly Receiver[] = [
  {
    id: 'kingstown', title: 'Kingstown (exercise)', nation: 'VCT',
    position: { lat: 13.19, lon: -61.22 }, antennaHeight: 520, lossPercent: 6, delay: 45, wire: 'datagrams',
  },
  {
    id: 'castries', title: 'Castries (exercise)', nation: 'LCA',
    position: { lat: 13.985, lon: -60.97 }, antennaHeight: 430, lossPercent: 5, delay: 80, wire: 'we-listen',
  },
  {
    id: 'bridgetown', title: 'Bridgetown (exercise)', nation: 'BRB',
    position: { lat: 13.14, lon: -59.58 }, antennaHeight: 330, lossPercent: 8, delay: 120, wire: 'they-listen',
  },
  {
    id: 'st-georges', title: "St George's (exercise)", nation: 'GRD',
    position: { lat: 12.11, lon: -61.68 }, antennaHeight: 560, lossPercent: 7, delay: 60, wire: 'datagrams',
  },
  {
    id: 'roseau', title: 'Roseau (exercise)', nation: 'DMA',
    position: { lat: 15.3, lon: -61.35 }, antennaHeight: 480, lossPercent: 9, delay: 95, wire: 'we-listen',
  },
]
