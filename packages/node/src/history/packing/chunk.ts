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
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
  readonly count: number
  readonly simulated: boolean
  readonly label: string
  readonly body: Uint8Array
  /** H3 cells that a track passed. */
  readonly cells: readonly string[]
}

/** What records have in common that are put in one chunk. */
interface Placed {
  readonly time: Timestamp
  readonly knownAt: Timestamp
  readonly lat: number
  readonly lon: number
}

/** The span of time and the box of what a chunk holds. */
export function extentOf(records: Iterable<Placed>): Pick<Chunk, 'fromTime' | 'toTime' | 'knownFrom' | 'knownTo' | 'box' | 'count'> {
  let [fromTime, toTime, knownFrom, knownTo] = [Infinity, -Infinity, Infinity, -Infinity]
  let [west, south, east, north] = [180, 90, -180, -90]
  let count = 0
  for (const { time, knownAt, lat, lon } of records) {
    count++
    fromTime = Math.min(fromTime, time)
    toTime = Math.max(toTime, time)
    knownFrom = Math.min(knownFrom, knownAt)
    knownTo = Math.max(knownTo, knownAt)
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return { fromTime, toTime, knownFrom, knownTo, box: { west, south, east, north }, count }
}
