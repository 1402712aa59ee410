import { assign } from './assignment.ts'
import { distance } from './distance.ts'
import type { Epoch } from './epoch.ts'
import type { TrackLine, TruthLine } from './scenario.ts'

/** A track on an object, metres apart. */
export interface Match {
  readonly object: TruthLine
  readonly track: TrackLine
  readonly distance: number
}

/** An epoch with the question answered which track is on which object. */
export interface MatchedEpoch extends Epoch {
  /** Of the assignment that is best at this instant alone: how many pairs, and the sum of squared distances in m². */
  readonly best: { readonly pairs: number; readonly squares: number }
  /** One to one, in the order of the objects; a track stays with its object unless another is clearly nearer. */
  readonly matches: readonly Match[]
  /** Further tracks within half the cutoff of an object, with the nearest object. */
  readonly redundant: readonly Match[]
  /** Tracks on nothing, with the metres to the nearest object, Infinity where there is none. */
  readonly spurious: readonly { readonly track: TrackLine; readonly nearest: number }[]
  readonly missed: readonly TruthLine[]
}

/** An object's last track is preferred by as much as lies within this share of the cutoff: 60 m of 500 m. */
const STICKY = 0.12

/** Goes through the epochs in order; of a track is remembered only on which object it was last. */
export function matchEpochs(epochs: readonly Epoch[], cutoff: number): MatchedEpoch[] {
  const lastTrack = new Map<string, string | number>()
  return epochs.map((epoch) => {
    const distances = distancesOf(epoch)
    const best = pairsOf(epoch, distances, cutoff, () => 0)
    const sticky = pairsOf(epoch, distances, cutoff, (object, track) =>
      lastTrack.get(object.id) === track.id ? (STICKY * cutoff) ** 2 : 0,
    )
    for (const { object, track } of sticky) lastTrack.set(object.id, track.id)
    const squares = best.reduce((sum, pair) => sum + pair.distance ** 2, 0)
    return {
      ...epoch,
      best: { pairs: best.length, squares },
      matches: sticky,
      ...remainder(epoch, sticky, distances, cutoff / 2),
    }
  })
}

function distancesOf({ objects, tracks }: Epoch): Float64Array {
  const distances = new Float64Array(objects.length * tracks.length)
  let index = 0
  for (const object of objects) for (const track of tracks) distances[index++] = distance(object, track)
  return distances
}

/** The optimal pairs closer than the cutoff, where a preferred pair may cost so much less, in m². */
function pairsOf(
  { objects, tracks }: Epoch,
  distances: Float64Array,
  cutoff: number,
  preference: (object: TruthLine, track: TrackLine) => number,
): Match[] {
  const costs = new Float64Array(distances.length)
  let index = -1
  for (const object of objects) {
    for (const track of tracks) {
      const metres = distances[++index]!
      if (metres < cutoff) costs[index] = metres ** 2 - cutoff ** 2 - preference(object, track)
    }
  }
  const trackOf = assign(costs, objects.length, tracks.length)
  return objects.flatMap((object, row) => {
    const column = trackOf[row]!
    const metres = column === -1 ? Infinity : distances[row * tracks.length + column]!
    return metres < cutoff ? [{ object, track: tracks[column]!, distance: metres }] : []
  })
}

function remainder(
  { objects, tracks }: Epoch,
  matches: readonly Match[],
  distances: Float64Array,
  limit: number,
): Pick<MatchedEpoch, 'redundant' | 'spurious' | 'missed'> {
  const taken = new Set(matches.map(({ track }) => track))
  const found = new Set(matches.map(({ object }) => object))
  const redundant: Match[] = []
  const spurious: { track: TrackLine; nearest: number }[] = []
  for (const [column, track] of tracks.entries()) {
    if (taken.has(track)) continue
    let object: TruthLine | undefined
    let nearest = Infinity
    for (const [row, candidate] of objects.entries()) {
      const metres = distances[row * tracks.length + column]!
      if (metres < nearest) [object, nearest] = [candidate, metres]
    }
    if (object && nearest < limit) redundant.push({ object, track, distance: nearest })
    else spurious.push({ track, nearest })
  }
  return { redundant, spurious, missed: objects.filter((object) => !found.has(object)) }
}
