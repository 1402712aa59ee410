import type { Followed } from './followed.ts'

/** One in so many tracks goes at a time when there is no room, so that a flood of identities stays cheap. */
const EVICTED_SHARE = 64

/** Tracks followed for longer than this are worth the same: 16 plots. */
const MOST_WORTH = 5

/**
 * Which tracks give way when there is no room for more: those that only a sensor with more than its share tells of;
 * first those that no second plot confirmed, those followed longest last, and of like ones those heard longest ago.
 * So a flood of invented identities pushes itself out, and neither the ships of its own sensor nor those of the others.
 */
export function cheapest(tracks: ReadonlySet<Followed>): Followed[] {
  const crowding = crowdingAmong(tracks)
  const ranked = [...tracks].map((track) => {
    const shareWorth = crowding.has(soleSensorOf(track)) ? 0 : MOST_WORTH + 1
    return { track, worth: shareWorth + worthOf(track) }
  })
  ranked.sort((a, b) => a.worth - b.worth || a.track.heardAt - b.track.heardAt)
  return ranked.slice(0, Math.ceil(tracks.size / EVICTED_SHARE)).map(({ track }) => track)
}

/** The longer it was followed; what a person pinned is worth more than all else. */
export const worthOf = ({ fixes, isPinned }: Followed): number =>
  isPinned ? 3 * MOST_WORTH : fixes === 0 ? 0 : Math.min(MOST_WORTH, 1 + Math.floor(Math.log2(fixes)))

/** The only sensor that tells of a track; none when others do too, or nobody does yet. */
const soleSensorOf = ({ contributors }: Followed): string | undefined =>
  contributors.length === 1 ? contributors[0]!.sensorId : undefined

/** Sensors that alone tell of more tracks than an equal share would be. */
function crowdingAmong(tracks: ReadonlySet<Followed>): ReadonlySet<string | undefined> {
  const held = new Map<string, number>()
  for (const track of tracks) {
    const sensorId = soleSensorOf(track)
    if (sensorId !== undefined) held.set(sensorId, (held.get(sensorId) ?? 0) + 1)
  }
  const equalShare = tracks.size / Math.max(1, held.size)
  return new Set([...held].flatMap(([sensorId, count]) => (count >= equalShare ? [sensorId] : [])))
}
