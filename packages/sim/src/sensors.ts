import { aisReceivers, receiverInstallation } from './ais/receivers.ts'
import { RADARS } from './caribbean/radars.ts'
import { RECEIVERS } from './caribbean/receivers.ts'
import { coastalRadar, radarInstallation } from './radar/deliveries.ts'
import type { Scenario } from './scenario.ts'
import { merged, type Delivery, type Installation, type SensorGroup } from './sensor.ts'

/** Everything that watches a scenario. */
export const sensorsOf = (scenario: Scenario): SensorGroup[] => [
  aisReceivers(scenario),
  ...RADARS.map((radar) => coastalRadar(scenario, radar)),
]

/** The same as a node is told of it. */
export const INSTALLATIONS: readonly Installation[] = [
  ...RECEIVERS.map(receiverInstallation),
  ...RADARS.map(radarInstallation),
]

/** Everything that its sensors deliver between two instants (the first included), in order. */
export const deliveries = (scenario: Scenario, from: number, to: number): Iterable<Delivery> =>
  merged(sensorsOf(scenario).map(({ deliver }) => deliver(from, to)))
