import type { Suspicion, Timestamp } from '@csii/model'
import { placeOf, type Followed } from '../tracks/followed.ts'

/** Of the positions stated where nobody sees anything, so many are false although nothing else speaks against them; */
const PRIOR = 0.02
/** and so many when the identity was followed elsewhere a moment before. */
const PRIOR_MOVED = 0.5
/** Vessels that radars hardly see. */
const UNSEEN_SHARE = 0.02
/** For how long a move makes suspicious, ms. */
const MOVE_REMEMBERED = 3_600_000
/** Below this nobody need be told. */
const SHOWN_FROM = 0.2
/** One miss says nothing yet. */
const LEAST_LOOKS = 2
/** A radar that sees so little there cannot testify. */
const LEAST_DETECTION = 0.4

/**
 * Whether the position that a track states is false: a radar that covers the place looks again and again and sees
 * nothing, the more so where the identity came here in a move that no object makes.
 */
export function suspicionOf(track: Followed, now: Timestamp): Suspicion | undefined {
  const { identity, body } = track
  if (!identity || !body || track.lastReportAt === -Infinity || track.isOccasional) return undefined
  if (track.looks.length === 0) return track.suspicion
  const position = placeOf(track)!
  let unseen = 1
  let looks = 0
  for (const { scanner, seenAt, misses } of track.looks) {
    if (track.isAirborne || scanner.isAtOdds) continue
    const detection = scanner.detection.at(position)
    if (detection < LEAST_DETECTION || !scanner.covers(position)) continue
    if (misses === 0 && seenAt > -Infinity) return undefined
    if (seenAt > -Infinity && misses < LOST) continue
    looks += misses
    unseen *= Math.pow(1 - detection, misses)
  }
  const hasMoved = now - identity.movedAt < MOVE_REMEMBERED
  // Where no radar looks any more, what was suspected stays so.
  if (looks < LEAST_LOOKS) return track.looks.some(({ scanner }) => scanner.isAtOdds) ? undefined : track.suspicion
  const prior = hasMoved ? PRIOR_MOVED : PRIOR
  const probability = prior / (prior + (1 - prior) * (UNSEEN_SHARE + (1 - UNSEEN_SHARE) * unseen))
  if (probability < SHOWN_FROM) return undefined
  const hasEchoElsewhere = identity.tracks.some((other) => other !== track && other.echoes > 0)
  const reason = hasEchoElsewhere ? 'left-its-echo' : hasMoved ? 'impossible-move' : 'no-echo'
  return { probability, reason, since: track.suspicion?.since ?? now }
}

/** An echo lost for so many turns counts as none. */
const LOST = 8
