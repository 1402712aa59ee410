import { dropClaims, holdClaim } from '../claims.ts'
import { isKeyField } from '../key.ts'
import { MIXED_COVARIANCE, MIXED_MEAN, YY } from '../motion/layout.ts'
import type { Scene } from '../scene.ts'
import { contribute } from './contribute.ts'
import { placeOf, type Followed, type Identity } from './followed.ts'

/**
 * Makes one track of two: all that was known of the second goes to the first, and the surer of the two motions. It has
 * the identity that is given, unless a person gave it another.
 */
export function joinTracks(scene: Scene, kept: Followed, gone: Followed, believed: Identity | undefined): void {
  const pinned = [kept, gone].find(({ isPinned }) => isPinned)
  const identity = pinned ? pinned.identity : believed
  const antennaAway = apartAs(kept, gone)
  takeMotion(kept, gone)
  takeLooks(kept, gone)
  takeWords(kept, gone)
  takeClaims(kept, gone, identity === gone.identity)
  for (const { sensorId, plots, lastAt } of gone.contributors) contribute(kept, sensorId, plots, lastAt)
  kept.existence = Math.max(kept.existence, gone.existence)
  kept.isConfirmed = true
  scene.tentative.delete(kept)
  kept.firstAt = Math.min(kept.firstAt, gone.firstAt)
  kept.heardAt = Math.max(kept.heardAt, gone.heardAt)
  kept.echoes += gone.echoes
  kept.fixes += gone.fixes
  kept.lastEchoAt = Math.max(kept.lastEchoAt, gone.lastEchoAt)
  kept.lastReportAt = Math.max(kept.lastReportAt, gone.lastReportAt)
  kept.lastReport ??= gone.lastReport
  kept.antenna = Math.max(kept.antenna, gone.antenna, antennaAway)
  if (identity) scene.own(kept, identity)
  gone.into = kept
  scene.drop(gone)
  scene.grid.remove(kept)
  if (kept.body) scene.grid.put(kept, kept.body.time)
  scene.touch(kept)
}

/** One known by its reports and one by its echoes: how far the antenna is from the echo, squared, m². */
function apartAs(a: Followed, b: Followed): number {
  if (!a.body || !b.body || (a.lastReportAt > -Infinity) === (b.lastReportAt > -Infinity)) return 0
  const { s, frame } = a.body
  const there = placeOf(b)!
  const x = frame.x(there.lat, there.lon)
  const squared = (x - s[MIXED_MEAN]!) ** 2 + (frame.y(there.lat, x) - s[MIXED_MEAN + 1]!) ** 2
  return Math.max(0, Math.min(LONGEST_HULL ** 2, squared - variance(a) - variance(b)))
}

/** Half the longest hull, with its wandering echo, metres. */
const LONGEST_HULL = 200

function takeMotion(kept: Followed, gone: Followed): void {
  if (variance(gone) >= variance(kept)) return
  const { body } = kept
  kept.body = gone.body
  gone.body = body
}

function takeLooks(kept: Followed, gone: Followed): void {
  for (const look of gone.looks) {
    const at = kept.looks.findIndex(({ scanner }) => scanner === look.scanner)
    if (at < 0) kept.looks.push(look)
    else if (look.seenAt > kept.looks[at]!.seenAt) kept.looks[at] = look
  }
}

/** Of two identities one names the object: what the other is keyed by is not held beside it. */
function takeClaims(kept: Followed, gone: Followed, isNamedByGone: boolean): void {
  if (isNamedByGone) dropClaims(kept, ({ field }) => isKeyField(field) && gone.claim[field] !== undefined)
  for (const { field, value, sensorId, time } of gone.claims) {
    const own = kept.claim[field]
    const isForeign = isKeyField(field) && !isNamedByGone && own !== undefined && own !== value
    if (!isForeign) holdClaim(kept, { [field]: value }, sensorId, time)
  }
}

/** What people decided of the one holds of both. */
function takeWords(kept: Followed, gone: Followed): void {
  kept.isPinned ||= gone.isPinned
  if (gone.apartFrom) kept.apartFrom = new Set([...(kept.apartFrom ?? []), ...gone.apartFrom])
  if (gone.reluctance) kept.reluctance = new Map([...(kept.reluctance ?? []), ...gone.reluctance])
}

const variance = ({ body }: Followed): number =>
  body ? body.s[MIXED_COVARIANCE]! + body.s[MIXED_COVARIANCE + YY]! : Infinity
