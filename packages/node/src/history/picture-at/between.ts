import { normalLon } from '@csii/geo'
import { normalDegrees, type Timestamp } from '@csii/model'
import type { StateRecord } from '../../pipeline/record/records.ts'

/** Farther apart, nobody knows what the object did between two states, ms. */
export const FILLED_GAP = 10 * 60_000

/** What is believed of one moment between two states: on a straight line where they are near enough in time. */
export function stateBetween(before: StateRecord, after: StateRecord | undefined, at: Timestamp): StateRecord {
  if (!after || at <= before.time || after.time - before.time > FILLED_GAP) return before
  const share = (at - before.time) / (after.time - before.time)
  const mix = (a: number, b: number): number => a + share * (b - a)
  const both = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? a : mix(a, b))
  return {
    ...before,
    time: at,
    lat: mix(before.lat, after.lat),
    lon: normalLon(before.lon + share * normalLon(after.lon - before.lon)),
    sigmaEast: mix(before.sigmaEast, after.sigmaEast),
    sigmaNorth: mix(before.sigmaNorth, after.sigmaNorth),
    correlation: mix(before.correlation, after.correlation),
    speed: both(before.speed, after.speed),
    courseDeg: turned(before.courseDeg, after.courseDeg, share),
    headingDeg: turned(before.headingDeg, after.headingDeg, share),
    altitude: both(before.altitude, after.altitude),
  }
}

/** The shorter way round. */
function turned(from: number | undefined, to: number | undefined, share: number): number | undefined {
  if (from === undefined || to === undefined) return from
  return normalDegrees(from + share * (normalDegrees(to - from + 180) - 180))
}

/** Of two states of one object: the later one in time, and of one time what is known since later. */
export const isNewer = (a: StateRecord, b: StateRecord | undefined): boolean =>
  !b || a.time > b.time || (a.time === b.time && a.knownAt >= b.knownAt)
