import { entry } from './covariance.ts'
import type { Estimate } from './estimate.ts'

/** Metres in a degree of latitude, at least. */
const LEAST_METRES = 110_570
/** The shortest reach that is told apart, metres. */
const SHORTEST = 64

interface Shelf {
  readonly reach: number
  readonly lats: Float64Array
  readonly indexes: readonly number[]
}

/**
 * Finds the estimates that could be in gate of another by their latitudes, without looking at all of them. Those with a
 * like error lie on one shelf, so that one that is sure to ten kilometres does not widen the search for all.
 */
export class Nearby {
  readonly #sigmas: number
  readonly #shelves: readonly Shelf[]

  constructor(estimates: readonly Estimate[], sigmas: number) {
    this.#sigmas = sigmas
    const byReach = new Map<number, number[]>()
    estimates.forEach((estimate, index) => {
      const reach = 2 ** Math.ceil(Math.log2(Math.max(SHORTEST, this.#reachOf(estimate))))
      const held = byReach.get(reach)
      if (held) held.push(index)
      else byReach.set(reach, [index])
    })
    const latOf = (index: number) => estimates[index]!.position.lat
    this.#shelves = [...byReach].map(([reach, indexes]) => {
      const sorted = indexes.toSorted((a, b) => latOf(a) - latOf(b))
      return { reach, lats: Float64Array.from(sorted, latOf), indexes: sorted }
    })
  }

  /** Visits every estimate that can lie within so many standard deviations in latitude, and some that do not. */
  each(estimate: Estimate, visit: (index: number) => void): void {
    const { lat } = estimate.position
    const own = this.#reachOf(estimate)
    for (const { reach, lats, indexes } of this.#shelves) {
      const within = (own + reach) / LEAST_METRES
      for (let at = firstFrom(lats, lat - within); at < lats.length && lats[at]! <= lat + within; at++) {
        visit(indexes[at]!)
      }
    }
  }

  #reachOf({ covariance }: Estimate): number {
    return this.#sigmas * Math.sqrt(entry(covariance, 1, 1))
  }
}

/** The first place, in rising numbers, that is not below a value. */
function firstFrom(rising: Float64Array, value: number): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
