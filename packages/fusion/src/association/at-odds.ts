import type { Timestamp } from '@csii/model'
import { lookOf, type Followed } from '../tracks/followed.ts'
import type { Scanner } from '../sensing/scanner.ts'

/** So many vessels without an echo, and as many echoes without a vessel, while fewer than `AGREEING` agree. */
const DISAGREEING = 5
const AGREEING = 3
/** Turns within which an echo counts. */
const LATELY = 10
const LEAST_MISSES = 2

/**
 * Whether hardly any vessel that states where it is has an echo there, and the echoes are elsewhere: then it is the radar that is
 * wrong, about where it stands or where north is, and it can testify against nobody. A fleet that is invented has no echoes at all.
 */
export function isAtOdds(scanner: Scanner, tracks: Iterable<Followed>, now: Timestamp): boolean {
  let [agreeing, unseen, unnamed] = [0, 0, 0]
  for (const track of tracks) {
    const look = lookOf(track, scanner)
    if (!look || !track.isConfirmed || track.isAirborne || track.isOccasional) continue
    const isSeen = look.misses < LEAST_MISSES && now - look.seenAt < LATELY * scanner.period
    if (!track.identity) unnamed += isSeen ? 1 : 0
    else if (isSeen) agreeing++
    else if (look.misses >= LEAST_MISSES) unseen++
  }
  return agreeing < AGREEING && unseen >= DISAGREEING && unnamed >= DISAGREEING
}
