import type { LatLon } from '@csii/model'
import { placeOf, type Height, type PolarSigma } from '../polar.ts'
import type { AsterixRecord } from './record.ts'
import { aircraftClaim, altitudeOf, isSet, NAUTICAL_MILE, numberAt, textAt, type Report } from './report.ts'
import { TRUNCATED } from './time-of-day.ts'

type Items = AsterixRecord['items']

/**
 * A plot does not state its errors. Those of a secondary radar are the widest of eight that ECAC's guidelines on radar
 * separation list (44 to 77 m, 0.11° to 0.18°); those of a primary radar are our assumption, twice as wide.
 */
const SECONDARY: PolarSigma = { range: 80, azimuthDeg: 0.18 }
const PRIMARY: PolarSigma = { range: 160, azimuthDeg: 0.36 }

/** A ship, and an antenna on a hill of unknown height. */
const SEA_LEVEL: Height = { metres: 0, sigma: 50 }

/** An aircraft that does not say: anywhere up to 12 km, the mean and deviation of which are these. */
const ANY_HEIGHT: Height = { metres: 6000, sigma: 3464 }

/** Our assumption: by so much a pressure altitude differs from the height above the sea, with the weather. */
const PRESSURE_SIGMA = 150
/** Our assumption for the height that a three-dimensional radar measures. */
const MEASURED_SIGMA = 300

const FOOT = 0.3048

/** No secondary radar saw it: in TYP of I048/020, and in SSRPSR of I001/020. */
const PRIMARY_ONLY = 1

/** A plot of category 048. None of what the radar extrapolated, of the end of a track, of a test or a field monitor. */
export function radarReport(items: Items, site: LatLon | undefined, known: Partial<PolarSigma> = {}): Report | undefined {
  const type = numberAt(items, 'I048/020', 'TYP')
  const isNoTarget =
    isSet(items, 'I048/020', 'TST') || isSet(items, 'I048/020', 'RAB') || isSet(items, 'I048/170', 'TRE')
  if (!site || !type || isNoTarget) return undefined
  const isPrimary = type === PRIMARY_ONLY
  const measured = heightOf(items)
  const height = measured ?? (isPrimary ? SEA_LEVEL : ANY_HEIGHT)
  const place = measuredPlace(items, 'I048/040', site, height, { ...(isPrimary ? PRIMARY : SECONDARY), ...known })
  if (!place) return undefined
  return {
    ...place,
    ...movement(items, 'I048/200'),
    altitude: measured?.metres,
    sensorTrack: numberAt(items, 'I048/161', 'TRN'),
    claim: aircraftClaim({
      callSign: textAt(items, 'I048/240'),
      address: textAt(items, 'I048/220'),
      code: modeACode(items, 'I048/070'),
    }),
    seconds: numberAt(items, 'I048/140'),
    simulated: isSet(items, 'I048/020', 'SIM'),
  }
}

/** A plot, or a track with its measured plot, of category 001. Its time of day is cut. */
export function oldRadarReport(items: Items, site: LatLon | undefined, known: Partial<PolarSigma> = {}): Report | undefined {
  const detection = numberAt(items, 'I001/020', 'SSRPSR')
  const isNoTarget =
    isSet(items, 'I001/020', 'TST') || isSet(items, 'I001/020', 'RAB') || isSet(items, 'I001/170', 'TRE')
  if (!site || !detection || isNoTarget) return undefined
  const isPrimary = detection === PRIMARY_ONLY
  const level =
    isSet(items, 'I001/090', 'V') || isSet(items, 'I001/090', 'G') ? undefined : numberAt(items, 'I001/090', 'HGT')
  const measured = pressureHeight(level)
  const height = measured ?? (isPrimary ? SEA_LEVEL : ANY_HEIGHT)
  const place = measuredPlace(items, 'I001/040', site, height, { ...(isPrimary ? PRIMARY : SECONDARY), ...known })
  if (!place) return undefined
  return {
    ...place,
    ...movement(items, 'I001/200'),
    altitude: measured?.metres,
    sensorTrack: numberAt(items, 'I001/161'),
    claim: aircraftClaim({ code: modeACode(items, 'I001/070') }),
    seconds: numberAt(items, 'I001/141'),
    period: TRUNCATED,
    simulated: isSet(items, 'I001/020', 'SIM'),
  }
}

/** Undefined where the radar doubts it, or carries on an older one. */
function modeACode(items: Items, item: string): string | undefined {
  const isDoubtful = ['V', 'G', 'L'].some((bit) => isSet(items, item, bit))
  return isDoubtful ? undefined : textAt(items, item, 'MODE3A')
}

function measuredPlace(items: Items, item: string, site: LatLon, height: Height, sigma: PolarSigma) {
  const range = numberAt(items, item, 'RHO')
  const azimuthDeg = numberAt(items, item, 'THETA')
  if (range === undefined || azimuthDeg === undefined) return undefined
  return placeOf(site, { slantRange: range * NAUTICAL_MILE, azimuthDeg }, height, sigma)
}

function movement(items: Items, item: string): Pick<Report, 'speed' | 'courseDeg'> {
  const speed = numberAt(items, item, 'GSP')
  return speed === undefined ? {} : { speed: speed * NAUTICAL_MILE, courseDeg: numberAt(items, item, 'HDG') }
}

function heightOf(items: Items): Height | undefined {
  const measured = numberAt(items, 'I048/110', '3DH')
  if (measured !== undefined) return { metres: measured * FOOT, sigma: MEASURED_SIGMA }
  const isDoubtful = isSet(items, 'I048/090', 'V') || isSet(items, 'I048/090', 'G')
  return pressureHeight(isDoubtful ? undefined : numberAt(items, 'I048/090', 'FL'))
}

function pressureHeight(flightLevel: number | undefined): Height | undefined {
  const metres = altitudeOf(flightLevel)
  return metres === undefined ? undefined : { metres, sigma: PRESSURE_SIGMA }
}
