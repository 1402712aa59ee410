import { degreesToRadians, type PositionCovariance } from '@csii/model'

/** Metres in a degree of latitude: 60 nautical miles, right to 1 % anywhere. */
export const METRES_PER_DEGREE = 60 * 1852

export interface Written {
  readonly lat: number
  /** Of the written latitude and longitude, degrees. */
  readonly latStep: number
  readonly lonStep: number
  /** Seconds between two times that could have been written. */
  readonly timeStep?: number
  /** Metres per second. */
  readonly speed?: number | undefined
  readonly courseDeg?: number | undefined
}

/**
 * The error of a place that was rounded when it was written: what the receiver had (one standard deviation, metres),
 * and a value that lies anywhere between two steps, of which the variance is step² / 12. A vessel that moved on while
 * its clock showed one minute is as far off along its course; where the course is not known, in both directions.
 */
export function writtenCovariance(sigma: number, written: Written): PositionCovariance {
  const { lat, latStep, lonStep, timeStep = 0, speed = 0, courseDeg } = written
  const north = latStep * METRES_PER_DEGREE
  const east = lonStep * METRES_PER_DEGREE * Math.cos(degreesToRadians(lat))
  const along = (speed * timeStep) ** 2 / 12
  const course = degreesToRadians(courseDeg ?? 0)
  const sin2 = courseDeg === undefined ? 0.5 : Math.sin(course) ** 2
  const en = courseDeg === undefined ? 0 : along * Math.sin(course) * Math.cos(course)
  return { ee: sigma ** 2 + east ** 2 / 12 + along * sin2, en, nn: sigma ** 2 + north ** 2 / 12 + along * (1 - sin2) }
}
