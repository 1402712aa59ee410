import {
  degreesToRadians,
  normalDegrees,
  radiansToDegrees,
  type LatLon,
  type Polar,
  type PositionCovariance,
} from '@csii/model'

/** Where a beam ends: metres along it, and degrees from true north at the radar. */
export interface Beam {
  readonly slantRange: number
  readonly azimuthDeg: number
}

/** Metres above the sea, and how well that is known. */
export interface Height {
  readonly metres: number
  readonly sigma: number
}

/** Standard deviations of one measurement: metres and degrees. */
export interface PolarSigma {
  readonly range: number
  readonly azimuthDeg: number
}

export interface Place {
  readonly position: LatLon
  readonly covariance: PositionCovariance
  /** Where the place was measured from one point, the measurement. */
  readonly polar?: Polar
}

export interface MeasuredPlace extends Place {
  readonly polar: Polar
}

/**
 * WGS 84 (NIMA TR8350.2, table 3.1): semi-major and semi-minor axis in metres, first and second eccentricity squared.
 */
const A = 6_378_137
const B = 6_356_752.314245
const E2 = 6.694379990141e-3
const SECOND_E2 = 6.739496742276e-3

/** Steps that bring the height of the found place to the height that was asked for: each gains three digits. */
const STEPS = 3

/** More than this up or down, and the beam says next to nothing about the place below or above. */
const STEEPEST = degreesToRadians(80)

/**
 * Where the beam reaches the height, or undefined where it cannot: at less range than height. The radar stands at sea
 * level.
 */
export function placeOf(
  site: LatLon,
  { slantRange, azimuthDeg }: Beam,
  height: Height,
  sigma: PolarSigma,
): MeasuredPlace | undefined {
  const azimuth = degreesToRadians(azimuthDeg)
  const radius = gaussianRadius(site.lat)
  const sine = ((radius + height.metres) ** 2 - radius ** 2 - slantRange ** 2) / (2 * slantRange * radius)
  // Also refuses a range of zero.
  if (!(Math.abs(sine) < 1)) return undefined
  let elevation = Math.asin(sine)
  let found = pointAlong(site, slantRange, azimuth, elevation)
  for (let step = 0; step < STEPS && Math.abs(elevation) <= STEEPEST; step++) {
    elevation += (height.metres - found.height) / (slantRange * Math.cos(elevation))
    found = pointAlong(site, slantRange, azimuth, elevation)
  }
  if (!(Math.abs(elevation) <= STEEPEST)) return undefined
  const position = { lat: found.lat, lon: found.lon }
  const cosine = Math.cos(elevation)
  const radial = (sigma.range ** 2 + (Math.sin(elevation) * height.sigma) ** 2) / cosine ** 2
  const across = (slantRange * cosine * degreesToRadians(sigma.azimuthDeg)) ** 2
  return {
    position,
    covariance: rotated(radial, across, azimuth + convergence(site, position)),
    polar: {
      from: site,
      range: groundRange(site.lat, slantRange, azimuth, elevation),
      bearingDeg: normalDegrees(azimuthDeg),
      rangeSigma: Math.sqrt(radial),
      bearingSigmaDeg: sigma.azimuthDeg,
    },
  }
}

/** Along the arc below the beam, by Euler's radius of curvature in its direction (Torge, Geodesy, § 4.1.3). */
function groundRange(lat: number, slantRange: number, azimuth: number, elevation: number): number {
  const root = 1 - E2 * Math.sin(degreesToRadians(lat)) ** 2
  const [meridian, normal] = [(A * (1 - E2)) / root ** 1.5, A / Math.sqrt(root)]
  const radius = 1 / (Math.cos(azimuth) ** 2 / meridian + Math.sin(azimuth) ** 2 / normal)
  return radius * Math.atan2(slantRange * Math.cos(elevation), radius + slantRange * Math.sin(elevation))
}

const gaussianRadius = (lat: number): number =>
  (A * Math.sqrt(1 - E2)) / (1 - E2 * Math.sin(degreesToRadians(lat)) ** 2)

/** Variances along and across a direction, turned to east and north. */
export function rotated(along: number, across: number, azimuth: number): PositionCovariance {
  const [sine, cosine] = [Math.sin(azimuth), Math.cos(azimuth)]
  return {
    ee: along * sine ** 2 + across * cosine ** 2,
    en: (along - across) * sine * cosine,
    nn: along * cosine ** 2 + across * sine ** 2,
  }
}

/**
 * By how much the direction of north differs between two places: to first order, which is enough for an error
 * ellipse.
 */
function convergence(from: LatLon, to: LatLon): number {
  const dLon = ((to.lon - from.lon + 540) % 360) - 180
  return degreesToRadians(dLon) * Math.sin(degreesToRadians((from.lat + to.lat) / 2))
}

/** The end of a straight line from the surface, in geodetic coordinates. */
function pointAlong(
  site: LatLon,
  distance: number,
  azimuth: number,
  elevation: number,
): LatLon & { readonly height: number } {
  const [lat, lon] = [degreesToRadians(site.lat), degreesToRadians(site.lon)]
  const [sinLat, cosLat, sinLon, cosLon] = [Math.sin(lat), Math.cos(lat), Math.sin(lon), Math.cos(lon)]
  const east = distance * Math.cos(elevation) * Math.sin(azimuth)
  const north = distance * Math.cos(elevation) * Math.cos(azimuth)
  const up = distance * Math.sin(elevation)
  const normal = A / Math.sqrt(1 - E2 * sinLat ** 2)
  return geodeticOf(
    normal * cosLat * cosLon - east * sinLon - north * sinLat * cosLon + up * cosLat * cosLon,
    normal * cosLat * sinLon + east * cosLon - north * sinLat * sinLon + up * cosLat * sinLon,
    normal * (1 - E2) * sinLat + north * cosLat + up * sinLat,
  )
}

/** From the centre of the earth (Bowring 1976, Survey Review 23; exact to a millimetre at our heights). */
function geodeticOf(x: number, y: number, z: number): LatLon & { readonly height: number } {
  const axis = Math.hypot(x, y)
  const reduced = Math.atan2(z * A, axis * B)
  const lat = Math.atan2(z + SECOND_E2 * B * Math.sin(reduced) ** 3, axis - E2 * A * Math.cos(reduced) ** 3)
  const normal = A / Math.sqrt(1 - E2 * Math.sin(lat) ** 2)
  const height = axis * Math.cos(lat) + z * Math.sin(lat) - (A * A) / normal
  return { lat: radiansToDegrees(lat), lon: radiansToDegrees(Math.atan2(y, x)), height }
}
