import type { Box } from '@csii/geo'
import type { Timestamp } from '@csii/model'

/** Plots of a source, states of a track, statements of a source. */
export type ChunkKind = 'plots' | 'states' | 'statements'
export const CHUNK_KINDS: readonly ChunkKind[] = ['plots', 'states', 'statements']

/** Records that belong together, of one hour of receipt, in one row of the store. */
export interface Chunk {
  readonly kind: ChunkKind
  /** Empty for states, which have a track in its place. */
  readonly source: string
  readonly run: number
  readonly serial: number
  /** Since 1970, by receipt. */
  readonly hour: number
  /** Counts the chunks of one source or track of one hour in the same part of the journal. */
  readonly part: number
  /** Of validity. */
  readonly fromTime: Timestamp
  readonly toTime: Timestamp
  /** Of receipt. */
  readonly knownFrom: Timestamp
  readonly knownTo: Timestamp
  readonly box: Box
  readonly count: number
  readonly simulated: boolean
  readonly label: string
  readonly body: Uint8Array
  /** H3 cells that a track passed. */
  readonly cells: readonly string[]
}
