import type { Claim, LatLon, Plot, Polar, PositionCovariance, Timestamp } from '@csii/model'

/** Of one pack. An hour of the whole Danish network has a third of it. */
export const MOST_PLOTS = 1 << 20

/** A plot with every part, there or not: objects of one shape are read several times faster than of many. */
export interface FlatPlot {
  readonly sensorId: string
  readonly time: Timestamp
  readonly receivedAt: Timestamp
  readonly simulated: boolean
  readonly position: LatLon
  readonly covariance: PositionCovariance
  readonly polar: Polar | undefined
  readonly speed: number | undefined
  readonly courseDeg: number | undefined
  readonly headingDeg: number | undefined
  readonly altitude: number | undefined
  readonly sensorTrack: string | undefined
  readonly claim: Claim | undefined
}

const flat = (plot: Plot): FlatPlot => ({
  sensorId: plot.sensorId,
  time: plot.time,
  receivedAt: plot.receivedAt,
  simulated: plot.simulated,
  position: plot.position,
  covariance: plot.covariance,
  polar: plot.polar,
  speed: plot.speed,
  courseDeg: plot.courseDeg,
  headingDeg: plot.headingDeg,
  altitude: plot.altitude,
  sensorTrack: plot.sensorTrack,
  claim: plot.claim,
})

/** By time of receipt; those of one time as they came. */
export function byReceipt(plots: readonly Plot[]): readonly FlatPlot[] {
  return sorted(plots.map(flat))
}

function sorted(plots: readonly FlatPlot[]): readonly FlatPlot[] {
  const isSorted = plots.every((plot, at) => at === 0 || plots[at - 1]!.receivedAt <= plot.receivedAt)
  return isSorted ? plots : plots.toSorted((a, b) => ascending(a.receivedAt, b.receivedAt))
}

/** Smaller first. Of two values that may be no numbers: those come last. */
export function ascending(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
}

/**
 * Places of the plots that are of one object, as far as the sensor or the object itself says so: by MMSI in order, then
 * by other numbers, then those of which nothing tells what they are of. Any grouping can be read; a true one is small.
 */
export function groupsOf(sorted: readonly FlatPlot[]): readonly (readonly number[])[] {
  const groups = new Map<number | string, number[]>()
  for (const [at, plot] of sorted.entries()) {
    const key = keyOf(plot)
    const group = groups.get(key)
    if (group) group.push(at)
    else groups.set(key, [at])
  }
  return [...groups].toSorted(([a], [b]) => byNumber(a, b)).map(([, group]) => group)
}

function byNumber(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return ascending(a, b)
  return Number(typeof a === 'string') - Number(typeof b === 'string')
}

/** An aircraft's address is written as text, so that it never equals an MMSI. */
function keyOf({ claim, sensorTrack }: FlatPlot): number | string {
  if (claim?.mmsi !== undefined) return claim.mmsi
  if (claim?.icaoAddress !== undefined) return `address ${claim.icaoAddress}`
  if (sensorTrack !== undefined) return `track ${sensorTrack}`
  return claim?.uid === undefined ? '' : `uid ${claim.uid}`
}
