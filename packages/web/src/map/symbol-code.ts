import type { Contact } from '@csii/contract'
import type { Station } from '@csii/model'
import { meansOf, stationOf } from '../picture/staleness.ts'
import { isSimulated } from '../picture/track-id.ts'

/** Standard identity as far as anybody says: who states what it is is neutral, who does not is unknown. */
export type Identity = 'neutral' | 'unknown'

export function identityOf({ shipType = 0, station, means }: Pick<Contact, 'shipType' | 'station' | 'means'>): Identity {
  const stated = stationOf(station)
  if (stated === 'unknown') return 'unknown'
  return OTHER_SETS[stated] !== undefined || shipType > 0 || isFishing(means) ? 'neutral' : 'unknown'
}

/** Only fishing vessels are under vessel monitoring. */
const isFishing = (means: number): boolean => meansOf(means) === 'vms'

/** Entities of the sea surface symbol set, MIL-STD-2525D, table E-XV (set 30). */
const SEA = {
  civilian: '140000', merchant: '140100', cargo: '140101', dredge: '140103', ferry: '140105', hovercraft: '140107',
  tanker: '140109', passenger: '140110', tug: '140111', tow: '140112', fishing: '140200', lawEnforcement: '140300',
  sailing: '140400', motor: '140500', speedboat: '140502', military: '110000',
} as const

/** Not ships: civilian fixed wing (set 01, air), civilian vehicle (15, land equipment), civilian (11, land). */
const OTHER_SETS: Readonly<Partial<Record<Station, readonly [set: string, entity: string]>>> = {
  'sar-aircraft': ['01', '120000'], aircraft: ['01', '120000'], vehicle: ['15', '160000'], person: ['11', '110000'],
}
/** What a radar or a satellite sees: a contact on the sea, and no more. */
const UNSPECIFIED = '000000'

const SINGLE: Readonly<Record<number, string>> = {
  30: SEA.fishing, 31: SEA.tow, 32: SEA.tow, 33: SEA.dredge, 35: SEA.military, 36: SEA.sailing, 37: SEA.motor,
  52: SEA.tug, 55: SEA.lawEnforcement,
}
const FAMILY: Readonly<Record<number, string>> = {
  4: SEA.speedboat, 6: SEA.passenger, 7: SEA.cargo, 8: SEA.tanker,
}

const entityOf = (shipType = 0): string => SINGLE[shipType] ?? FAMILY[Math.floor(shipType / 10)] ?? SEA.civilian

/**
 * The symbol identification code of a contact, MIL-STD-2525D, appendix A: version, context (0 reality, 2 simulation),
 * standard identity (1 unknown, 4 neutral), symbol set (30 sea surface, 01 air), status, entity.
 */
export function symbolCode(contact: Contact): string {
  const context = isSimulated(contact) ? '2' : '0'
  const identity = identityOf(contact) === 'neutral' ? '4' : '1'
  const station = stationOf(contact.station)
  const sea = ['30', station === 'unknown' ? UNSPECIFIED : entityOf(contact.shipType ?? (isFishing(contact.means) ? 30 : 0))] as const
  const [set, entity] = OTHER_SETS[station] ?? sea
  return `10${context}${identity}${set}0000${entity}0000`
}
