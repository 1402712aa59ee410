import type { Timestamp } from '@csii/model'
import type { Receiver } from '../caribbean/receivers.ts'
import type { Scenario } from '../scenario.ts'
import type { Delivery, Installation, SensorGroup } from '../sensor.ts'
import { simulate } from '../simulate.ts'

/**
 * The receivers of AIS. Their memory reaches as far back as an anchored vessel's reports and her name (every 3 and 6
 * minutes) are sure to reach, some losses allowed.
 */
export const aisReceivers = (scenario: Scenario): SensorGroup => ({
  installations: scenario.receivers.map(receiverInstallation),
  memory: AIS_MEMORY,
  deliver: (from, to) => deliver(scenario, from, to),
})

/** Milliseconds. */
export const AIS_MEMORY = 600_000

export const receiverInstallation = ({ id, title, nation, position, antennaHeight, wire }: Receiver): Installation => ({
  id, title, kind: 'ais', nation, position, antennaHeight, wire, extension: 'nmea',
})

function* deliver(scenario: Scenario, from: Timestamp, to: Timestamp): Generator<Delivery> {
  for (const { t, receiver, line, subject } of simulate(scenario, from, to)) {
    yield { t, sensor: receiver, bytes: Buffer.from(`${line}\r\n`, 'latin1'), subject }
  }
}
