import { encodeNaf } from '@csii/codecs'
import type { Timestamp } from '@csii/model'
import { chance } from '../chance.ts'
import { FLAGS, type FlagName } from '../identity.ts'
import { fixOf } from '../navigation.ts'
import type { Scenario } from '../scenario.ts'
import type { Delivery, Installation, SensorGroup } from '../sensor.ts'
import { conductOf } from '../truth.ts'
import type { Vessel } from '../vessel.ts'

/** A fisheries centre that passes on where its nation's fishing boats say they are. */
export interface VmsCentre {
  readonly id: string
  readonly title: string
  /** ISO 3166-1 alpha-3: whose boats, too. */
  readonly nation: FlagName
  /** Minutes between two reports of a boat. Real ones report every hour or two. */
  readonly everyMinutes: number
  /** Milliseconds of the longest way through a satellite: less than a minute, so that reports stay in order. */
  readonly longestDelay: number
}

/** It connects to the node and sends messages in the North Atlantic Format. Each boat's last report is told again. */
export const vmsCentre = (scenario: Scenario, centre: VmsCentre): SensorGroup => ({
  installations: [vmsInstallation(centre)],
  memory: (centre.everyMinutes + 1) * MINUTE + centre.longestDelay,
  deliver: (from, to) => deliver(scenario, centre, from, to),
})

export const vmsInstallation = ({ id, title, nation }: VmsCentre): Installation => ({
  id, title, kind: 'vms', nation, wire: 'they-listen', extension: 'naf',
})

const MINUTE = 60_000

function* deliver(scenario: Scenario, centre: VmsCentre, from: Timestamp, to: Timestamp): Generator<Delivery> {
  const fleet = fleetOf(scenario, centre.nation)
  // A report's place is that of a whole minute, and it comes at some time within it.
  for (let minute = Math.floor(from / MINUTE); minute * MINUTE < to; minute++) {
    const due = fleet.filter(({ key }) => (minute + (key % centre.everyMinutes)) % centre.everyMinutes === 0)
    yield* due.map((vessel) => report(scenario, centre, vessel, minute * MINUTE))
      .filter(({ t }) => t >= from && t < to)
      .sort((a, b) => a.t - b.t)
  }
}

/** Those whose numbers carry the nation's digits and that fish. */
export const fleetOf = (scenario: Scenario, nation: FlagName): Vessel[] =>
  scenario.vessels.filter(({ kind, mmsi }) =>
    (kind === 'fishing' || kind === 'longliner') && Math.floor(mmsi / 1_000_000) === FLAGS[nation].mid)

function report(scenario: Scenario, centre: VmsCentre, vessel: Vessel, fixedAt: Timestamp): Delivery {
  const conduct = conductOf(scenario, vessel, fixedAt)
  const { position: { lat, lon }, speedKn, courseDeg } = fixOf(vessel.key, conduct, fixedAt)
  const [date, clock] = new Date(fixedAt).toISOString().split('T') as [string, string] // ISO 8601 has one T.
  const message = encodeNaf({ fields: {
    AD: centre.nation, FR: centre.nation, TM: 'POS', RN: String(Math.floor(fixedAt / MINUTE) % 1_000_000),
    RC: vessel.callSign, IR: `${centre.nation}${String(vessel.mmsi % 1_000_000).padStart(9, '0')}`, NA: vessel.name,
    FS: centre.nation, LT: decimals(lat, 2), LG: decimals(lon, 3), SP: String(Math.round(speedKn * 10)),
    CO: String(Math.round(courseDeg) % 360), DA: date.replaceAll('-', ''), TI: clock.slice(0, 5).replace(':', ''),
    MS: 'EXERCISE',
  } })
  const t = fixedAt + Math.floor(chance(vessel.key, fixedAt, scenario.seed) * centre.longestDelay)
  return { t, sensor: centre.id, bytes: Buffer.concat([message, Buffer.from('\r\n')]), subject: vessel.id }
}

/** Degrees with three decimals and a sign: `+13.087`, `-061.258`. */
const decimals = (degrees: number, digits: number): string =>
  (degrees < 0 ? '-' : '+') + Math.abs(degrees).toFixed(3).padStart(digits + 4, '0')
