import { adsbInstallation, adsbReceiver } from './air/adsb-receiver.ts'
import { aisReceivers, receiverInstallation } from './ais/receivers.ts'
import {
  ADSB_RECEIVER, SATELLITE_SERVICE, SIGHTING_LINE, VMS_CENTRE,
} from './caribbean/other-sensors.ts'
import { COASTAL_RADARS, SHIP_RADAR } from './caribbean/radars.ts'
import { RECEIVERS } from './caribbean/receivers.ts'
import { satelliteInstallation, satelliteService } from './occasional/satellite.ts'
import { sightingInstallation, sightingLine } from './occasional/sightings.ts'
import { vmsCentre, vmsInstallation } from './occasional/vms.ts'
import { coastalRadar, radarInstallation } from './radar/deliveries.ts'
import { shipRadar, shipRadarInstallation } from './radar/ship-radar.ts'
import type { Scenario } from './scenario.ts'
import { merged, type Delivery, type Installation, type SensorGroup } from './sensor.ts'

/** Everything that watches a scenario. */
export const sensorsOf = (scenario: Scenario): SensorGroup[] => [
  aisReceivers(scenario),
  ...COASTAL_RADARS.map((radar) => coastalRadar(scenario, radar)),
  shipRadar(scenario, SHIP_RADAR),
  adsbReceiver(scenario, ADSB_RECEIVER),
  vmsCentre(scenario, VMS_CENTRE),
  sightingLine(scenario, SIGHTING_LINE),
  satelliteService(scenario, SATELLITE_SERVICE),
]

/** The same as a node is told of it. */
export const INSTALLATIONS: readonly Installation[] = [
  ...RECEIVERS.map(receiverInstallation),
  ...COASTAL_RADARS.map(radarInstallation),
  shipRadarInstallation(SHIP_RADAR),
  adsbInstallation(ADSB_RECEIVER),
  vmsInstallation(VMS_CENTRE),
  sightingInstallation(SIGHTING_LINE),
  satelliteInstallation(SATELLITE_SERVICE),
]

/** Everything that its sensors deliver between two instants (the first included), in order. */
export const deliveries = (scenario: Scenario, from: number, to: number): Iterable<Delivery> =>
  merged(sensorsOf(scenario).map(({ deliver }) => deliver(from, to)))
