import { degreesToRadians, radiansToDegrees, type LatLon } from '@csii/model'
import { placeOf, type Height, type MeasuredPlace, type Place, type PolarSigma } from '../polar.ts'
import type { AsterixRecord } from './record.ts'
import { aircraftClaim, isSet, movementOf, NAUTICAL_MILE, numberAt, positionAt, textAt, type Report } from './report.ts'

type Items = AsterixRecord['items']

/** Our assumption for a radar that states no deviation: a beam of its kind, and the length of what it sees. */
const SIGMA: PolarSigma = { range: 20, azimuthDeg: 0.25 }
const SURFACE: Height = { metres: 0, sigma: 10 }
/** Metres. For a position in degrees whose deviation is not stated. */
const UNSTATED_SIGMA = 50

/** Message type of I010/000 that carries a target. */
const TARGET_REPORT = 1

/** TOT of I010/020. */
const GROUND_VEHICLE = 2

/** A plot or track of category 010. None that ended, that is carried on without being seen, or is a test. */
export function surfaceReport(items: Items, site: LatLon | undefined, known: Partial<PolarSigma> = {}): Report | undefined {
  const isNoTarget =
    isSet(items, 'I010/020', 'TST') ||
    isSet(items, 'I010/020', 'RAB') ||
    isSet(items, 'I010/170', 'TRE') ||
    (numberAt(items, 'I010/170', 'CST') ?? 0) > 0
  if (numberAt(items, 'I010/000') !== TARGET_REPORT || isNoTarget) return undefined
  const sigma = { ...SIGMA, ...known }
  const place = statedPlace(items) ?? (site && (measuredPlace(items, site, sigma) ?? planePlace(items, site, sigma)))
  if (!place) return undefined
  const isSent = numberAt(items, 'I010/245', 'STI') === 0
  return {
    ...place,
    ...movement(items),
    sensorTrack: numberAt(items, 'I010/161', 'TRK'),
    claim: aircraftClaim({
      callSign: isSent ? textAt(items, 'I010/245', 'CHR') : undefined,
      address: textAt(items, 'I010/220'),
      isVehicle: numberAt(items, 'I010/020', 'TOT') === GROUND_VEHICLE,
    }),
    seconds: numberAt(items, 'I010/140'),
    simulated: isSet(items, 'I010/020', 'SIM'),
  }
}

/**
 * Deviations of I010/500, in metres. Its covariance is left out: the standard gives it a unit that is none of a
 * covariance.
 */
function statedCovariance(items: Items): Place['covariance'] | undefined {
  const east = numberAt(items, 'I010/500', 'DEVX')
  const north = numberAt(items, 'I010/500', 'DEVY')
  return east && north ? { ee: east ** 2, en: 0, nn: north ** 2 } : undefined
}

function statedPlace(items: Items): Place | undefined {
  const position = positionAt(items, 'I010/041')
  if (!position) return undefined
  const covariance = statedCovariance(items) ?? { ee: UNSTATED_SIGMA ** 2, en: 0, nn: UNSTATED_SIGMA ** 2 }
  return { position, covariance }
}

function measuredPlace(items: Items, site: LatLon, sigma: PolarSigma): Place | undefined {
  const slantRange = numberAt(items, 'I010/040', 'RHO')
  const azimuthDeg = numberAt(items, 'I010/040', 'TH')
  if (slantRange === undefined || azimuthDeg === undefined) return undefined
  const place = placeOf(site, { slantRange, azimuthDeg }, SURFACE, sigma)
  const stated = statedCovariance(items)
  return place && stated ? withCovariance(place, stated) : place
}

/** The measurement errs by what the deviations of the place are along the beam and across it. */
function withCovariance({ position, polar }: MeasuredPlace, covariance: Place['covariance']): MeasuredPlace {
  const { ee, en, nn } = covariance
  const [sine, cosine] = [Math.sin(degreesToRadians(polar.bearingDeg)), Math.cos(degreesToRadians(polar.bearingDeg))]
  const rangeSigma = Math.sqrt(ee * sine ** 2 + 2 * en * sine * cosine + nn * cosine ** 2)
  const across = Math.sqrt(ee * cosine ** 2 - 2 * en * sine * cosine + nn * sine ** 2)
  const bearingSigmaDeg = radiansToDegrees(across / polar.range)
  return { position, covariance, polar: { ...polar, rangeSigma, bearingSigmaDeg } }
}

/** Metres to the east and north of the sensor. */
function planePlace(items: Items, site: LatLon, sigma: PolarSigma): Place | undefined {
  const east = numberAt(items, 'I010/042', 'X')
  const north = numberAt(items, 'I010/042', 'Y')
  if (east === undefined || north === undefined) return undefined
  const azimuthDeg = (Math.atan2(east, north) / degreesToRadians(1) + 360) % 360
  const place = placeOf(site, { slantRange: Math.hypot(east, north), azimuthDeg }, SURFACE, sigma)
  return place && { position: place.position, covariance: statedCovariance(items) ?? place.covariance }
}

function movement(items: Items): Pick<Report, 'speed' | 'courseDeg'> {
  const speed = numberAt(items, 'I010/200', 'GSP')
  if (speed !== undefined) return { speed: speed * NAUTICAL_MILE, courseDeg: numberAt(items, 'I010/200', 'TRA') }
  return movementOf(numberAt(items, 'I010/202', 'VX'), numberAt(items, 'I010/202', 'VY'))
}
