import type { Claim, ClaimField, Dimensions, HeldClaim, Timestamp } from '@csii/model'

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
  for (const name in stated) {
    const field = name as ClaimField // The keys of a claim are its fields.
    const value = stated[field]
    if (value !== undefined) holdField(track, field, value, sensorId, time)
  }
}

/** Believes no longer what was held so; what else was held is believed again. */
export function dropClaims(track: Claimant, isDropped: (held: HeldClaim) => boolean): void {
  const kept = track.claims.filter((held) => !isDropped(held))
  if (kept.length === track.claims.length) return
  track.claims.length = 0
  track.claim = {}
  for (const { field, value, sensorId, time } of kept.toSorted((a, b) => a.time - b.time)) {
    holdField(track, field, value, sensorId, time)
  }
}

/** A held claim as its holder changes it: said again, only its time moves on. */
type Held = { -readonly [Key in keyof HeldClaim]: HeldClaim[Key] }

function holdField(track: Claimant, field: ClaimField, value: Value, sensorId: string, time: Timestamp): void {
  const { claims } = track
  let own: Held | undefined
  let newest = -Infinity
  for (let at = 0; at < claims.length; at++) {
    const other = claims[at]!
    if (other.field !== field) continue
    if (other.sensorId === sensorId) own = other
    if (other.time > newest) newest = other.time
  }
  if (own && time < own.time) return
  if (own) {
    own.time = time
    own.value = value
  } else {
    claims.push({ field, value, sensorId, time })
  }
  if (time >= newest && !isSame(value, track.claim[field])) track.claim = { ...track.claim, [field]: value }
}

function isSame(a: Value, b: Value | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return SIDES.every((side) => a[side] === b[side])
}

const SIDES: readonly (keyof Dimensions)[] = ['bow', 'stern', 'port', 'starboard']
