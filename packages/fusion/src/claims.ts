import type { Claim, ClaimField, Dimensions, HeldClaim, Timestamp } from '@csii/model'

/** Every field a claim can have; the type makes forgetting one an error. */
const FIELDS = Object.keys({
  mmsi: 0, station: 0, name: 0, callSign: 0, imo: 0, shipType: 0, aidType: 0, virtualAid: 0, dimensions: 0,
  draught: 0, destination: 0, eta: 0, navigationStatus: 0, test: 0, icaoAddress: 0, squawk: 0,
  uid: 0, marking: 0, flag: 0, emergency: 0, affiliation: 0, peopleOnBoard: 0, description: 0,
} satisfies Record<ClaimField, 0>) as ClaimField[] // The keys of an object literal are exactly the keys of its type.

/** Whose claims they are. */
export interface Claimant {
  readonly claims: HeldClaim[]
  claim: Claim
}

type Value = HeldClaim['value']

/**
 * Keeps what one sensor heard the object say of itself, field by field. A field is believed as it was stated last,
 * by whichever sensor; what the others heard before stays on record beside it.
 */
export function holdClaim(track: Claimant, stated: Claim, sensorId: string, time: Timestamp): void {
  for (const field of FIELDS) {
    const value = stated[field]
    if (value !== undefined) holdField(track, { field, value, sensorId, time })
  }
}

/** Believes no longer what was held so; what else was held is believed again. */
export function dropClaims(track: Claimant, isDropped: (held: HeldClaim) => boolean): void {
  const kept = track.claims.filter((held) => !isDropped(held))
  if (kept.length === track.claims.length) return
  track.claims.length = 0
  track.claim = {}
  for (const held of kept.toSorted((a, b) => a.time - b.time)) holdField(track, held)
}

function holdField(track: Claimant, held: HeldClaim): void {
  const { claims } = track
  const { field, value, sensorId, time } = held
  let own = -1
  let newest = -Infinity
  for (let at = 0; at < claims.length; at++) {
    const other = claims[at]!
    if (other.field !== field) continue
    if (other.sensorId === sensorId) own = at
    if (other.time > newest) newest = other.time
  }
  if (own >= 0 && time < claims[own]!.time) return
  if (own >= 0) claims[own] = held
  else claims.push(held)

  if (time >= newest && !isSame(value, track.claim[field])) track.claim = { ...track.claim, [field]: value }
}

function isSame(a: Value, b: Value | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return sides.every((side) => a[side] === b[side])
}

const sides: readonly (keyof Dimensions)[] = ['bow', 'stern', 'port', 'starboard']
