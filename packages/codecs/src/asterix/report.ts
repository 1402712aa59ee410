import type { Claim, LatLon } from '@csii/model'
import type { Place } from '../polar.ts'
import type { AsterixRecord, AsterixValue } from './record.ts'

/** Where a record says an object is and how it moves, in SI units, without what it does not know. */
export interface Report extends Place {
  readonly speed?: number | undefined
  readonly courseDeg?: number | undefined
  readonly claim?: Claim | undefined
  /** Seconds since midnight, UTC. */
  readonly seconds?: number | undefined
  /** Milliseconds after which the seconds begin anew, where that is no day. */
  readonly period?: number
  /** True where the record says that there is no such object. */
  readonly simulated: boolean
}

/** What a record of one category reports of an object, for a sensor that stands there. */
export type ReportOf = (items: AsterixRecord['items'], site: LatLon | undefined) => Report | undefined

type Items = AsterixRecord['items']

/** A value within an item by its names, or the item itself. */
function valueAt(items: Items, item: string, path: readonly string[]): AsterixValue | undefined {
  let value = items[item]
  for (const name of path) {
    if (typeof value !== 'object' || Array.isArray(value)) return undefined
    value = (value as { readonly [field: string]: AsterixValue | undefined })[name] // An object that is no list is a group.
  }
  return value
}

export function numberAt(items: Items, item: string, ...path: string[]): number | undefined {
  const value = valueAt(items, item, path)
  return typeof value === 'number' ? value : undefined
}

export function textAt(items: Items, item: string, ...path: string[]): string | undefined {
  const value = valueAt(items, item, path)
  return typeof value === 'string' ? value : undefined
}

export const isSet = (items: Items, item: string, ...path: string[]): boolean => numberAt(items, item, ...path) === 1

/** A position in degrees. Its bits can say more than there is on the globe: that is none. */
export function positionAt(items: Items, item: string): LatLon | undefined {
  const lat = numberAt(items, item, 'LAT')
  const lon = numberAt(items, item, 'LON')
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined
  return { lat, lon }
}

/** What an aircraft transmits as its identification: letters and digits, and blanks at the end. */
export function callSignClaim(text: string | undefined): Claim | undefined {
  const callSign = text?.trimEnd() ?? ''
  return /^[A-Z0-9]{2,8}$/.test(callSign) && !/^0+$/.test(callSign) ? { callSign } : undefined
}

/** Metres per second in one nautical mile per second. */
export const NAUTICAL_MILE = 1852

/** Speed and course from velocities towards east and north. A speed of zero has no course. */
export function movementOf(east: number | undefined, north: number | undefined): Pick<Report, 'speed' | 'courseDeg'> {
  if (east === undefined || north === undefined) return {}
  const speed = Math.hypot(east, north)
  return speed === 0 ? { speed } : { speed, courseDeg: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 }
}
