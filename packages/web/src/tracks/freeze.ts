import { FLAG, type Contact } from '@csii/contract'

/** The list as it stood when somebody asked it to stand still. */
export interface Frozen {
  /** Node time. */
  readonly at: number
  readonly contacts: ReadonlyMap<number, Contact>
}

/** What the reader of a frozen list does not see. */
export interface Missed {
  readonly arrived: number
  readonly gone: number
  /** Devices in distress among those that arrived, tests excepted. */
  readonly distress: number
}

/** Contacts are replaced and never changed, so a copy of the map keeps them as they are. */
export const freeze = (contacts: ReadonlyMap<number, Contact>, at: number): Frozen => ({
  at,
  contacts: new Map(contacts),
})

export function missedSince({ contacts: then }: Frozen, now: ReadonlyMap<number, Contact>): Missed {
  const arrived = [...now.values()].filter(({ serial }) => !then.has(serial))
  const gone = [...then.keys()].filter((serial) => !now.has(serial))
  const calls = ({ flags }: Contact) => (flags & FLAG.distress) !== 0 && (flags & FLAG.test) === 0
  return { arrived: arrived.length, gone: gone.length, distress: arrived.filter(calls).length }
}
