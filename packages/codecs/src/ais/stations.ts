import type { Station } from '@csii/model'

/** Devices that call for help, by the first three digits of their identity: ITU-R M.585-9, annex 2, § 2. */
const DISTRESS: Readonly<Record<number, Station>> = { 970: 'ais-sart', 972: 'mob', 974: 'epirb' }

/** What only one sort of station transmits: ITU-R M.1371-5, annex 8, table 46. */
const BY_MESSAGE: Readonly<Record<number, Station>> = {
  1: 'class-a', 2: 'class-a', 3: 'class-a', 5: 'class-a',
  4: 'base', 16: 'base', 17: 'base', 20: 'base', 22: 'base', 23: 'base',
  9: 'sar-aircraft',
  18: 'class-b', 19: 'class-b', 24: 'class-b',
  21: 'aton',
}

/** What sort of station sent this, by its identity and else by the message. Undefined when neither tells. */
export function stationOf(mmsi: number, messageType: number): Station | undefined {
  return stationByIdentity(mmsi) ?? BY_MESSAGE[messageType]
}

/** ITU-R M.585-9, annex 1: 00MIDXXXX coast, 111MIDXXX aircraft, 98MIDXXXX craft of a parent ship, 99MIDXXXX aid. */
function stationByIdentity(mmsi: number): Station | undefined {
  if (mmsi >= 2_000_000 && mmsi < 8_000_000) return 'base'
  if (mmsi < 970_000_000) return mmsi >= 111_000_000 && mmsi < 112_000_000 ? 'sar-aircraft' : undefined
  if (mmsi >= 980_000_000) return mmsi < 990_000_000 ? 'craft' : 'aton'
  return DISTRESS[Math.floor(mmsi / 1_000_000)]
}

export const isDistressDevice = (station: Station | undefined): boolean =>
  station === 'ais-sart' || station === 'mob' || station === 'epirb'

/** Navigation status of a device that is active or under test: ITU-R M.1371-5, table 45. */
const ACTIVE = 14
const TEST = 15

/** Whether the device says it is only being tested; undefined when the status does not tell. */
export function isTestByStatus(status: number): boolean | undefined {
  if (status === ACTIVE) return false
  return status === TEST ? true : undefined
}

/** The same by its text, `SART TEST` or `SART ACTIVE`: IEC 61097-14, annex E; IMO Circ.322 has `MOB` and `EPIRB`. */
export function isTestByText(text: string): boolean | undefined {
  if (text.includes('TEST')) return true
  return text.includes('ACTIVE') ? false : undefined
}
