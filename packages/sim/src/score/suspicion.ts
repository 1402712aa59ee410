import type { MatchedEpoch } from './matching.ts'

/** How far the flags `dark` and `suspect` can be believed. Undefined where nothing could be counted. */
export interface Suspicion {
  /** Precision and recall of `dark`. A flagged track on nothing counts against it, and a dark vessel not found. */
  readonly darkP: number | undefined
  readonly darkR: number | undefined
  /** The share of false AIS positions that are flagged `suspect`. */
  readonly spoofR: number | undefined
  /** The share of found true objects whose track is flagged `suspect`. */
  readonly suspectOnTrue: number | undefined
}

/** In epochs of one object or track. */
export interface SuspicionCounts {
  /** Of `dark`: dark vessels flagged, others flagged, dark vessels not flagged. */
  readonly right: number
  readonly wrong: number
  readonly overlooked: number
  readonly found: number
  readonly suspect: number
  readonly ghosts: number
  readonly ghostsFlagged: number
}

export function suspicion(epochs: readonly MatchedEpoch[]): Suspicion {
  const { right, wrong, overlooked, found, suspect, ghosts, ghostsFlagged } = suspicionCounts(epochs)
  return {
    darkP: share(right, right + wrong),
    darkR: share(right, right + overlooked),
    spoofR: share(ghostsFlagged, ghosts),
    suspectOnTrue: share(suspect, found),
  }
}

const share = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined)

export function suspicionCounts(epochs: readonly MatchedEpoch[]): SuspicionCounts {
  let [right, wrong, overlooked, suspect, found, ghosts, ghostsFlagged] = [0, 0, 0, 0, 0, 0, 0]
  for (const epoch of epochs) {
    ghosts += epoch.ghosts
    ghostsFlagged += epoch.ghostsFlagged
    found += epoch.matches.length
    overlooked += epoch.missed.filter(({ dark }) => dark === 1).length
    wrong += epoch.spurious.filter(({ track }) => track.dark === true).length
    for (const { object, track } of epoch.matches) {
      if (track.suspect === true) suspect++
      if (object.dark === 1 && track.dark === true) right++
      else if (object.dark === 1) overlooked++
      else if (object.dark === 0 && track.dark === true) wrong++
    }
  }
  return { right, wrong, overlooked, found, suspect, ghosts, ghostsFlagged }
}

/** For each object that was flagged dark while it was: seconds from the first epoch at which it was until the flag. */
export function darkLatencies(epochs: readonly MatchedEpoch[]): number[] {
  const since = new Map<string, number>()
  const flagged = new Map<string, number>()
  for (const { t, objects, matches } of epochs) {
    for (const { id, dark } of objects) if (dark === 1 && !since.has(id)) since.set(id, t)
    for (const {
      object: { id, dark },
      track,
    } of matches) {
      if (dark === 1 && track.dark === true && !flagged.has(id)) flagged.set(id, t)
    }
  }
  return [...flagged].map(([id, t]) => t - since.get(id)!)
}
