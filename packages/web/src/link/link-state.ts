/** Without a frame for this long the picture is no longer live: some twenty frames at the usual rate. */
export const STALE_AFTER_MS = 3000

/** What joins this screen to its node. `since` is the time of the last frame, or of the first attempt. */
export type LinkState =
  | { readonly kind: 'connecting'; readonly since: number }
  | { readonly kind: 'live'; readonly since: number }
  | { readonly kind: 'stale'; readonly since: number }
  | { readonly kind: 'lost'; readonly since: number }

export interface LinkFacts {
  readonly open: boolean
  readonly startedAt: number
  readonly lastFrameAt?: number | undefined
}

/** How far the picture can be trusted as the world of this moment. All times are this browser's, epoch ms. */
export function linkStateAt(now: number, { open, startedAt, lastFrameAt }: LinkFacts): LinkState {
  if (lastFrameAt === undefined) return { kind: 'connecting', since: startedAt }
  if (!open) return { kind: 'lost', since: lastFrameAt }
  return { kind: now - lastFrameAt > STALE_AFTER_MS ? 'stale' : 'live', since: lastFrameAt }
}
