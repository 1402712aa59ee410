import { addCellsBetween, searchCellOf, type Box } from '@csii/geo'
import type { LatLon, Plot, Timestamp } from '@csii/model'
import type { StateRecord } from '../../pipeline/record/records.ts'

/** Where and when a pack's content is, so that it is found without being read. */
export interface Bounds {
  /** Holds every position; crosses the antimeridian where that makes it narrower. */
  readonly box: Box
  /** Of validity. */
  readonly fromTime: Timestamp
  readonly toTime: Timestamp
  /** Of receipt, or of becoming known. */
  readonly knownFrom: Timestamp
  readonly knownTo: Timestamp
  /** H3 cells of `SEARCH_RESOLUTION`, for states those on the way from one to the next too. */
  readonly cells: readonly string[]
}

/** Two states further apart in time than this are not joined by a way: where the object was between them, nobody knows. */
export const LONGEST_JOINED = 10 * 60_000

/**
 * Of plots, or of the states of one track. `before` is the track's last state in the pack before this one: the way from
 * there belongs to this one. There are no bounds of nothing.
 */
export function boundsOf(
  records: readonly Plot[] | readonly StateRecord[], before?: StateRecord | undefined,
): Bounds | undefined {
  const places = records.map(placed)
  if (places.length === 0) return undefined
  const isTrack = records.some((record) => !('position' in record))
  const joined = isTrack ? joinedTo(before, places) : places
  const known = places.map(({ knownAt }) => knownAt)
  const times = places.map(({ time }) => time)
  return {
    box: boxOf(joined),
    fromTime: least(times),
    toTime: most(times),
    knownFrom: least(known),
    knownTo: most(known),
    cells: isTrack ? cellsAlong(joined) : [...new Set(places.map(searchCellOf))],
  }
}

interface Place extends LatLon {
  readonly time: Timestamp
  readonly knownAt: Timestamp
}

const placed = (record: Plot | StateRecord): Place =>
  'position' in record
    ? { ...record.position, time: record.time, knownAt: record.receivedAt }
    : { lat: record.lat, lon: record.lon, time: record.time, knownAt: record.knownAt }

/** In order of validity, after the one before where it is not too long ago. */
function joinedTo(before: StateRecord | undefined, places: readonly Place[]): readonly Place[] {
  const sorted = places.toSorted((a, b) => a.time - b.time)
  return before && Math.abs(sorted[0]!.time - before.time) <= LONGEST_JOINED ? [placed(before), ...sorted] : sorted
}

function cellsAlong(places: readonly Place[]): readonly string[] {
  const cells = new Set<string>()
  for (const [at, place] of places.entries()) {
    const last = places[at - 1]
    if (last && place.time - last.time <= LONGEST_JOINED) addCellsBetween(last, place, cells)
    else cells.add(searchCellOf(place))
  }
  return [...cells]
}

/** The widest gap between two neighbouring meridians stays outside. */
function boxOf(places: readonly LatLon[]): Box {
  const lats = places.map(({ lat }) => lat)
  const lons = Float64Array.from(places, ({ lon }) => lon).sort()
  let [west, east] = [lons[0]!, lons[lons.length - 1]!]
  let widest = west + 360 - east
  for (let at = 1; at < lons.length; at++) {
    const gap = lons[at]! - lons[at - 1]!
    if (gap > widest) [widest, west, east] = [gap, lons[at]!, lons[at - 1]!]
  }
  return { west, south: least(lats), east, north: most(lats) }
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))
