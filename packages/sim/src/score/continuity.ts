import type { MatchedEpoch } from './matching.ts'

export interface Continuity {
  /** How often an object's track got another number. */
  readonly idsw: number
  /** How often an object was without a track and was found again. */
  readonly frag: number
  /** Mean seconds from the first epoch at which an object could be seen to its first track. */
  readonly initDelay: number | undefined
}

export function continuity(epochs: readonly MatchedEpoch[], interval: number): Continuity {
  const lastTrack = new Map<string, string | number>()
  const lastFound = new Map<string, number>()
  let [idsw, frag] = [0, 0]
  for (const { t, matches } of epochs) {
    for (const { object: { id }, track } of matches) {
      if (lastTrack.has(id) && lastTrack.get(id) !== track.id) idsw++
      if (t - (lastFound.get(id) ?? t) > interval * 1.5) frag++
      lastTrack.set(id, track.id)
      lastFound.set(id, t)
    }
  }
  const delays = [...initiationDelays(epochs).values()]
  const initDelay = delays.length > 0 ? delays.reduce((sum, delay) => sum + delay, 0) / delays.length : undefined
  return { idsw, frag, initDelay }
}

/** For each object that was found: seconds from when it could be seen first until then. */
export function initiationDelays(epochs: readonly MatchedEpoch[]): Map<string, number> {
  const seen = new Map<string, number>()
  const found = new Map<string, number>()
  for (const { t, objects, matches } of epochs) {
    for (const { id } of objects) if (!seen.has(id)) seen.set(id, t)
    for (const { object: { id } } of matches) if (!found.has(id)) found.set(id, t)
  }
  return new Map([...found].map(([id, t]) => [id, t - seen.get(id)!]))
}
