import type { SensorKind } from '@csii/model'
import { adsb } from './adsb/sensor.ts'
import { ais } from './ais/sensor.ts'
import { asterix } from './asterix/sensor.ts'
import { cot } from './cot/sensor.ts'
import { radarNmea } from './radar-nmea/sensor.ts'
import { satellite } from './satellite/sensor.ts'
import { sighting } from './sighting/sensor.ts'
import { signalk } from './signalk/sensor.ts'
import { vms } from './vms/sensor.ts'

/** Every kind of sensor the system can read. To add one: write its folder, then add its line here. */
export const sensorKinds: readonly SensorKind[] = [adsb, ais, asterix, cot, radarNmea, satellite, sighting, signalk, vms]
