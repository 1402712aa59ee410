import { degreesToRadians, type PositionCovariance } from '@csii/model'
import type { AsterixRecord } from './record.ts'
import { aircraftClaim, altitudeOf, isSet, movementOf, numberAt, positionAt, textAt, type Report } from './report.ts'

type Items = AsterixRecord['items']

/** Metres. Our assumption for a tracker that does not state its accuracy: no better than one radar far away. */
const UNSTATED_SIGMA = 500

const METRES_PER_DEGREE = 111_320

/** A system track of category 062. None that ended, or that its tracker carries on without anything being heard. */
export function trackReport(items: Items): Report | undefined {
  const position = positionAt(items, 'I062/105')
  const isNoTarget = isSet(items, 'I062/080', 'TSE') || isSet(items, 'I062/080', 'CST')
  if (!position || isNoTarget) return undefined
  return {
    position,
    covariance: covarianceOf(items, position.lat),
    ...movementOf(numberAt(items, 'I062/185', 'VX'), numberAt(items, 'I062/185', 'VY')),
    altitude: altitudeOf(numberAt(items, 'I062/136')),
    sensorTrack: numberAt(items, 'I062/040'),
    claim: claimOf(items),
    seconds: numberAt(items, 'I062/070'),
    simulated: isSet(items, 'I062/080', 'SIM'),
  }
}

/** From I062/500: in metres, or in degrees, with the covariance as its signed root (note 2 there). */
function covarianceOf(items: Items, lat: number): PositionCovariance {
  const east = numberAt(items, 'I062/500', 'APC', 'X') ?? inMetres(numberAt(items, 'I062/500', 'APW', 'LON'), lat)
  const north = numberAt(items, 'I062/500', 'APC', 'Y') ?? inMetres(numberAt(items, 'I062/500', 'APW', 'LAT'), 0)
  if (!east || !north) return { ee: UNSTATED_SIGMA ** 2, en: 0, nn: UNSTATED_SIGMA ** 2 }
  const root = numberAt(items, 'I062/500', 'COV') ?? 0
  const most = 0.99 * east * north
  return { ee: east ** 2, en: Math.sign(root) * Math.min(root ** 2, most), nn: north ** 2 }
}

const inMetres = (degrees: number | undefined, lat: number): number | undefined =>
  degrees === undefined ? undefined : degrees * METRES_PER_DEGREE * Math.cos(degreesToRadians(lat))

/** STI 0 of I062/245 says that the aircraft itself sent it; the others come from a flight plan. */
function claimOf(items: Items) {
  const sent = textAt(items, 'I062/380', 'ID')
  const isSent = numberAt(items, 'I062/245', 'STI') === 0
  return aircraftClaim({
    callSign: sent ?? (isSent ? textAt(items, 'I062/245', 'CHR') : undefined),
    address: textAt(items, 'I062/380', 'ADR'),
    code: textAt(items, 'I062/060', 'MODE3A'),
  })
}
