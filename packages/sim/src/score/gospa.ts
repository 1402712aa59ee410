import type { MatchedEpoch } from './matching.ts'

/** Distances between the set of tracks and the set of objects, in metres, as root mean square over the epochs. */
export interface SetDistances {
  /** Generalised OSPA with α = 2 and order 2: Rahmathullah, García-Fernández and Svensson, Fusion 2017. */
  readonly GOSPA: number
  /** Order 2: Schuhmacher, Vo and Vo, IEEE TSP 56(8), 2008. */
  readonly OSPA: number
  /** Of what GOSPA paired: the root mean square distance. */
  readonly loc: number | undefined
  /** Shares of the objects. */
  readonly missed: number
  readonly false: number
}

export function setDistances(epochs: readonly MatchedEpoch[], cutoff: number): SetDistances {
  let gospa = 0
  let ospa = 0
  let [pairs, squares, objects, tracks] = [0, 0, 0, 0]
  for (const { best, objects: { length: m }, tracks: { length: n } } of epochs) {
    gospa += best.squares + (cutoff ** 2 / 2) * (m + n - 2 * best.pairs)
    // Whatever is not paired, on either side, stands at the cutoff.
    if (m + n > 0) ospa += (best.squares + cutoff ** 2 * (Math.max(m, n) - best.pairs)) / Math.max(m, n)
    pairs += best.pairs
    squares += best.squares
    objects += m
    tracks += n
  }
  return {
    GOSPA: Math.sqrt(gospa / epochs.length),
    OSPA: Math.sqrt(ospa / epochs.length),
    loc: pairs > 0 ? Math.sqrt(squares / pairs) : undefined,
    missed: (objects - pairs) / Math.max(1, objects),
    false: (tracks - pairs) / Math.max(1, objects),
  }
}
