import type { Claim, LatLon } from '@csii/model'
import type { Place, PolarSigma } from '../polar.ts'
import type { AsterixRecord, AsterixValue } from './record.ts'

/** Where a record says an object is and how it moves, in SI units, without what it does not know. */
export interface Report extends Place {
  readonly speed?: number | undefined
  readonly courseDeg?: number | undefined
  readonly claim?: Claim | undefined
  /** Metres, by air pressure. */
  readonly altitude?: number | undefined
  /** The number by which the sensor follows the object. */
  readonly sensorTrack?: number | undefined
  /** Seconds since midnight, UTC. */
  readonly seconds?: number | undefined
  /** Milliseconds after which the seconds begin anew, where that is no day. */
  readonly period?: number
  /** True where the record says that there is no such object. */
  readonly simulated: boolean
}

/** What a record of one category reports of an object, for a sensor that stands there and errs by as much as is known. */
export type ReportOf = (
  items: AsterixRecord['items'],
  site: LatLon | undefined,
  known?: Partial<PolarSigma>,
) => Report | undefined

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

/** What an aircraft transmits of itself; undefined when that is nothing. */
export function aircraftClaim({ callSign, address, code, isVehicle = false }: Transmitted): Claim | undefined {
  const claim: { -readonly [Field in keyof Claim]: Claim[Field] } = {}
  const sign = callSign?.trimEnd() ?? ''
  if (/^[A-Z0-9]{2,8}$/.test(sign) && !/^0+$/.test(sign)) claim.callSign = sign
  if (code !== undefined) claim.squawk = code
  const icaoAddress = Number.parseInt(address ?? '', 16)
  if (icaoAddress > 0 && icaoAddress < 0xffffff) Object.assign(claim, { icaoAddress, station: isVehicle ? 'vehicle' : 'aircraft' })
  return Object.keys(claim).length > 0 ? claim : undefined
}

export interface Transmitted {
  /** Letters and digits, and blanks at the end. */
  readonly callSign?: string | undefined
  /** Hexadecimal digits. */
  readonly address?: string | undefined
  /** Mode A: octal digits. */
  readonly code?: string | undefined
  /** A vehicle of an airport, which carries such a transponder too. */
  readonly isVehicle?: boolean
}

const FOOT = 0.3048

/** Metres of a flight level, or undefined. */
export const altitudeOf = (flightLevel: number | undefined): number | undefined =>
  flightLevel === undefined ? undefined : flightLevel * 100 * FOOT

/** Metres per second in one nautical mile per second. */
export const NAUTICAL_MILE = 1852

/** Speed and course from velocities towards east and north. A speed of zero has no course. */
export function movementOf(east: number | undefined, north: number | undefined): Pick<Report, 'speed' | 'courseDeg'> {
  if (east === undefined || north === undefined) return {}
  const speed = Math.hypot(east, north)
  return speed === 0 ? { speed } : { speed, courseDeg: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 }
}
