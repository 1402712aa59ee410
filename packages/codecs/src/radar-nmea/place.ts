import {
  degreesToRadians,
  radiansToDegrees,
  type LatLon,
  type Polar,
  type PositionCovariance,
  type SensorSite,
  type Timestamp,
} from '@csii/model'
import { placeOf, rotated, type Place, type PolarSigma } from '../polar.ts'
import { TRUE_SIGMA, type KnownHeading } from './heading.ts'
import type { RadarOptions } from './options.ts'
import type { KnownPlace, Moment, OwnShip } from './own-ship.ts'
import { directionOf, lengthOf, offsetOf, sum, vectorOf, type Vector } from './plane.ts'
import type { SeenPolar, SeenVelocity, Sighting } from './sighting.ts'

/** A radar, what it knows of itself, and what a technician said of it. */
export interface Radar {
  readonly site: SensorSite
  readonly options: RadarOptions
  readonly ownShip: OwnShip
  /** Metres, where the radar says which one it uses. */
  readonly rangeScale?: number | undefined
}

/**
 * IMO MSC.192(79), § 5.2: range within 30 m or 1 % of the range scale in use, whichever is more, and bearing within
 * 1°. Taken for standard deviations: § 5.25.4.7.1 lets 95 % of tracked targets be 50 m or 1 % and 2° off, and small
 * radars have wider beams.
 */
const RANGE_SIGMA = 30
const RANGE_SHARE = 0.01
const BEARING_SIGMA = 1

/** An even distribution over one step. */
const ROUNDING = 1 / Math.sqrt(12)

/** Metres. For targets at a range that is not known: that of the longest scale on which a radar is used to track. */
const UNKNOWN_RANGE = 12 * 1852

/** Metres: nearer than this to its configured place a radar has not moved, even if its receiver has fallen silent. */
const STILL_THERE = 200

/** Where the target is, or undefined where the radar does not know its own place or heading well enough to tell. */
export function placeOfSighting(radar: Radar, { polar, stated }: Sighting, moment: Moment): Place | undefined {
  const origin = originOf(radar, moment)
  if (polar) return origin && measuredPlace(radar, origin, polar, moment.heardAt)
  return stated && statedPlace(radar, origin, stated, moment.heardAt)
}

interface Origin extends KnownPlace {
  readonly isOwnShip: boolean
}

/** Own ship by its own word, while that is fresh; else the place of a radar that was never known to be elsewhere. */
function originOf({ ownShip, site }: Radar, moment: Moment): Origin | undefined {
  const own = ownShip.placeAt(moment)
  if (own && own !== 'stale') return { ...own, isOwnShip: true }
  const { position } = site
  if (!position) return undefined
  const { lastPosition } = ownShip
  if (lastPosition && lengthOf(offsetOf(lastPosition, position)) > STILL_THERE) return undefined
  return { position, sigma: 0, isOwnShip: false }
}

function measuredPlace(radar: Radar, origin: Origin, polar: SeenPolar, heardAt: Timestamp): Place | undefined {
  const heading = headingOf(radar, heardAt)
  if (polar.isRelative && !heading) return undefined
  const azimuthDeg = polar.bearingDeg + (polar.isRelative && heading ? heading.deg : 0)
  const sigma = sigmaAt(radar, origin, polar, heading)
  // The sea lies as far below the radar as its antenna stands above it.
  const height = { metres: -(radar.site.antennaHeight ?? 0), sigma: 0 }
  const place = placeOf(origin.position, { slantRange: polar.range, azimuthDeg }, height, sigma)
  if (!place) return undefined
  const { position, covariance, polar: measured } = place
  return { position, covariance: widened(covariance, origin.sigma), polar: unsure(measured, origin.sigma) }
}

/** By the sentences of a compass; as a technician measured it once, where there never was one. */
function headingOf({ ownShip, options }: Radar, heardAt: Timestamp): KnownHeading | undefined {
  const stated = ownShip.heading.at(heardAt)
  if (stated) return { deg: stated.deg, sigmaDeg: options.headingSigmaDeg ?? stated.sigmaDeg }
  if (options.headingDeg === undefined || ownShip.heading.isKnown) return undefined
  return { deg: options.headingDeg, sigmaDeg: options.headingSigmaDeg ?? 0 }
}

type Resolution = Pick<SeenPolar, 'range' | 'rangeStep' | 'bearingStepDeg'>

/** A true bearing has the error of a compass too: the radar's own, where the stream has none. */
function sigmaAt(
  { options, rangeScale }: Radar,
  origin: Origin | undefined,
  { range, rangeStep, bearingStepDeg }: Resolution,
  heading: KnownHeading | undefined,
): PolarSigma {
  const usual = Math.max(RANGE_SIGMA, RANGE_SHARE * (rangeScale ?? range))
  const compass = heading?.sigmaDeg ?? (origin?.isOwnShip ? (options.headingSigmaDeg ?? TRUE_SIGMA) : 0)
  return {
    range: Math.hypot(options.rangeSigma ?? usual, rangeStep * ROUNDING),
    azimuthDeg: Math.hypot(options.bearingSigmaDeg ?? BEARING_SIGMA, bearingStepDeg * ROUNDING, compass),
  }
}

/** Of the place of the radar too. */
function unsure(polar: Polar, sigma: number): Polar {
  const rangeSigma = Math.hypot(polar.rangeSigma, sigma)
  const bearingSigmaDeg = Math.hypot(polar.bearingSigmaDeg, radiansToDegrees(sigma / polar.range))
  return { ...polar, rangeSigma, bearingSigmaDeg }
}

/** The radar made the position of what it measured from its own place: its error is that at that distance. */
function statedPlace(
  radar: Radar,
  origin: Origin | undefined,
  stated: { readonly position: LatLon; readonly step: number },
  heardAt: Timestamp,
): Place {
  const { position, step } = stated
  const offset = origin && offsetOf(origin.position, position)
  const range = offset ? lengthOf(offset) : UNKNOWN_RANGE
  const sigma = sigmaAt(radar, origin, { range, rangeStep: 0, bearingStepDeg: 0 }, headingOf(radar, heardAt))
  const across = range * degreesToRadians(sigma.azimuthDeg)
  const further = Math.hypot(step * ROUNDING, origin?.sigma ?? 0)
  if (!offset) return { position, covariance: circle(Math.hypot(Math.max(across, sigma.range), further)) }
  const bearingDeg = directionOf(offset)
  const covariance = widened(rotated(sigma.range ** 2, across ** 2, degreesToRadians(bearingDeg)), further)
  if (range === 0) return { position, covariance }
  const polar = { from: origin.position, range, bearingDeg, rangeSigma: sigma.range, bearingSigmaDeg: sigma.azimuthDeg }
  return { position, covariance, polar: unsure(polar, further) }
}

const circle = (sigma: number): PositionCovariance => ({ ee: sigma ** 2, en: 0, nn: sigma ** 2 })

const widened = ({ ee, en, nn }: PositionCovariance, sigma: number): PositionCovariance => ({
  ee: ee + sigma ** 2,
  en,
  nn: nn + sigma ** 2,
})

/** Velocity over ground, or undefined where own ship's or the water's is needed and not known. */
export function groundVelocity({ ownShip }: Radar, seen: SeenVelocity, heardAt: Timestamp): Vector | undefined {
  const bow = seen.isFromBow ? ownShip.heading.at(heardAt)?.deg : 0
  if (bow === undefined) return undefined
  const velocity = vectorOf(seen.speed, seen.directionDeg + bow)
  const isThroughWater = seen.isThroughWater ?? ownShip.isWaterStabilised
  const frame = seen.isRelative
    ? ownShip.velocityAt(heardAt)
    : isThroughWater
      ? ownShip.waterAt(heardAt)
      : { east: 0, north: 0 }
  return frame && sum(velocity, frame)
}
