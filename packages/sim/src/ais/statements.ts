import type { AisMessage } from '@csii/codecs'
import type { Timestamp } from '@csii/model'
import { coastMmsi, aidMmsi, sartMmsi } from '../identity.ts'
import { TEST_SART, type Aid, type BaseStation } from '../caribbean/fixed-stations.ts'
import type { Conduct } from '../truth.ts'
import type { Vessel } from '../vessel.ts'
import { coordinates, secondOf } from './reports.ts'

/** Message 5. */
export function voyageData(vessel: Vessel, conduct: Conduct, t: Timestamp): AisMessage {
  const { mmsi, imo, callSign, name, shipType, draught } = vessel
  return {
    type: 5, repeat: 0, mmsi, ais_version: 2, imo, callsign: callSign, shipname: name, shiptype: shipType,
    ...sides(vessel), epfd: 1, ...arrival(conduct, t), draught: Math.round(draught * 10),
    destination: conduct.bound, dte: 0,
  }
}

/** Message 24, part A. */
export const nameOf = ({ mmsi, name }: Vessel): AisMessage => ({ type: 24, repeat: 0, mmsi, part: 'A', shipname: name })

/** Message 24, part B. */
export function hullOf(vessel: Vessel): AisMessage {
  const { mmsi, callSign, shipType, key } = vessel
  return {
    type: 24, repeat: 0, mmsi, part: 'B', shiptype: shipType, vendorid: 'SIM', model: 1, serial: key % 0x10_0000,
    callsign: callSign, ...sides(vessel), epfd: 1,
  }
}

/** Message 4. */
export function baseReport(station: BaseStation, serial: number, t: Timestamp): AisMessage {
  const date = new Date(t)
  return {
    type: 4, repeat: 0, mmsi: coastMmsi(station.flag, serial),
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1,
    day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(),
    accuracy: true, ...coordinates(station), epfd: 7, raim: false, radio: 0,
  }
}

/** Message 21. */
export function aidReport(aid: Aid, serial: number, t: Timestamp): AisMessage {
  return {
    type: 21, repeat: 0, mmsi: aidMmsi(aid.flag, serial, aid.isVirtual), aid_type: aid.aidType, name: aid.name,
    accuracy: true, ...coordinates(aid), to_bow: 0, to_stern: 0, to_port: 0, to_starboard: 0,
    epfd: aid.isVirtual ? 7 : 1,
    second: aid.isVirtual ? 61 : secondOf(t), off_position: false, regional: 0, raim: false, virtual_aid: aid.isVirtual,
    assigned: false, name_extension: '',
  }
}

/** Message 1 of a search and rescue transmitter under test: navigational status 15. */
export const sartReport = (t: Timestamp): AisMessage => ({
  type: 1, repeat: 0, mmsi: sartMmsi(0), status: 15, turn: -128, speed: 0, accuracy: true, ...coordinates(TEST_SART),
  course: 3600, heading: 511, second: secondOf(t), maneuver: 0, raim: false, radio: 0,
})

/** Message 14 of the same. */
export const sartText = (): AisMessage => ({ type: 14, repeat: 0, mmsi: sartMmsi(0), text: 'SART TEST' })

const sides = ({ dimensions: { bow, stern, port, starboard } }: Vessel) => ({
  to_bow: bow, to_stern: stern, to_port: port, to_starboard: starboard,
})

/** The next arrival, or "not available" in port. */
function arrival({ activity, until }: Conduct, t: Timestamp) {
  if (activity !== 'under-way') return { month: 0, day: 0, hour: 24, minute: 60 }
  const eta = new Date(t + until)
  return { month: eta.getUTCMonth() + 1, day: eta.getUTCDate(), hour: eta.getUTCHours(), minute: eta.getUTCMinutes() }
}
