import type { AdsbReceiver } from '../air/adsb-receiver.ts'
import type { SatelliteService } from '../occasional/satellite.ts'
import type { SightingLine } from '../occasional/sightings.ts'
import type { VmsCentre } from '../occasional/vms.ts'

export const ADSB_RECEIVER: AdsbReceiver = {
  id: 'argyle-adsb', title: 'Argyle ADS-B (exercise)', nation: 'VCT', position: { lat: 13.19, lon: -61.22 },
  antennaHeight: 520, lossPercent: 12,
}

export const VMS_CENTRE: VmsCentre = {
  id: 'fisheries-vms', title: 'Fisheries VMS (exercise)', nation: 'VCT', everyMinutes: 10, longestDelay: 55_000,
}

export const SIGHTING_LINE: SightingLine = {
  id: 'coast-sightings', title: 'Sightings from the coast (exercise)', nation: 'VCT', every: 8 * 60_000,
  lookouts: [
    { lat: 13.2, lon: -61.27 }, { lat: 13.3, lon: -61.25 }, { lat: 13, lon: -61.23 }, { lat: 12.88, lon: -61.19 },
    { lat: 12.6, lon: -61.45 }, { lat: 13.16, lon: -61.14 },
  ],
}

export const SATELLITE_SERVICE: SatelliteService = {
  id: 'satellite-radar', title: 'Satellite radar pictures (exercise)', nation: 'VCT', every: 3_600_000,
  delay: 20 * 60_000, box: { south: 12, north: 13.7, west: -62.3, east: -60.5 },
}
