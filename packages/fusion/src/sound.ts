import type { LatLon, Plot, Polar, PositionCovariance } from '@csii/model'

/** No sensor of the sea knows better than this, one standard deviation squared: 20 cm; arithmetic stands no less. */
const LEAST_VARIANCE = 0.04
/** Who does not know better than to 1000 km has not said where it is, m². */
const MOST_VARIANCE = 1e12
/** What is older tells nothing of where anything is now, ms: 30 days. */
const OLDEST = 30 * 86_400_000
/** Faster than any aircraft, m/s. */
const FASTEST = 1500
/** Farther than any radar sees, over the horizon too, metres. */
const FARTHEST = 5e6

/**
 * A plot as arithmetic can stand it: the same one where its numbers can be, without what it states besides where that
 * cannot be, none where it is nowhere or of no time. Codecs see to this; here nobody is trusted.
 */
export function soundPlot(plot: Plot): Plot | undefined {
  const { position, covariance, time, receivedAt } = plot
  if (!isPlace(position) || !Number.isFinite(receivedAt) || !(time >= receivedAt - OLDEST) || time === Infinity) return undefined
  const sound = soundCovariance(covariance)
  if (!sound) return undefined
  if (sound === covariance && isMotion(plot) && isPolar(plot.polar)) return plot
  const { polar, speed, courseDeg, headingDeg, altitude, ...rest } = plot
  return {
    ...rest,
    covariance: sound,
    ...(isPolar(polar) && polar && { polar }),
    ...(isSpeed(speed) && speed !== undefined && { speed }),
    ...(isAngle(courseDeg) && courseDeg !== undefined && { courseDeg }),
    ...(isAngle(headingDeg) && headingDeg !== undefined && { headingDeg }),
    ...(isNumber(altitude) && altitude !== undefined && { altitude }),
  }
}

/** Somewhere on earth. */
export const isPlace = ({ lat, lon }: LatLon): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180

/** Positive definite: the same one, or one as near to it as can be. None where it says nothing. */
export function soundCovariance(covariance: PositionCovariance): PositionCovariance | undefined {
  const { ee, en, nn } = covariance
  if (!(ee >= 0 && ee <= MOST_VARIANCE && nn >= 0 && nn <= MOST_VARIANCE) || !Number.isFinite(en)) return undefined
  if (ee >= 2 * LEAST_VARIANCE && nn >= 2 * LEAST_VARIANCE && ee * nn - en * en >= LEAST_VARIANCE * (ee + nn)) return covariance
  const east = Math.max(2 * LEAST_VARIANCE, ee)
  const north = Math.max(2 * LEAST_VARIANCE, nn)
  const most = Math.sqrt(Math.max(0, east * north - LEAST_VARIANCE * (east + north)))
  return { ee: east, en: Math.max(-most, Math.min(most, en)), nn: north }
}

const isMotion = ({ speed, courseDeg, headingDeg, altitude }: Plot): boolean =>
  isSpeed(speed) && isAngle(courseDeg) && isAngle(headingDeg) && isNumber(altitude)

const isSpeed = (speed: number | undefined): boolean => speed === undefined || (speed >= 0 && speed <= FASTEST)
const isAngle = (degrees: number | undefined): boolean => degrees === undefined || Math.abs(degrees) <= 360
const isNumber = (value: number | undefined): boolean => value === undefined || Number.isFinite(value)

const isPolar = (polar: Polar | undefined): boolean =>
  polar === undefined
  || (isPlace(polar.from) && polar.range >= 0 && polar.range <= FARTHEST && isAngle(polar.bearingDeg)
    && polar.rangeSigma > 0 && polar.rangeSigma < FARTHEST && polar.bearingSigmaDeg > 0 && polar.bearingSigmaDeg <= 360)
