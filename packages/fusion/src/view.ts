import { normalDegrees, radiansToDegrees, type Fix, type IdentityBelief, type Timestamp, type Track } from '@csii/model'
import { darknessOf, type Hearing } from './identity/darkness.ts'
import { suspicionOf } from './identity/suspicion.ts'
import { MIXED_COVARIANCE, MIXED_MEAN, TIME, XX, XY, YY } from './motion/layout.ts'
import type { Followed, Identity } from './tracks/followed.ts'

/** Slower than this, the direction of motion is noise, m/s: the stated one is shown. */
const AT_REST = 0.5

type View = { -readonly [Field in keyof Track]: Track[Field] }

/** A track as the rest of the system sees it: the same object each time, which only the tracker changes. */
export function viewOf(track: Followed, hearing: Hearing, now: Timestamp): Track {
  // A view is made here and nowhere else, so it may be written to.
  const view = (track.view ??= beginView(track)) as View
  const { body, identity } = track
  track.suspicion = suspicionOf(track, now)
  const vx = body ? body.s[MIXED_MEAN + 2]! : 0
  const vy = body ? body.s[MIXED_MEAN + 3]! : 0
  const speed = Math.sqrt(vx * vx + vy * vy)
  view.heardAt = track.heardAt
  view.fix = fixOf(track)
  view.speed = body && speed
  view.courseDeg = body && (speed < AT_REST ? track.statedCourseDeg : courseOf(vx, vy))
  view.headingDeg = track.headingDeg
  view.altitude = track.altitude
  view.claim = track.claim
  view.contributors = track.contributors
  view.conflicts = track.conflicts
  view.existence = track.existence
  view.darkness = track.looks.length === 0 ? undefined : darknessOf(track, hearing, now)
  view.suspicion = track.suspicion
  view.identity = identity && beliefOf(track, identity, view.identity)
  view.revision = track.revision
  view.revisedFrom = track.revisedFrom
  return view
}

const beginView = (
  { id, serial, simulated, heardAt, claim, claims, contributors, conflicts }: Followed,
): Track => ({
  id, serial, simulated, heardAt, fix: undefined, speed: undefined, courseDeg: undefined, headingDeg: undefined,
  altitude: undefined, claim, claims, contributors, conflicts, existence: 0, darkness: undefined, suspicion: undefined,
  identity: undefined, revision: 0, revisedFrom: undefined,
})

const courseOf = (vx: number, vy: number): number => normalDegrees(radiansToDegrees(Math.atan2(vx, vy)))

function fixOf({ body, lastMeans }: Followed): Fix | undefined {
  if (!body) return undefined
  const { s, frame } = body
  return {
    time: s[TIME]!,
    position: frame.point(s[MIXED_MEAN]!, s[MIXED_MEAN + 1]!),
    covariance: { ee: s[MIXED_COVARIANCE + XX]!, en: s[MIXED_COVARIANCE + XY]!, nn: s[MIXED_COVARIANCE + YY]! },
    means: lastMeans,
  }
}

/** The same object while nothing about it changes. */
function beliefOf(track: Followed, { tracks }: Identity, before: IdentityBelief | undefined): IdentityBelief {
  const probability = identityProbability(track)
  const isConflicting = tracks.length > 1
  const { isPinned } = track
  const isSame = before?.probability === probability && before.isConflicting === isConflicting
  return isSame && before.isPinned === isPinned ? before : { probability, isConflicting, isPinned }
}

/**
 * How sure it is that the identity is this object's, 0 to 1: shared among those that state it, less what is suspected;
 * certain where a person said so.
 */
export function identityProbability({ identity, suspicion, isPinned }: Followed): number {
  if (isPinned) return 1
  const others = identity!.tracks.length - 1
  return (1 - (suspicion?.probability ?? 0)) / (1 + others * 0.5)
}
