import type { PlayRequest } from '@csii/contract'
import type { Timestamp } from '@csii/model'

/** From when to when anything is remembered. */
export interface Span {
  readonly from: Timestamp
  readonly to: Timestamp
}

/** What is to be played, since when. */
export interface Playback extends PlayRequest {
  /** When the request came, by the node's clock. */
  readonly since: Timestamp
}

/** The moment to show at `now`: never before the first that is remembered, never after the last. */
export function momentAt({ at, speed, since }: Playback, now: Timestamp, span: Span): Timestamp {
  const moment = Math.round(at + speed * Math.max(0, now - since))
  return Math.max(span.from, Math.min(span.to, moment))
}

/** Between two pictures of a replay, ms. At the world's own pace a second is soon enough. */
export const intervalOf = (speed: number): number => (Math.abs(speed) <= 1 ? 1000 : 250)
