import { knotsToMps, type Claim, type Emergency, type LatLon, type Station } from '@csii/model'
import { covarianceOf, radiusOfNacP, UNSTATED_RADIUS } from './accuracy.ts'
import { numberIn, wordIn, type AircraftEntry } from './aircraft-json.ts'
import { isCallSign } from './call-sign.ts'
import { stationOf } from './learn.ts'
import { FOOT, squawkClaim, type Report } from './report.ts'

export interface Entry {
  readonly icao: number
  /** The number is none of ICAO's; readsb writes a tilde before it. */
  readonly isOther: boolean
  /** Seconds before the document was written that the aircraft was last heard, and that its position was. */
  readonly seen: number
  readonly seenPosition: number
  readonly claim: Claim
  readonly report?: Report
}

/** What is older than a day is no news, and what is younger than its document none either. */
const LONGEST_AGO = 86_400
/** A position of ten minutes ago says little of where the aircraft is. */
const LONGEST_PLACED_AGO = 600

/** What a document says of one aircraft; undefined without an address, or when it was heard at no possible time. */
export function readEntry(entry: AircraftEntry): Entry | undefined {
  const [, tilde, hex] = /^(~?)([0-9a-f]{6})$/i.exec(wordIn(entry, 'hex') ?? '') ?? []
  const icao = hex === undefined ? 0 : Number.parseInt(hex, 16)
  const seen = entry.seen === undefined ? 0 : numberIn(entry, ['seen'], 0, LONGEST_AGO)
  if (icao === 0 || icao === 0xffffff || seen === undefined) return undefined
  const isOther = tilde === '~'
  const seenPosition = entry.seen_pos === undefined ? seen : numberIn(entry, ['seen_pos'], 0, LONGEST_PLACED_AGO)
  const report = seenPosition === undefined ? undefined : reportIn(entry)
  return {
    icao,
    isOther,
    seen,
    seenPosition: seenPosition ?? seen,
    claim: { ...(!isOther && { icaoAddress: icao }), ...claimIn(entry) },
    ...(report && { report }),
  }
}

/** Names of today's readsb come first, then those of dump1090-mutability. */
function reportIn(entry: AircraftEntry): Report | undefined {
  const position = positionIn(entry)
  if (!position) return undefined
  const speed = numberIn(entry, ['gs', 'speed'], 0, 5000)
  const courseDeg = numberIn(entry, ['track'], 0, 360)
  const headingDeg = numberIn(entry, ['true_heading'], 0, 360)
  const altitude = numberIn(entry, ['alt_baro', 'alt_geom', 'altitude'], -2000, 200_000)
  const movement = {
    ...(speed !== undefined && { speed: knotsToMps(speed) }),
    ...(courseDeg !== undefined && { courseDeg }),
    ...(headingDeg !== undefined && { headingDeg }),
  }
  return {
    position,
    covariance: covarianceOf(radiusIn(entry), movement.speed, movement.courseDeg),
    ...movement,
    ...(altitude !== undefined && { altitude: altitude * FOOT }),
  }
}

function positionIn(entry: AircraftEntry): LatLon | undefined {
  const lat = numberIn(entry, ['lat'], -90, 90)
  const lon = numberIn(entry, ['lon'], -180, 180)
  return lat === undefined || lon === undefined ? undefined : { lat, lon }
}

/** Multilateration says nothing of its error, which depends on who heard; half a mile is its bound in common use. */
const MLAT_RADIUS = 926

/**
 * * By NACp, else by half the radius of containment, as in the table of version 0. Positions by multilateration are
 * listed by the names of the fields that came from it.
 */
function radiusIn(entry: AircraftEntry): number {
  const { mlat } = entry
  if (Array.isArray(mlat) && mlat.includes('lat')) return MLAT_RADIUS
  const nacP = numberIn(entry, ['nac_p'], 1, 11)
  const containment = numberIn(entry, ['rc'], 1, 1e5)
  if (nacP !== undefined) return radiusOfNacP(nacP)
  return containment === undefined ? UNSTATED_RADIUS : containment / 2
}

function claimIn(entry: AircraftEntry): Claim {
  const callSign = wordIn(entry, 'flight')
  const squawk = wordIn(entry, 'squawk')
  const category = wordIn(entry, 'category')
  const station: Station | undefined = (category && stationOf(category)) || (isGrounded(entry) ? undefined : 'aircraft')
  const emergency = EMERGENCY_WORDS.get(wordIn(entry, 'emergency') ?? 'none')
  return {
    ...(station && { station }),
    ...(callSign !== undefined && isCallSign(callSign) && { callSign }),
    ...squawkClaim(squawk !== undefined && /^[0-7]{4}$/.test(squawk) ? squawk : undefined),
    ...(emergency && { emergency }),
  }
}

/** On the ground it can also be a vehicle. */
const isGrounded = (entry: AircraftEntry): boolean => entry.alt_baro === 'ground' || entry.altitude === 'ground'

/** readsb's words for the emergency states. */
const EMERGENCY_WORDS: ReadonlyMap<string, Emergency> = new Map([
  ['general', 'general'], ['lifeguard', 'medical'], ['minfuel', 'minimum-fuel'], ['nordo', 'no-communications'],
  ['unlawful', 'unlawful-interference'], ['downed', 'downed'],
])
