import type { CoastalRadar } from '../radar/coastal-radar.ts'
import type { ShipRadar } from '../radar/ship-radar.ts'

/**
 * Real headlands, invented radars. Their data source identifiers use area code 0, which is nobody's country.
 */
export const COASTAL_RADARS: readonly CoastalRadar[] = [
  {
    title: 'Kingstown coastal radar (exercise)', nation: 'VCT', position: { lat: 13.128, lon: -61.209 },
    antenna: {
      id: 'kingstown-radar', height: 180, rotation: 4_000, reach: 74_000, reference: 24_000,
      sigma: { range: 35, azimuthDeg: 0.15 }, resolution: { range: 60, azimuthDeg: 0.9 },
      clutter: { waves: 5, anywhere: 2 },
    },
    sac: 0, sic: 201, tracks: true, delay: 160,
  },
  {
    title: 'Carriacou coastal radar (exercise)', nation: 'GRD', position: { lat: 12.508, lon: -61.453 },
    antenna: {
      id: 'carriacou-radar', height: 280, rotation: 2_500, reach: 60_000, reference: 28_000,
      sigma: { range: 25, azimuthDeg: 0.25 }, resolution: { range: 45, azimuthDeg: 1.2 },
      clutter: { waves: 7, anywhere: 3 },
    },
    sac: 0, sic: 202, tracks: false, delay: 90,
  },
]

/** A radar such as yachts have, on the ferry that goes through the Grenadines every day. */
export const SHIP_RADAR: ShipRadar = {
  title: 'Radar of a ferry (exercise)', nation: 'VCT', carrier: 'ferry-5', mostTargets: 30,
  antenna: {
    id: 'ferry-radar', height: 11, rotation: 2_500, reach: 18_000, reference: 8_000,
    sigma: { range: 30, azimuthDeg: 0.8 }, resolution: { range: 75, azimuthDeg: 3.9 },
    clutter: { waves: 0, anywhere: 0 },
  },
}
