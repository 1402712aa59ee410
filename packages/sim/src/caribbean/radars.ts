import type { CoastalRadar } from '../radar/coastal-radar.ts'

/**
 * Real headlands, invented radars. Their data source identifiers use area code 0, which is nobody's country.
 */
export const RADARS: readonly CoastalRadar[] = [
  {
    id: 'kingstown-radar', title: 'Kingstown coastal radar (exercise)', nation: 'VCT',
    position: { lat: 13.128, lon: -61.209 }, antennaHeight: 180, sac: 0, sic: 201,
    rotation: 4_000, reach: 74_000, reference: 24_000, sigma: { range: 35, azimuthDeg: 0.15 },
    clutter: { waves: 5, anywhere: 2 }, tracks: true, delay: 160,
  },
  {
    id: 'carriacou-radar', title: 'Carriacou coastal radar (exercise)', nation: 'GRD',
    position: { lat: 12.508, lon: -61.453 }, antennaHeight: 280, sac: 0, sic: 202,
    rotation: 2_500, reach: 60_000, reference: 28_000, sigma: { range: 25, azimuthDeg: 0.25 },
    clutter: { waves: 7, anywhere: 3 }, tracks: false, delay: 90,
  },
]
