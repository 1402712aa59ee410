import type { Timestamp } from '@csii/model'
import type { Scenario } from '../scenario.ts'
import type { Delivery, Installation, SensorGroup } from '../sensor.ts'
import { bodiesOf } from './body.ts'
import type { CoastalRadar } from './coastal-radar.ts'
import { Extractor } from './extractor.ts'
import { sectorMessages, SECTORS } from './messages.ts'
import { Scanner } from './scan.ts'

/** One coastal radar, which sends ASTERIX datagrams: one for each sector, when the beam has left it. */
export const coastalRadar = (scenario: Scenario, radar: CoastalRadar): SensorGroup => ({
  installations: [radarInstallation(radar)],
  memory: 0,
  deliver: (from, to) => deliver(scenario, radar, from, to),
})

export const radarInstallation = ({ title, nation, position, antenna }: CoastalRadar): Installation => ({
  id: antenna.id, title, kind: 'asterix', nation, position, antennaHeight: antenna.height, wire: 'datagrams',
  extension: 'ast', options: { rangeSigma: antenna.sigma.range, azimuthSigmaDeg: antenna.sigma.azimuthDeg },
})

/** Turns before the first that is delivered, in which a radar finds its tracks. */
const WARMING_UP = 8

function* deliver(scenario: Scenario, radar: CoastalRadar, from: Timestamp, to: Timestamp): Generator<Delivery> {
  const { antenna, position, delay, tracks } = radar
  const scanner = new Scanner(antenna, () => position, bodiesOf(scenario), scenario.seed)
  const extractor = tracks ? new Extractor(antenna.rotation) : undefined
  const sectorTime = antenna.rotation / SECTORS
  for (let scan = scanner.scanAt(from - delay) - WARMING_UP; ; scan++) {
    const north = scanner.northOf(scan)
    if (north + delay >= to) return
    const plots = scanner.scan(scan)
    const echoes = extractor?.follow(plots) ?? plots
    for (let sector = 0; sector < SECTORS; sector++) {
      const t = north + (sector + 1) * sectorTime + delay
      if (t < from || t >= to) continue
      const within = echoes.filter(({ azimuthDeg }) => Math.floor((azimuthDeg * SECTORS) / 360) === sector)
      yield { t, sensor: antenna.id, bytes: sectorMessages(radar, sector, north + sector * sectorTime, within) }
    }
  }
}
