import { CALLED, FLAG, type Contact } from '@csii/contract'

export const isSimulated = ({ flags }: Pick<Contact, 'flags'>): boolean => (flags & FLAG.simulated) !== 0
export const isConflicting = ({ flags }: Pick<Contact, 'flags'>): boolean => (flags & FLAG.conflicting) !== 0
export const isDistress = ({ flags }: Pick<Contact, 'flags'>): boolean => (flags & FLAG.distress) !== 0
export const isTest = ({ flags }: Pick<Contact, 'flags'>): boolean => (flags & FLAG.test) !== 0

/** It is seen, and very likely does not transmit. */
export const isDark = ({ dark }: Pick<Contact, 'dark'>): boolean => dark !== undefined && dark >= CALLED.dark

/** Very likely it is not where it says. */
export const isSuspect = ({ suspect }: Pick<Contact, 'suspect'>): boolean => suspect !== undefined && suspect >= CALLED.suspect

/** The id by which the API knows a contact's track: `SIM-7` when simulated, `T-7` when live. */
export const trackIdOf = (contact: Pick<Contact, 'serial' | 'flags'>): string =>
  `${isSimulated(contact) ? 'SIM' : 'T'}-${contact.serial}`

/** The serial in a track id, by which the picture holds it. */
export function serialOf(trackId: string): number | undefined {
  const match = /^(?:SIM|T)-(\d{1,10})$/.exec(trackId)
  return match ? Number(match[1]) : undefined
}
