import { distance } from './distance.ts'
import { cutoffOf, type ScoreInput, type TrackLine, type TruthLine } from './scenario.ts'

/** One instant at which truth and tracks are compared. */
export interface Epoch {
  readonly t: number
  /** The objects that some sensor could see. */
  readonly objects: readonly TruthLine[]
  /** The tracks that count: not those beside a false AIS position or beside an object that nobody could see. */
  readonly tracks: readonly TrackLine[]
  readonly ghosts: number
  /** False AIS positions with a track beside them that is flagged suspect. */
  readonly ghostsFlagged: number
}

/** The score epochs in order of time: those at which something could be seen, or AIS stated a false position. */
export function epochsOf({ meta, truth, tracks, from = 0 }: ScoreInput): Epoch[] {
  const truthAt = Map.groupBy(truth, ({ t }) => t)
  const tracksAt = Map.groupBy(tracks, ({ t }) => Math.round(t * 1000) / 1000)
  return [...truthAt]
    .filter(([t, lines]) => t >= from && lines.some((line) => isGhost(line) || line.vis))
    .sort(([a], [b]) => a - b)
    .map(([t, lines]) => epochOf(t, lines, tracksAt.get(t) ?? [], cutoffOf(meta), meta.truth_partial ?? false))
}

const isGhost = ({ cls }: TruthLine): boolean => cls === 'ghost'

function epochOf(
  t: number,
  lines: readonly TruthLine[],
  all: readonly TrackLine[],
  cutoff: number,
  isPartial: boolean,
): Epoch {
  const objects = lines.filter((line) => !isGhost(line) && line.vis)
  const ghosts = lines.filter(isGhost)
  const unscored = lines.filter((line) => isGhost(line) || !line.vis)
  const counts = (track: TrackLine) => {
    const toUnscored = nearest(track, unscored)
    const toObject = nearest(track, objects)
    if (toUnscored < cutoff && toUnscored < toObject) return false
    return !isPartial || toObject < cutoff
  }
  const isFlagged = (ghost: TruthLine) => all.some((track) => track.suspect === true && distance(track, ghost) < cutoff)
  return {
    t,
    objects,
    tracks: all.filter(counts),
    ghosts: ghosts.length,
    ghostsFlagged: ghosts.filter(isFlagged).length,
  }
}

/** Metres to the nearest, Infinity where there is none. */
export function nearest(track: TrackLine, lines: readonly TruthLine[]): number {
  let least = Infinity
  for (const line of lines) least = Math.min(least, distance(track, line))
  return least
}
