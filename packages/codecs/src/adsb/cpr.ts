import type { LatLon } from '@csii/model'

/**
 * One half of a position by Compact Position Reporting: where an object is within its zone, as fractions of the zone.
 */
export interface Cpr {
  readonly isOdd: boolean
  /** 0 ≤ fraction < 1. */
  readonly lat: number
  readonly lon: number
}

/** Zones of latitude between equator and pole (RTCA DO-260B, § A.1.7.2). */
const NZ = 15

/** Degrees that zones of latitude repeat in: the globe for aircraft in the air, a quarter for those on the ground. */
export const AIRBORNE = 360
export const SURFACE = 90

/** Number of zones of longitude at a latitude, 1 to 59 (RTCA DO-260B, § A.1.7.2 d). */
export function zonesAt(lat: number): number {
  const north = Math.abs(lat)
  if (north < 1e-9) return 59
  if (north >= 87) return north > 87 ? 1 : 2
  const cosine = Math.cos((Math.PI / 180) * north)
  return Math.floor((2 * Math.PI) / Math.acos(1 - (1 - Math.cos(Math.PI / (2 * NZ))) / (cosine * cosine)))
}

const zoneHeight = (isOdd: boolean, span: number): number => span / (4 * NZ - (isOdd ? 1 : 0))

const zoneWidth = (lat: number, isOdd: boolean, span: number): number =>
  span / Math.max(1, zonesAt(lat) - (isOdd ? 1 : 0))

const modulo = (value: number, by: number): number => value - by * Math.floor(value / by)

/** A longitude brought into -180 ≤ degrees < 180. */
export const normalLon = (lon: number): number => modulo(lon + 180, 360) - 180

/**
 * The fractions that a position is sent as, in steps of 2⁻¹⁷ (RTCA DO-260B, § A.1.7.3). On the ground the standard
 * sends 17 bits of 19, so that they repeat every 90 degrees.
 */
export function cprOf({ lat, lon }: LatLon, isOdd: boolean, span: number): Cpr {
  const height = zoneHeight(isOdd, span)
  const y = Math.floor(modulo(lat, height) / height * STEPS + 0.5)
  const sentLat = height * (y / STEPS + Math.floor(lat / height))
  const width = zoneWidth(sentLat, isOdd, span)
  const x = Math.floor(modulo(lon, width) / width * STEPS + 0.5)
  return { isOdd, lat: modulo(y, STEPS) / STEPS, lon: modulo(x, STEPS) / STEPS }
}

const STEPS = 2 ** 17

/**
 * Where both halves together say the object is, at the time of the newer one; nothing when they lie in different zones
 * of longitude (RTCA DO-260B, § A.1.7.7). In the air.
 */
export function airbornePosition(even: Cpr, odd: Cpr, isOddNewer: boolean): LatLon | undefined {
  const [evenLat, oddLat] = latitudes(even, odd, AIRBORNE).map((lat) => (lat >= 270 ? lat - 360 : lat))
  const lat = isOddNewer ? oddLat! : evenLat!
  if (Math.abs(lat) > 90 || zonesAt(evenLat!) !== zonesAt(oddLat!)) return undefined
  return { lat, lon: normalLon(longitude(even, odd, isOddNewer, lat, AIRBORNE)) }
}

/**
 * The same on the ground, of the eight places that it can be the one nearest to the reference
 * (RTCA DO-260B, § A.1.7.8).
 */
export function surfacePosition(even: Cpr, odd: Cpr, isOddNewer: boolean, reference: LatLon): LatLon | undefined {
  const [evenLat, oddLat] = latitudes(even, odd, SURFACE)
  const within = isOddNewer ? oddLat! : evenLat!
  const shift = 90 * Math.round((reference.lat - within) / 90)
  const lat = within + shift
  if (Math.abs(lat) > 90 || zonesAt(evenLat! + shift) !== zonesAt(oddLat! + shift)) return undefined
  const lon = longitude(even, odd, isOddNewer, lat, SURFACE)
  return { lat, lon: normalLon(lon + 90 * Math.round(normalLon(reference.lon - lon) / 90)) }
}

function latitudes(even: Cpr, odd: Cpr, span: number): [number, number] {
  const zone = Math.floor(59 * even.lat - 60 * odd.lat + 0.5)
  return [
    zoneHeight(false, span) * (modulo(zone, 60) + even.lat),
    zoneHeight(true, span) * (modulo(zone, 59) + odd.lat),
  ]
}

function longitude(even: Cpr, odd: Cpr, isOddNewer: boolean, lat: number, span: number): number {
  const zones = zonesAt(lat)
  const zone = Math.floor(even.lon * (zones - 1) - odd.lon * zones + 0.5)
  const count = Math.max(1, zones - (isOddNewer ? 1 : 0))
  return (span / count) * (modulo(zone, count) + (isOddNewer ? odd.lon : even.lon))
}

/**
 * * Where one half says the object is, when it is less than half a zone from the reference: 180 nautical miles in the
 * air, 45 on the ground (RTCA DO-260B, § A.1.7.5 and § A.1.7.6).
 */
export function positionNear(reference: LatLon, { isOdd, lat: y, lon: x }: Cpr, span: number): LatLon | undefined {
  const height = zoneHeight(isOdd, span)
  const lat = height * (Math.floor(0.5 + reference.lat / height - y) + y)
  if (Math.abs(lat) > 90) return undefined
  const width = zoneWidth(lat, isOdd, span)
  return { lat, lon: normalLon(width * (Math.floor(0.5 + reference.lon / width - x) + x)) }
}
