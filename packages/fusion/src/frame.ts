import { degreesToRadians, type LatLon } from '@csii/model'

/** WGS 84 (NIMA TR8350.2, table 3.1): semi-major axis in metres, and first eccentricity squared. */
const SEMI_MAJOR = 6_378_137
const ECCENTRICITY_SQUARED = 6.694379990141e-3
const RADIANS = degreesToRadians(1)
/** Within a kilometre of a pole there is no east. */
const LEAST_COSINE = 1e-4

/** Of latitude, on a sphere of the earth's mean radius, 6,371.0 km: where a part in 200 does not matter. */
export const METRES_PER_DEGREE = 111_195

/**
 * The plane that touches the earth at a track, x to the east and y to the north in metres. Longitudes are scaled at
 * the middle latitude, and the meridians' convergence bends a parallel: within 0.1 m for 10 km between the 60th
 * parallels, and 1 m for 30 km.
 */
export class Frame {
  readonly lat: number
  readonly lon: number
  readonly #eastAt: number
  /** How a degree of longitude shortens for each degree to the north, metres. */
  readonly #eastSlope: number
  readonly #north: number
  readonly #northSlope: number
  /** Half the tangent of the latitude over the radius: how far a parallel bends away, 1/m. */
  readonly #bend: number

  constructor({ lat, lon }: LatLon) {
    this.lat = lat
    this.lon = lon
    const sine = Math.sin(lat * RADIANS)
    const cosine = Math.cos(lat * RADIANS)
    const w = 1 - ECCENTRICITY_SQUARED * sine * sine
    const primeVertical = SEMI_MAJOR / Math.sqrt(w)
    const meridian = (primeVertical * (1 - ECCENTRICITY_SQUARED)) / w
    this.#eastAt = RADIANS * primeVertical * Math.max(LEAST_COSINE, cosine)
    this.#eastSlope = -RADIANS * RADIANS * meridian * sine
    this.#north = RADIANS * meridian
    this.#northSlope = (3 * ECCENTRICITY_SQUARED * sine * cosine * meridian * RADIANS * RADIANS) / w
    this.#bend = sine / (2 * Math.max(0.02, cosine) * primeVertical)
  }

  /** Metres to the east of the origin. */
  x(lat: number, lon: number): number {
    let degrees = lon - this.lon
    if (degrees > 180) degrees -= 360
    else if (degrees < -180) degrees += 360
    return degrees * (this.#eastAt + this.#eastSlope * (lat - this.lat))
  }

  /** Metres to the north of the origin, of a point so far to the east. */
  y(lat: number, x: number): number {
    const degrees = lat - this.lat
    return degrees * (this.#north + 0.5 * this.#northSlope * degrees) + this.#bend * x * x
  }

  point(x: number, y: number): LatLon {
    const flat = y - this.#bend * x * x
    const first = flat / this.#north
    const degrees = flat / (this.#north + 0.5 * this.#northSlope * first)
    const lon = this.lon + x / (this.#eastAt + this.#eastSlope * degrees)
    const lat = this.lat + degrees
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : onEarth(lat, lon)
  }
}

/** The plane goes on beyond a pole and past the date line. */
const onEarth = (lat: number, lon: number): LatLon =>
  ({ lat: Math.max(-90, Math.min(90, lat)), lon: Number.isFinite(lon) ? lon - 360 * Math.round(lon / 360) : 0 })
