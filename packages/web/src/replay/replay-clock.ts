import type { NodeClock } from '../link/node-clock.ts'

/** So long the moment shown goes on between two frames, ms: then the link is in trouble, and so is any guess. */
const LONGEST_GUESS_MS = 1500

/** From when to when anything is remembered, epoch ms. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The moment that the replayed picture shows: the last frame's, gone on since at the speed of the replay. */
export interface ReplayClock extends NodeClock {
  /** From now on it runs at another speed, or from another moment. */
  play(at: number, speed: number): void
  /** The node shows nothing before or after. */
  keepWithin(span: Span): void
  /** Whether the picture of the moment asked for has not come yet. */
  isSeeking(): boolean
}

export function createReplayClock(): ReplayClock {
  let span: Span = { from: -Infinity, to: Infinity }
  let asked = { at: 0, speed: 0 }
  let heard: { readonly nodeTime: number; readonly localTime: number } | undefined
  let isSeeking = true
  const within = (moment: number): number => Math.max(span.from, Math.min(span.to, moment))

  return {
    play(at, speed) {
      asked = { at, speed }
      isSeeking = true
    },
    keepWithin: (next) => void (span = next),
    heard(nodeTime, localTime) {
      // A frame that was on its way already shows another moment.
      if (isSeeking) isSeeking = !isNear(nodeTime, { ...asked, at: within(asked.at) })
      if (nodeTime !== heard?.nodeTime) heard = { nodeTime, localTime }
    },
    at(localTime) {
      if (!heard) return asked.at
      if (isSeeking) return heard.nodeTime
      const gone = Math.max(0, Math.min(LONGEST_GUESS_MS, localTime - heard.localTime))
      return within(heard.nodeTime + asked.speed * gone)
    },
    isSeeking: () => isSeeking,
  }
}

/** A playing replay has gone on before its first frame comes. */
const isNear = (nodeTime: number, { at, speed }: { readonly at: number; readonly speed: number }): boolean =>
  Math.abs(nodeTime - at) <= 1500 + Math.abs(speed) * 5000
