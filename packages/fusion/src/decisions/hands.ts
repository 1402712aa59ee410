import type { Numbers } from '../association/numbers.ts'
import type { Scene } from '../scene.ts'
import type { Followed, Identity } from '../tracks/followed.ts'

/** What decisions work on. */
export interface Hands {
  readonly scene: Scene
  readonly numbers: Numbers
  /** A track that is shown. */
  find(id: string): Followed | undefined
  /** Makes one track of two; the second is gone. */
  join(kept: Followed, gone: Followed, identity: Identity | undefined): void
}

/** A decision that was carried out: which tracks it is about, and how to take it back. */
export interface Done {
  /** Where one is joined with another, the other stands here instead. */
  readonly tracks: Followed[]
  takeBack(): void
}
