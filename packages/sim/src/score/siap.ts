import type { Match, MatchedEpoch } from './matching.ts'

/** The attributes of the Single Integrated Air Picture (Votruba, Nisley, Rothrock and Zombro 2001). */
export interface Siap {
  /** Completeness: objects with a track. */
  readonly C: number
  /** Ambiguity: tracks on an object that has any; 1 is one each. */
  readonly A: number
  /** Spuriousness: tracks on nothing. */
  readonly S: number
  /** Mean errors of position in m and of velocity in m/s. */
  readonly PA: number
  readonly VA: number
  /** Changes of track number, in one hour of one object. */
  readonly R: number
  /** The share of its time that an object has the track that it has longest. */
  readonly LS: number
}

export function siap(epochs: readonly MatchedEpoch[], interval: number): Siap {
  let [objects, found, tracks, onObjects, position, velocity] = [0, 0, 0, 0, 0, 0]
  for (const epoch of epochs) {
    objects += epoch.objects.length
    found += epoch.matches.length
    tracks += epoch.tracks.length
    onObjects += epoch.matches.length + epoch.redundant.length
    for (const match of [...epoch.matches, ...epoch.redundant]) {
      position += match.distance
      velocity += velocityError(match)
    }
  }
  const counts = epochsByTrack(epochs)
  const changes = counts.reduce((sum, held) => sum + held.size - 1, 0)
  const longest = counts.reduce((sum, held) => sum + Math.max(...held.values()), 0)
  return {
    C: found / Math.max(1, objects),
    A: onObjects / Math.max(1, found),
    S: (tracks - onObjects) / Math.max(1, tracks),
    PA: position / Math.max(1, onObjects),
    VA: velocity / Math.max(1, onObjects),
    R: objects > 0 ? changes / ((objects * interval) / 3600) : 0,
    LS: longest / Math.max(1, objects),
  }
}

export const velocityError = ({ object, track }: Match): number =>
  Math.hypot(object.vx - track.vx, object.vy - track.vy)

/** For each object that was ever found: in how many epochs it had which track. */
function epochsByTrack(epochs: readonly MatchedEpoch[]): Map<string | number, number>[] {
  const byObject = new Map<string, Map<string | number, number>>()
  for (const { object, track } of epochs.flatMap(({ matches }) => matches)) {
    const held = byObject.get(object.id) ?? new Map<string | number, number>()
    byObject.set(object.id, held.set(track.id, (held.get(track.id) ?? 0) + 1))
  }
  return [...byObject.values()]
}
