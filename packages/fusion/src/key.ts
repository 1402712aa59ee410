import type { Claim, ClaimField } from '@csii/model'

/** What ties plots together: the MMSI as a number, another identity or the number of one sensor as a text. */
export type Key = number | string

/** The identity that an object states, strongest first. */
export function identityKey({ mmsi, icaoAddress, uid }: Claim): Key | undefined {
  if (mmsi !== undefined) return mmsi
  if (icaoAddress !== undefined) return `icao ${icaoAddress}`
  return uid === undefined ? undefined : `uid ${uid}`
}

/** Whether an identity can rest on it. */
export const isKeyField = (field: ClaimField): boolean => field === 'mmsi' || field === 'icaoAddress' || field === 'uid'

/** What is stated without the keys that differ from those believed: of two identities of one object one names it. */
export function withoutForeignKeys({ mmsi, icaoAddress, uid, ...stated }: Claim, believed: Claim): Claim {
  const isOwn = (value: Key | undefined, known: Key | undefined): boolean => known === undefined || value === known
  return {
    ...stated,
    ...(mmsi !== undefined && isOwn(mmsi, believed.mmsi) && { mmsi }),
    ...(icaoAddress !== undefined && isOwn(icaoAddress, believed.icaoAddress) && { icaoAddress }),
    ...(uid !== undefined && isOwn(uid, believed.uid) && { uid }),
  }
}
