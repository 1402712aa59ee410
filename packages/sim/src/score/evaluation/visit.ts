import type { MatchedEpoch } from '../matching.ts'

/** An object from when it could be seen until it could not: at which times, and whether it had a track. */
export interface Visit {
  readonly id: string
  readonly looks: readonly { readonly t: number; readonly isFound: boolean }[]
}

/** Time without a track inside a visit: from the last epoch with one, or the start, to the next, or the end. */
export interface Gap {
  /** Seconds. */
  readonly duration: number
  /** Epochs without a track. */
  readonly missed: number
}

export function visitsOf(epochs: readonly MatchedEpoch[], interval: number): Visit[] {
  const open = new Map<string, { id: string; looks: { t: number; isFound: boolean }[] }>()
  const visits: Visit[] = []
  for (const { t, objects, matches } of epochs) {
    const found = new Set(matches.map(({ object }) => object))
    for (const object of objects) {
      const { id } = object
      let visit = open.get(id)
      if (!visit || t - visit.looks.at(-1)!.t > interval * 1.5) {
        visit = { id, looks: [] }
        open.set(id, visit)
        visits.push(visit)
      }
      visit.looks.push({ t, isFound: found.has(object) })
    }
  }
  return visits
}

export function gapsOf({ looks }: Visit): Gap[] {
  const gaps: Gap[] = []
  let [since, missed] = [looks[0]!.t, 0]
  for (const { t, isFound } of looks) {
    if (!isFound) missed++
    if (!isFound && t !== looks.at(-1)!.t) continue
    if (missed > 0) gaps.push({ duration: t - since, missed })
    since = t
    missed = 0
  }
  return gaps
}
